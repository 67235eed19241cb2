import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toPdf } from '#functions/scorecards/formats/pdf/to-pdf.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { lastMonthOf } from '#shared/period.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Scorecard, StaffSides } from '#shared/scorecards/scorecard.ts';
import { staffFigures } from '#shared/scorecards/staff-figures.ts';
import { staffLines } from '#shared/scorecards/staff-lines.ts';
import { staffTexts } from '#shared/scorecards/texts/staff.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { type RandomDistrict, randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { recompute } from '#test/functions/scorecards/recompute.ts';
import { readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const seeds = Array.from({ length: 40 }, (_, at) => `staff ${at}`);
const districtOf = (seed: string) => randomDistrict(seed, 1 + (Number(seed.slice(6)) % 5), 20);

type Parts = readonly [numerator: number, denominator: number];

/** The same in a second way: the cells picked out by hand, their reports alone counted in SQL. */
function recomputed(district: RandomDistrict, ofUnit = '') {
  const regular = district.reports
    .map(({ report }) => report)
    .filter(({ kind, cell }) => kind === 'regular' && cell.startsWith(ofUnit));
  const side = (cells: readonly string[]) => {
    const reports = district.reports.filter(({ report }) => cells.includes(report.cell));
    const all = recompute({ ...district, reports }).figures('1');
    return { meetings: cells.length, figures: Object.fromEntries(staffFigures.map((id) => [id, all[id]])) };
  };
  const told = regular.filter(
    ({ communeStaffPresent = -1, communeStaff = 0 }) => communeStaff * (communeStaffPresent + 1) > 0,
  );
  const sum = (name: 'communeStaff' | 'communeStaffPresent') => told.reduce((all, each) => all + (each[name] ?? 0), 0);
  return {
    present: [sum('communeStaffPresent'), sum('communeStaff')],
    with: side(regular.filter(({ communeStaff = 0 }) => communeStaff > 0).map(({ cell }) => cell)),
    without: side(regular.filter(({ communeStaff }) => communeStaff === 0).map(({ cell }) => cell)),
    unknown: regular.filter(({ communeStaff }) => communeStaff === undefined).length,
  };
}

/** Fractions as pairs; a mean's parts stand in hundredths on either side. */
function told(staff: StaffSides | undefined) {
  if (!staff) return undefined;
  const parts = ({ numerator, denominator }: StaffSides['present']): Parts => [numerator, denominator];
  const side = ({ meetings, figures }: StaffSides['with']) => ({
    meetings,
    figures: Object.fromEntries(staffFigures.map((id) => [id, parts(figures[id])])),
  });
  return {
    present: parts(staff.present),
    with: side(staff.with),
    without: side(staff.without),
    unknown: staff.unknown,
  };
}

describe('cells with commune staff beside those without, recomputed', () => {
  it.each(seeds)('%s: district and communes, in JSON, CSV and on the page', (seed) => {
    const district = districtOf(seed);
    const { scorecard } = district;
    const json = JSON.parse(toJson(scorecard)) as Scorecard;
    expect(told(json.staff)).toEqual(recomputed(district));
    for (const commune of district.communes) {
      const own = recomputed(district, `${commune.unit}.`);
      expect(told(commune.staff)).toEqual(own.with.meetings + own.without.meetings > 0 ? own : undefined);
    }
    const csv = toCsv(scorecard)
      .split('\r\n')
      .map((line) => line.split(';'));
    const { staff } = json;
    if (!staff) throw new Error('a district of twenty cells tells of staff');
    for (const side of ['with', 'without'] as const) {
      for (const id of staffFigures) {
        const line = csv.find(([, , , , , , , indicator]) => indicator === `${side}Staff.${id}`);
        const { numerator, denominator } = staff[side].figures[id];
        expect(line?.slice(9, 11)).toEqual([`${numerator}`, `${denominator}`]);
      }
    }
    const rows = readPage(<ScorecardPage context={{ lang: 'vi', path: '/' }} scorecard={scorecard} />).filter(
      ({ name }) => name === 'tr',
    );
    for (const { label, with: own, without } of staffLines({ staff, status: scorecard.status }, 'vi')) {
      expect(rows.map(({ text }) => text)).toContain(`${label}${own}${without}`);
    }
  });

  it.each(seeds.slice(0, 5))('%s: the workbook and the PDF', async (seed) => {
    const { scorecard, cells } = districtOf(seed);
    const { staff } = scorecard;
    if (!staff) throw new Error('a district of twenty cells tells of staff');
    const to = lastMonthOf(scorecard.month);
    const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
    const parts = { cells, trend: trendOf({ from: to, to }, [scorecard]), exported };
    const { sheets } = await readXlsx(await toXlsx(scorecard, parts));
    const rows = sheets.find(({ name }) => name === 'Cán bộ xã')?.rows ?? [];
    const attendance = rows.find(([, label]) => label === 'Tỷ lệ đảng viên có mặt') ?? [];
    const { with: own, without } = staff;
    expect([attendance[2], attendance[3], attendance[5], attendance[6]]).toEqual([
      ...[own.figures.attendance.numerator, own.figures.attendance.denominator],
      ...[without.figures.attendance.numerator, without.figures.attendance.denominator],
    ]);
    const pdf = await getDocumentProxy(new Uint8Array(await toPdf(scorecard, parts)));
    const { text } = await extractText(pdf, { mergePages: true });
    const said = text.replace(/\s+/g, ' ');
    for (const line of staffLines({ staff, status: scorecard.status }, 'vi'))
      expect(said).toContain(`${line.with} ${line.without}`);
  });

  it.each(seeds.slice(0, 10))('%s and its neighbour: their province, and two months: their quarter', (seed) => {
    const [one, other] = [seed, `${seed} b`].map((each) => randomDistrict(each, 2, 20).scorecard) as [
      Scorecard,
      Scorecard,
    ];
    const add = (a: Parts = [0, 0], b: Parts = [0, 0]): Parts => [a[0] + b[0], a[1] + b[1]];
    const [a, b] = [told(one.staff), told(other.staff)];
    const province = told(mergeDistricts({ unit: 'tinh', name: 'Bắc Giang' }, [one, other]).staff);
    const quarter = told(mergeMonths('2021-Q1' as never, [{ ...other, month: '2021-02' as never }, one])?.staff);
    for (const merged of [province, quarter]) {
      expect(merged?.present).toEqual(add(a?.present, b?.present));
      expect(merged?.unknown).toBe((a?.unknown ?? 0) + (b?.unknown ?? 0));
      for (const side of ['with', 'without'] as const) {
        expect(merged?.[side].meetings).toBe((a?.[side].meetings ?? 0) + (b?.[side].meetings ?? 0));
        for (const id of staffFigures) {
          expect(merged?.[side].figures[id]).toEqual(add(a?.[side].figures[id], b?.[side].figures[id]));
        }
      }
    }
  });
});

it('a scorecard of rules that did not count staff says nothing of them', () => {
  const { staff: _, ...older } = randomDistrict('older', 2, 6).scorecard;
  expect(JSON.parse(toJson(older))).not.toHaveProperty('staff');
  expect(toCsv(older)).not.toContain('Staff');
  const page = readPage(<ScorecardPage context={{ lang: 'vi', path: '/' }} scorecard={older} />);
  expect(page.map(({ text }) => text)).not.toContain(staffTexts.vi.title);
});
