import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReportId, reportIdOf } from '#shared/reports/report.ts';
import { isTopic, topics } from '#shared/reports/topics.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import { deadlines, directoryIn, districtOf, fullName, isUnitId, isWithin, parentOf } from '#shared/units/units.ts';
import { aUnit, month, reports, unitIds } from '#test/shared/samples.ts';

describe('a unit id', () => {
  it.each(['hiep-hoa', 'hiep-hoa.thanh-van.thanh-binh', 'a.b.c.d', 'thon-2'])('%s', (text) => {
    expect(isUnitId(text)).toBe(true);
  });

  it.each([
    '',
    'Hiep-Hoa',
    'hiệp-hòa',
    'a..b',
    '.a',
    'a.',
    '-a',
    'a-',
    'a--b',
    'a_b',
    'a b',
    'a/b',
    'a#b',
    'a'.repeat(201),
  ])('not %j', (text) => {
    expect(isUnitId(text)).toBe(false);
  });

  it('lies within itself and all above it, and within nothing whose slugs only begin alike', () => {
    fc.assert(
      fc.property(unitIds, fc.stringMatching(/^[a-z0-9]{1,4}$/), (unit, slug) => {
        expect(isUnitId(unit)).toBe(true);
        for (let above: string | undefined = unit; above !== undefined; above = parentOf(above)) {
          expect(isWithin(unit, above)).toBe(true);
          expect(isWithin(above, unit)).toBe(above === unit);
        }
        expect(isWithin(unit, districtOf(unit))).toBe(true);
        expect(isWithin(`${unit}.${slug}`, unit)).toBe(true);
        expect(isWithin(`${unit}${slug}`, unit)).toBe(false);
        expect(isWithin(`${unit}-${slug}`, unit)).toBe(false);
      }),
    );
  });
});

describe('a directory', () => {
  const units = [
    aUnit('hiep-hoa.thang', { name: 'Thắng' }),
    aUnit('hiep-hoa.dong-tan', { name: 'Đồng Tân' }),
    aUnit('hiep-hoa.doan-bai', { name: 'Đoan Bái' }),
    aUnit('hiep-hoa.danh-thang', { name: 'Danh Thắng' }),
    aUnit('hiep-hoa.thai-son', { name: 'Thái Sơn', to: month('2024-12') }),
    aUnit('hiep-hoa.hung-thai', { name: 'Hùng Thái', from: month('2025-01'), predecessors: ['hiep-hoa.thai-son'] }),
    aUnit('hiep-hoa'),
    aUnit('hiep-hoa.thang.to-10', { name: 'Tổ 10' }),
    aUnit('hiep-hoa.thang.to-2', { name: 'Tổ 2' }),
  ];
  const groups = [10, 9, 1].map((number) => ({ number, name: `Tổ công tác số ${number}`, communes: [] }));
  const names = (in_: string) => directoryIn(month(in_), units, groups).communes.map(({ name }) => name);

  it('lists names as Vietnamese readers sort them, numbers by their value', () => {
    const { cells, groups: sorted } = directoryIn(month('2021-02'), units, groups);
    expect(names('2021-02')).toEqual(['Danh Thắng', 'Đoan Bái', 'Đồng Tân', 'Thái Sơn', 'Thắng']);
    expect(cells.map(({ name }) => name)).toEqual(['Tổ 2', 'Tổ 10']);
    expect(sorted.map(({ number }) => number)).toEqual([1, 9, 10]);
  });

  it('is that of its month: a unit stands from its first month to its last', () => {
    expect(names('2024-12')).toContain('Thái Sơn');
    expect(names('2024-12')).not.toContain('Hùng Thái');
    expect(names('2025-01')).toContain('Hùng Thái');
    expect(names('2025-01')).not.toContain('Thái Sơn');
  });

  it('needs its district', () => {
    expect(() => directoryIn(month('2021-02'), units.slice(0, 2), [])).toThrow('district');
  });
});

describe('deadlines', () => {
  it('are the ends of the 5th and the 10th of the next month in Vietnam, unless the district chose others', () => {
    const chosen = aUnit('hiep-hoa', {
      choices: [{ from: month('2021-02'), settings: { deadlines: { due: 8, closing: 15 } } }],
    });
    // What is set from a month on leaves earlier months as they were.
    expect(deadlines(chosen, month('2021-01'))).toEqual(deadlines(aUnit('hiep-hoa'), month('2021-01')));
    expect(deadlines(aUnit('hiep-hoa'), month('2021-12'))).toEqual({
      due: '2022-01-05T16:59:59.999Z',
      closing: '2022-01-10T16:59:59.999Z',
    });
    expect(deadlines(chosen, month('2021-02'))).toEqual({
      due: '2021-03-08T16:59:59.999Z',
      closing: '2021-03-15T16:59:59.999Z',
    });
  });
});

it('a full name is the kind and the name', () => {
  expect(fullName({ kind: 'xã', name: 'Thanh Vân' })).toBe('xã Thanh Vân');
  expect(fullName({ kind: '', name: 'Công an xã' })).toBe('Công an xã');
});

describe('a report id', () => {
  it('is told from the report and read back', () => {
    fc.assert(
      fc.property(reports, ({ cell, date, kind }) => {
        expect(parseReportId(reportIdOf({ cell, date, kind }))).toEqual({ cell, date, kind });
      }),
    );
  });

  it.each([
    '',
    'new',
    'a_2021-02-03',
    'a_2021-02-03_weekly',
    'a_3/2/2021_regular',
    'A_2021-02-03_regular',
    'a_2021-02-03_regular#0001',
  ])('not %j', (text) => {
    expect(parseReportId(text)).toBeUndefined();
  });

  it('names a day that exists and a unit that can be', () => {
    expect(parseReportId('a_2021-02-31_regular')).toBeUndefined();
    expect(parseReportId('a..b_2021-02-03_regular')).toBeUndefined();
  });
});

describe('codes', () => {
  it('of topics are those of the list, and nothing that objects carry by themselves', () => {
    for (const code of Object.keys(topics)) expect(isTopic(code)).toBe(true);
    for (const other of ['', 'dd', 'DD ', 'toString', '__proto__', 'constructor']) expect(isTopic(other)).toBe(false);
  });

  it('of cell types are plain, and each has a name of its own', () => {
    for (const code of Object.keys(cellTypes)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(new Set(Object.values(cellTypes)).size).toBe(Object.keys(cellTypes).length);
    // The cell of commune offices was dissolved in Bắc Giang before 2021: its staff attend where they live.
    expect(Object.keys(cellTypes)).not.toContain('co-quan-xa');
  });
});
