import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '#shared/input/csv-rows.ts';
import { type ListCell, type ListFile, type ListSheet, textCell } from '#shared/input/lists/list-file.ts';
import { previewList, summaryOf } from '#shared/units/lists/preview-list.ts';
import { readUnitList, type UnitListOptions } from '#shared/units/lists/read-unit-list.ts';
import type { Unit } from '#shared/units/units.ts';
import { month } from '#test/shared/samples.ts';

const from = month('2019-03');
const district: Unit = { id: 'hiep-hoa', name: 'Hiệp Hòa', kind: 'huyện', level: 'district', from };
const commune: Unit = { id: 'hiep-hoa.thanh-van', name: 'Thanh Vân', kind: 'xã', level: 'commune', from };
const other: Unit = { id: 'hiep-hoa.chau-minh', name: 'Châu Minh', kind: 'xã', level: 'commune', from };
const cell = (slug: string, name: string): Unit => ({
  id: `${commune.id}.${slug}`,
  name,
  kind: 'Chi bộ thôn',
  level: 'cell',
  type: 'thon',
  from,
});
const known = [district, commune, other, cell('thanh-binh', 'Thanh Bình'), cell('thuy-hoa', 'Thủy Hòa')];

type Written = string | number | undefined;
const cellOf = (each: Written): ListCell | undefined =>
  typeof each === 'number'
    ? { text: '', raw: '', number: each }
    : each === undefined
      ? undefined
      : textCell(each, [{ text: each }]);
const sheet = (rows: readonly (readonly Written[])[], more: Partial<ListSheet> = {}): ListSheet => ({
  name: '',
  rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map(cellOf) })),
  merges: [],
  ...more,
});
const read = (
  rows: readonly (readonly Written[])[],
  more: Partial<ListSheet> = {},
  options: Partial<UnitListOptions> = {},
) =>
  readUnitList({ sheets: [sheet(rows, more)] }, { known, month: month('2026-11'), from: month('2026-11'), ...options });
const inCommune = { commune: commune.id };
const shown = (list: ReturnType<typeof read>) =>
  list.listed.map(({ unit: { id, kind, name, type, from: first } }) => [id, kind, name, type, first]);
const faults = (list: ReturnType<typeof read>) => list.faults.map(({ address, code }) => `${address} ${code}`);
const notes = (list: ReturnType<typeof read>) => list.notes.map(({ address, code }) => `${address} ${code}`);

