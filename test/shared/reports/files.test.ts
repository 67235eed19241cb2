import { describe, expect, it } from 'vitest';
import { readListFile } from '#functions/files/read-list-file.ts';
import type { ListFile } from '#shared/input/lists/list-file.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { checkRows } from '#shared/reports/files/check-rows.ts';
import { findCell } from '#shared/reports/files/find-cell.ts';
import { type ReportFile, readReportFile } from '#shared/reports/files/read-report-file.ts';
import type { Members } from '#shared/reports/report.ts';
import { sheetOf, type Written, workbookOf } from '#test/functions/files/list-workbook.ts';
import { monthSummary, summaryHead } from '#test/functions/files/month-summary.ts';
import { aUnit, day, month } from '#test/shared/samples.ts';

const commune = aUnit('h.thanh-van', { name: 'Thanh Vân', kind: 'xã' });
const cells = [
  aUnit('h.thanh-van.chua', { name: 'Chùa', kind: 'Chi bộ thôn' }),
  aUnit('h.thanh-van.doai', { name: 'Đoài', kind: 'Chi bộ thôn' }),
  aUnit('h.thanh-van.dong', { name: 'Đông', kind: 'Chi bộ thôn' }),
  aUnit('h.thanh-van.hoa-binh', { name: 'Hòa Bình', kind: 'Chi bộ thôn' }),
  aUnit('h.thanh-van.mam-non', { name: 'Trường Mầm non Thanh Vân', kind: 'Chi bộ' }),
  aUnit('h.thanh-van.hoang-an', { name: 'Hoàng An', kind: 'Chi bộ thôn' }),
  aUnit('h.thanh-van.hoang-an-2', { name: 'Hoàng Ân', kind: 'Chi bộ thôn' }),
];
const members: Members = {
  ...{ fullMembers: 20, probationaryMembers: 1, exempt: 1, temporarilyExempt: 0, away: 1 },
  ...{ suspended: 0, specialDuty: 0, joining: 0 },
};
const [november, today] = [month('2026-11'), day('2026-11-27')];
const context = { month: november, today, commune, cells, last: new Map([['h.thanh-van.chua', members]]) };

function read(file: ListFile | string): ReportFile {
  if (typeof file === 'string') throw new Error(file);
  const found = readReportFile(file, context);
  if ('refused' in found) throw new Error(`${found.refused} ${found.said}`);
  return found;
}

async function bookOf(rows: readonly (readonly Written[])[], name = 'Biểu'): Promise<ListFile | string> {
  return readListFile(await workbookOf(sheetOf(name, rows)));
}

const csvOf = (rows: readonly (readonly unknown[])[], encode = (text: string) => Buffer.from(text)) =>
  readListFile(encode(rows.map((row) => row.join(';')).join('\r\n')));

/** One row below a head, with its field. */
async function row(head: readonly string[], values: readonly Written[]) {
  const { rows } = read(
    await bookOf([
      ['STT', 'Chi bộ', ...head],
      [1, 'Chi bộ thôn Chùa', ...values],
    ]),
  );
  return rows[0];
}