describe('a list as a commune has it', () => {
  const rows = [
    ['ĐẢNG ỦY XÃ THANH VÂN', undefined, undefined, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    [],
    ['DANH SÁCH CHI BỘ TRỰC THUỘC'],
    ['STT', 'Tên chi bộ', 'Loại hình', 'Số đảng viên', 'Thành lập', 'Ghi chú'],
    ['A', 'B', 'C', 1, 2, 3],
    ['I', 'Chi bộ thôn'],
    [1, 'Chi bộ thôn Vân Xuân', 'Thôn', 34, '12/2026'],
    [2, 'Chi bộ thôn Thanh Bình', 'nt', '1.028', '01/12/2026'],
    [3, 'CB thôn  Vân Xuân ', '"', 34, '2026-12', 'trùng'],
    ['', 'Cộng', '', 96],
    ['II', 'Chi bộ trường học, trạm y tế'],
    [1, 'Chi bộ Trường Mầm non số 2', 'Trường học', 11, 46357],
    [2, 'Chi bộ TYT xã', '', ' 7 ', 'Dec-26'],
    ['Tổng cộng', undefined, undefined, 107],
    [],
    [undefined, 'Thanh Vân, ngày 01 tháng 12 năm 2026'],
    [undefined, 'NGƯỜI LẬP BIỂU', undefined, undefined, 'T/M ĐẢNG ỦY'],
  ] as Written[][];

  it('is entered below the commune that its title names; what is there already stays as it is', () => {
    const list = read(rows);
    expect(faults(list)).toEqual([]);
    expect(shown(list)).toEqual([
      ['hiep-hoa.thanh-van.van-xuan', 'Chi bộ thôn', 'Vân Xuân', 'thon', '2026-12'],
      ['hiep-hoa.thanh-van.thanh-binh', 'Chi bộ thôn', 'Thanh Bình', 'thon', '2019-03'],
      ['hiep-hoa.thanh-van.truong-mam-non-so-2', 'Chi bộ', 'Trường Mầm non số 2', 'truong-hoc', '2026-12'],
      ['hiep-hoa.thanh-van.tyt-xa', 'Chi bộ', 'TYT xã', 'y-te', '2026-12'],
    ]);
    expect(list.listed.map(({ outcome }) => outcome)).toEqual(['new', 'same', 'new', 'new']);
    expect(notes(list)).toEqual([
      'B7 from-title',
      'E8 read-month',
      'E8 kept-from',
      'B9 twice',
      'E12 read-month',
      'E13 read-month',
      'B13 typed',
    ]);
  });

  it('has groups, totals and signatures, which are no units and are named', () => {
    const { list } = read(rows);
    expect(list.leftOut.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      '6 group',
      '10 subtotal',
      '11 group',
      '14 subtotal',
      '16 note',
      '17 note',
    ]);
    expect(list.blank).toBe(1);
  });

  it('is shown in words before anything is entered', () => {
    const list = read(rows);
    expect(summaryOf(list, 'vi')).toBe('Hiểu được 4 đơn vị: 3 mới, 0 thay đổi, 1 như đã có.');
    const lines = previewList(list, 'vi').flatMap((section) => section.lines);
    expect(lines).toContain('Ô B9: “CB thôn Vân Xuân” trùng với ô B7: chỉ nhập một lần');
    expect(lines).toContain('Dòng 6: dòng nhóm “Chi bộ thôn”');
  });
});

describe('the head of a list', () => {
  it.each([
    [
      'in capitals without marks',
      [
        ['TT', 'TEN CHI BO', 'LOAI HINH'],
        [1, 'Chi bo thon Tan Lap', 'THON'],
      ],
    ],
    [
      'in English',
      [
        ['No.', 'Party cell', 'Type'],
        [1, 'Tan Lap', 'thon'],
      ],
    ],
    [
      'with brackets and blanks',
      [
        ['STT', ' Tên chi bộ (đảng bộ bộ phận) ', 'Loại hình*'],
        [1, 'Tan Lap', 'thôn'],
      ],
    ],
    [
      'that repeats itself',
      [
        ['TT', 'Chi bộ', 'Loại'],
        [1, 'Tan Lap', 'thôn'],
        ['TT', 'Chi bộ', 'Loại'],
      ],
    ],
  ])('is known %s', (_, rows) => {
    const list = read(rows as Written[][], {}, inCommune);
    expect(faults(list)).toEqual([]);
    expect(list.listed.map(({ unit }) => unit.id)).toEqual(['hiep-hoa.thanh-van.tan-lap']);
  });

  it('may be two rows, where merged cells stand for several columns', () => {
    const list = read(
      [
        ['TT', 'Tên chi bộ', 'Loại hình', 'Thời gian'],
        [undefined, undefined, undefined, 'Thành lập', 'Giải thể'],
        [1, 'Chi bộ thôn Mới', 'Thôn', '01/2024', '12/2025'],
      ],
      { merges: [{ top: 1, bottom: 1, left: 3, right: 4 }] },
      inCommune,
    );
    expect(list.listed[0]?.unit).toMatchObject({ name: 'Mới', from: '2024-01', to: '2025-12' });
  });

  it('is missing: nothing is read, and the way out is said', () => {
    const list = read([['Chi bộ thôn A'], ['Chi bộ thôn B']]);
    expect(list.listed).toEqual([]);
    expect(summaryOf(list, 'vi')).toContain('thêm dòng tiêu đề');
  });
});

describe('a row', () => {
  it('stands below the commune of its column, or of the group row above it', () => {
    const byColumn = read([
      ['Đơn vị', 'Tên chi bộ', 'Loại'],
      ['xã Châu Minh', 'Chi bộ thôn A', 'thôn'],
      ['Thanh vân', 'Chi bộ thôn A', 'thôn'],
    ]);
    expect(byColumn.listed.map(({ unit }) => unit.id)).toEqual(['hiep-hoa.chau-minh.a', 'hiep-hoa.thanh-van.a']);
    const byGroup = read([
      ['STT', 'Tên chi bộ'],
      ['I', 'Đảng bộ xã Châu Minh'],
      [1, 'Chi bộ thôn A'],
      ['II', 'XÃ THANH VÂN'],
      [1, 'Chi bộ thôn A'],
    ]);
    expect(byGroup.listed.map(({ unit }) => unit.id)).toEqual(['hiep-hoa.chau-minh.a', 'hiep-hoa.thanh-van.a']);
    const merged = read(
      [
        ['Xã', 'Chi bộ', 'Loại'],
        ['Châu Minh', 'A', 'thôn'],
        [undefined, 'B', 'thôn'],
      ],
      {
        merges: [{ top: 2, bottom: 3, left: 0, right: 0 }],
      },
    );
    expect(merged.listed.map(({ unit }) => unit.id)).toEqual(['hiep-hoa.chau-minh.a', 'hiep-hoa.chau-minh.b']);
  });

  it.each([
    [
      'of a commune that nobody knows',
      [
        ['Xã', 'Chi bộ', 'Loại'],
        ['Không Có', 'A', 'thôn'],
      ],
      {},
      ['A2 unknown-commune'],
    ],
    [
      'of no commune',
      [
        ['STT', 'Chi bộ', 'Loại'],
        [1, 'A', 'thôn'],
      ],
      {},
      ['B2 no-commune'],
    ],
    [
      'without a name',
      [
        ['STT', 'Chi bộ', 'Loại'],
        [1, '\u200b', 'thôn'],
      ],
      inCommune,
      ['B2 no-name'],
    ],
    [
      'of a type that there is not',
      [
        ['STT', 'Chi bộ', 'Loại'],
        [1, 'A', 'hội'],
      ],
      inCommune,
      ['C2 no-type'],
    ],
    [
      'that says otherwise than another of its unit',
      [
        ['STT', 'Chi bộ', 'Loại', 'Từ'],
        [1, 'A', 'thôn', '1/2024'],
        [2, 'a', 'thôn', '2/2024'],
      ],
      inCommune,
      ['B3 differs'],
    ],
    [
      'whose month is uncertain',
      [
        ['STT', 'Chi bộ', 'Từ'],
        [1, 'thôn A', '03/04/2024'],
        [2, 'thôn B', '03/25/2024'],
      ],
      inCommune,
      ['C2 day-or-month'],
    ],
    [
      'whose month is a year',
      [
        ['STT', 'Chi bộ', 'Từ'],
        [1, 'thôn A', 2019],
      ],
      inCommune,
      ['C2 year-only'],
    ],
  ])('%s is refused by its cell', (_, rows, options, expected) => {
    expect(faults(read(rows as Written[][], {}, options))).toEqual(expected);
  });

  it('is the unit that there is, wherever its tones stand and whatever is a capital; marks tell units apart', () => {
    const list = read(
      [
        ['STT', 'Chi bộ'],
        [1, 'CHI BỘ THÔN THUỶ HOÀ'],
        [2, 'Chi bộ thôn Thánh Bình'],
      ],
      {},
      inCommune,
    );
    expect(list.listed.map(({ unit, outcome }) => `${unit.id} ${outcome}`)).toEqual([
      'hiep-hoa.thanh-van.thuy-hoa same',
      'hiep-hoa.thanh-van.thanh-binh-2 new',
    ]);
    expect(notes(list)).toContain('B3 near');
  });

  it('of a founding before the directory begins is entered from there on', () => {
    const list = read(
      [
        ['STT', 'Chi bộ', 'Ngày thành lập'],
        [1, 'Chi bộ thôn Cũ', '03/02/1947'],
      ],
      {},
      inCommune,
    );
    expect(list.listed[0]?.unit.from).toBe('2019-03');
    expect(notes(list)).toContain('C2 clamped');
  });
});