describe('a commune’s own summary', () => {
  it('is read whole', async () => {
    const { rows, list } = read(readListFile(await workbookOf(monthSummary(november, day('2026-11-03')))));
    const few = rows.map(({ cell, typed: { date, durationMinutes, present, excused, unexcused, fullMembers } }) =>
      [cell.slice(12), date, durationMinutes, fullMembers, present, excused, unexcused].join(' '),
    );
    expect(few).toEqual([
      'chua 03/11/2026 95 30 27 1 1',
      'doai 03/11/2026 90 22 21/21 0 0',
      'dong 03/11/2026 90 42 36 2 0',
      'hoa-binh 03/11/2026 105 25 26 0 0',
      'mam-non 03/11/2026 120 14 14 (100%) 0 0',
    ]);
    expect(list.leftOut).toEqual([{ sheet: 'T11', row: 10, kind: 'subtotal', text: 'Cộng' }]);
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is read from CSV in %s, in another order of columns', (_, encode) => {
    const { rows } = read(
      csvOf(
        [
          ['ĐẢNG BỘ XÃ THANH VÂN'],
          ['BIỂU TỔNG HỢP THÁNG 11/2026'],
          ['TT', 'Có mặt', 'Đơn vị', 'Phải dự', 'Ngày họp', 'Thời lượng'],
          ['I', '', 'Khối thôn'],
          ['1', '19', 'Chi bo thon Doai', '19', '3/11', '1h30'],
          ['2', '19', 'Thôn Hoàng Ân', '19', 'nt', "95'"],
          ['', '38', 'Tổng cộng', '38', '', ''],
          ['', '', 'Thanh Vân, ngày 05 tháng 12 năm 2026', '', '', ''],
        ],
        encode,
      ),
    );
    expect(rows.map(({ cell, typed }) => [cell, typed['date'], typed['durationMinutes']])).toEqual([
      ['h.thanh-van.doai', '03/11/2026', '90'],
      ['h.thanh-van.hoang-an-2', '03/11/2026', '95'],
    ]);
  });

  it('has a head of two rows, merged', async () => {
    const rows: readonly (readonly Written[])[] = [
      ['TT', 'Tên chi bộ', 'Ngày họp', 'Số đảng viên', '', 'Vắng', ''],
      ['', '', '', 'Phải dự', 'Dự họp', 'Có lý do', 'Không lý do'],
      [1, 'Thôn Đông', '3/11', 21, 20, 1, 0],
    ];
    const merges = [
      { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
      { startRow: 0, startCol: 5, endRow: 0, endCol: 6 },
    ];
    const file = readListFile(await workbookOf(sheetOf('Biểu', rows, { merges })));
    expect(read(file).rows[0]?.typed).toMatchObject({ present: '20', excused: '1', unexcused: '0' });
  });

  it('is read in a font of its own encoding', async () => {
    const { rows } = read(
      await bookOf([
        ['STT', 'Tên chi bộ', 'Ngày họp', 'Có mặt'],
        [1, { text: 'Chi bé th«n §oµi', font: '.VnTime' }, '3/11', 20],
      ]),
    );
    expect(rows[0]?.cell).toBe('h.thanh-van.doai');
  });

  it('of several months as sheets is read in the sheet of its month', async () => {
    const sheet = (name: string, date: string) => sheetOf(name, [summaryHead, [1, 'Thôn Chùa', date, 90, 20]]);
    const { rows } = read(readListFile(await workbookOf(sheet('T10', '3/10'), sheet('Tháng 11', '4/11'))));
    expect(rows.map(({ typed }) => typed['date'])).toEqual(['04/11/2026']);
  });
});

describe('a cell of the sheet', () => {
  it.each<[string, Written, string, string | undefined]>([
    ['Ngày họp', 46329, 'date', '03/11/2026'],
    ['Ngày họp', 46329.8125, 'date', '03/11/2026'],
    ['Ngày họp', 3.11, 'date', '03/11/2026'],
    ['Ngày họp', '19h ngày 3/11', 'date', '03/11/2026'],
    ['Ngày họp', '19h ngày 3/11', 'startTime', '19:00'],
    ['Ngày họp', '3/11/2026 (19h30)', 'startTime', '19:30'],
    ['Giờ bắt đầu', 0.8125, 'startTime', '19:30'],
    ['Giờ bắt đầu', '7h30 tối', 'startTime', '19:30'],
    ['Thời gian', 0.0625, 'durationMinutes', '90'],
    ['Thời gian', 1.5, 'durationMinutes', '90'],
    ['Thời gian', '90 phút', 'durationMinutes', '90'],
    ['Có mặt', 21, 'present', '21'],
    ['Có mặt', 20.5, 'present', '20,5'],
    ['Có mặt', '27/29 đồng chí', 'present', '27/29 đồng chí'],
    ['Có mặt', '-', 'present', undefined],
    ['Loại sinh hoạt', 'SH chuyên đề', 'kind', 'thematic'],
    ['Loại sinh hoạt', '', 'kind', 'regular'],
    ['Nghị quyết', '05-NQ/CB', 'resolution', 'resolution'],
    ['Nghị quyết', 'Kết luận', 'resolution', 'conclusion'],
    ['Họp chi ủy', 'x', 'committeeMet', 'yes'],
    ['Họp chi ủy', 'mai', 'committeeMet', 'mai'],
  ])('below “%s” that says %j is, as %s, %j', async (head, value, field, is) => {
    const found = await row([head, 'Vắng có lý do', 'Vắng không lý do'], [value, 1, 0]);
    expect(found?.typed[field]).toBe(is);
  });

  it('that is a share of a hundred is no count', async () => {
    const sheet = sheetOf('Biểu', [
      ['Chi bộ', 'Ngày họp', 'Có mặt'],
      ['Thôn Chùa', '3/11'],
    ]);
    sheet.cells?.set('1,2', { value: 1, style: { numFmt: '0%' } });
    expect(read(readListFile(await workbookOf(sheet))).rows[0]?.typed['present']).toBe('100%');
  });

  it('that a program took for month and day is asked', async () => {
    const found = await row(['Ngày họp'], [46092]); // 2026-03-11
    expect(found?.understood).toContainEqual({
      ...{ field: 'date', address: 'C2', said: '11/03/2026', typed: '03/11/2026', why: 'presumed' },
    });
  });

  it('that was never calculated is asked', async () => {
    const sheet = sheetOf('Biểu', [
      ['Chi bộ', 'Ngày họp', 'Có mặt'],
      ['Thôn Chùa', '3/11'],
    ]);
    sheet.cells?.set('1,2', { formula: 'A1+1' });
    const found = read(readListFile(await workbookOf(sheet))).rows[0];
    expect(found?.typed['present']).toBe(undefined);
    expect(found?.understood).toContainEqual(expect.objectContaining({ address: 'C2', why: 'no-value' }));
  });
});

describe('what the sheet does not say', () => {
  it('of members is taken from the last report, and shown', async () => {
    const found = await row(['Ngày họp', 'Đảng số', 'Có mặt'], ['3/11', 22, 20]);
    expect(found?.typed).toMatchObject({ fullMembers: '21', probationaryMembers: '1', exempt: '1', away: '1' });
    const whys = found?.understood.map(({ field, why }) => `${field} ${why}`);
    expect(whys).toEqual([
      'date undefined',
      'fullMembers whole-members',
      'probationaryMembers last-report',
      'exempt last-report',
      'away last-report',
      'excused rest-of-required',
      'unexcused rest-of-required',
    ]);
  });

  it('of the absent is asked where it does not follow', async () => {
    const found = await row(['Ngày họp', 'Đảng số', 'Miễn SH', 'Có mặt'], ['3/11', 22, 1, 19]);
    expect(found?.typed).not.toHaveProperty('excused');
    const told = await row(
      ['Ngày họp', 'Đảng số', 'Miễn SH', 'Có mặt', 'Vắng có LD', 'Phải dự'],
      ['3/11', 22, 1, 19, 1, 20],
    );
    expect(told?.typed).toMatchObject({ excused: '1', unexcused: '1' });
    expect(told?.understood).toContainEqual({
      ...{ field: 'required', address: 'H2', said: '20', typed: '21', why: 'required-differs' },
    });
  });
});

it.each([
  ['Chi bộ thôn Đông', 'dong'],
  ['CB thôn Đông', 'dong'],
  ['thôn đông', 'dong'],
  ['chi bo thon dong', 'dong'],
  ['Chi bộ thôn Hoà Bình', 'hoa-binh'],
  ['Hòa Bình', 'hoa-binh'],
  ['Trường MN Thanh Vân', 'mam-non'],
  ['Thôn Hoàng Ân', 'hoang-an-2'],
  ['Hoàng An', 'hoang-an'],
  ['Hoang An', 'ambiguous'],
  ['Chi bộ thôn Trung', 'unknown'],
])('the name %j means %s', (said, is) => {
  const found = findCell(said, cells);
  expect(typeof found === 'string' ? found : found.cell.id.slice(12)).toBe(is);
});

describe('rows with their answers', () => {
  const check = async (answers: Record<string, string>) => {
    const { rows } = read(
      await bookOf([
        ['Chi bộ', 'Ngày họp', 'Thời gian', 'Chính thức', 'Có mặt', 'Vắng có LD', 'Vắng không LD'],
        ['Thôn Chùa', '3/11', 90, 20, 20, 0, 0],
        ['Thôn Chùa', '3/11', 90, 20, 20, 0, 0],
        ['Thôn Trung', '3/11', 90, 20, 21, 0, 0],
      ]),
    );
    const checked = checkRows(rows, answers, { month: november, today, norms: findRegime, cells });
    return checked.map(({ row: number, errors }) => [number, ...errors.map(({ field, code }) => `${field} ${code}`)]);
  };

  it('are told at once what is missing, wrong, unknown and doubled', async () => {
    expect(await check({})).toEqual([
      ['2', 'resolution required'],
      ['3', 'resolution required'],
      ['4', 'cell unknown-unit', 'present present-above-required', 'resolution required'],
    ]);
    expect(await check({ 'common.resolution': 'none' })).toEqual([
      ['2'],
      ['3', 'cell already-in-file'],
      ['4', 'cell unknown-unit', 'present present-above-required'],
    ]);
  });

  it('are reports once each is answered or left out', async () => {
    const answers = { 'common.resolution': 'none', 'rows[1].skip': 'yes', 'rows[2].present': '20' };
    expect(await check({ ...answers, 'rows[2].cell': 'h.thanh-van.dong' })).toEqual([['2'], ['3'], ['4']]);
  });

  it('take no cell of another commune, and no field that the form does not have', async () => {
    const answers = { 'common.resolution': 'none', 'rows[1].skip': 'yes', 'rows[2].present': '20' };
    const wrong = await check({ ...answers, 'rows[2].cell': 'h.thai-son.dong', 'rows[0].guests': '3' });
    expect(wrong).toEqual([['2', 'guests unknown-field'], ['3'], ['4', 'cell unknown-unit']]);
  });
});