describe('the same list', () => {
  const names = fc.uniqueArray(fc.constantFrom('Vân Xuân', 'Đồng Quan', 'Hữu Định', 'Trại Cờ', 'Phúc Linh', 'Ngọ Xá'), {
    minLength: 1,
  });
  const heads = [
    ['STT', 'Tên chi bộ', 'Loại hình', 'Thành lập'],
    ['tt', 'TEN CHI BO', 'LOAI', 'TU THANG'],
    ['No', 'Name', 'Type', 'From'],
  ];
  const dates = [
    (m: string, y: string) => `${m}/${y}`,
    (m: string, y: string) => `${y}-${m}`,
    (m: string, y: string) => `15/${m}/${y}`,
    (m: string, y: string) => `tháng ${Number(m)} năm ${y}`,
  ];
  const csv = (rows: readonly (readonly string[])[], separator: string): ListFile => {
    const text = rows.map((row) => row.map((each) => `"${each}"`).join(separator)).join('\r\n');
    const written = [...csvRows(text)].map(({ number, cells }) => ({ number, cells: cells.map(cellOf) }));
    return { sheets: [{ name: '', rows: written, merges: [] }] };
  };

  it('is understood the same however it is written', () => {
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(...heads),
        fc.constantFrom(...dates),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('NFC', 'NFD'),
        fc.array(fc.constantFrom('DANH SÁCH CHI BỘ', 'Xã Thanh Vân, huyện Hiệp Hòa'), { maxLength: 3 }),
        (own, head, date, separator, form, titles) => {
          const rows = own.map((name, at) => [
            String(at + 1),
            `Chi bộ thôn ${name}`.normalize(form),
            'Thôn',
            date('05', '2024'),
          ]);
          const list = readUnitList(csv([...titles.map((title) => [title]), head, ...rows], separator), {
            known,
            month: month('2026-11'),
            ...inCommune,
          });
          expect(list.faults).toEqual([]);
          expect(list.listed.map(({ unit }) => `${unit.name} ${unit.type} ${unit.from}`)).toEqual(
            own.map((name) => `${name} thon 2024-05`),
          );
        },
      ),
    );
  });
});

it('a list of names alone is one, and so is one of 5,000 rows, in a moment', () => {
  const names = read(
    [['Tên chi bộ', 'Ghi chú'], ['Chi bộ thôn A'], ['Chi bộ thôn B', 'mới'], ['Cộng', '2']],
    {},
    inCommune,
  );
  expect(names.listed.map(({ unit }) => unit.name)).toEqual(['A', 'B']);
  const rows = Array.from({ length: 5000 }, (_, at) => [at + 1, `Chi bộ thôn Xóm Mới ${at}`]);
  const before = process.cpuUsage();
  expect(faults(read([['STT', 'Tên chi bộ'], ...rows], {}, inCommune))).toContain('B399 too-many');
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});

it('a unit that ends later is the unit that there is; one that has ended is not', () => {
  const ending = [
    ...known,
    { ...cell('tan', 'Tân'), to: month('2026-12') },
    { ...cell('cu', 'Cũ'), to: month('2026-01') },
  ];
  const list = read(
    [
      ['STT', 'Chi bộ'],
      [1, 'Chi bộ thôn Tân'],
      [2, 'Chi bộ thôn Cũ'],
    ],
    {},
    { ...inCommune, known: ending },
  );
  expect(list.listed.map(({ unit, outcome }) => `${unit.id} ${outcome}`)).toEqual([
    'hiep-hoa.thanh-van.tan same',
    'hiep-hoa.thanh-van.cu-2 new',
  ]);
});
