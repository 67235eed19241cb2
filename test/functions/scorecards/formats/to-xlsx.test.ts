import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { scorecards } from '#test/web/demo-month.ts';

const [district, ...communes] = scorecards() as [Scorecard, ...Scorecard[]];
const commune = communes[0] as Scorecard;
const exported = { by: 'district', at: '2026-01-15T02:03:00.000Z' };

/** Gives every unit, group and cell a name with the same beginning. */
function nameAll(scorecard: Scorecard, like: string): Scorecard {
  const named = <T extends { readonly name: string }>(each: T) => ({ ...each, name: `${like}Tên mới` });
  return {
    ...named(scorecard),
    children: scorecard.children.map(named),
    groups: scorecard.groups.map(named),
    belowNorm: scorecard.belowNorm.map((each) => ({ ...named(each), commune: `${like}Tên mới` })),
  };
}

async function sheetsOf(scorecard: Scorecard) {
  const cells = scorecard.unit === district.unit ? communes.flatMap(rowsOf) : rowsOf(scorecard);
  const month = lastMonthOf(scorecard.month);
  const trend = trendOf({ from: addMonths(month, -11), to: month }, [scorecard]);
  const { sheets, namedRanges = [] } = await readXlsx(await toXlsx(scorecard, { cells, trend, exported }));
  return {
    names: sheets.map(({ name }) => name),
    rows: new Map(sheets.map(({ name, rows }) => [name, rows])),
    namedRanges,
    formulas: sheets.flatMap(({ cells }) =>
      [...(cells ?? [])].flatMap(([at, { formula }]) => (formula === undefined ? [] : [`${at} ${formula}`])),
    ),
  };
}

describe('the workbook of a district', () => {
  it('has a sheet for each question', async () => {
    const { names } = await sheetsOf(district);
    expect(names).toEqual([
      ...['Bìa', 'Bảng tổng hợp', 'Các xã', 'Các chi bộ', 'Tổ công tác', 'Chi bộ dưới chuẩn'],
      ...[
        'Vấn đề',
        'Giải quyết vấn đề',
        'Kết quả',
        'Cán bộ xã',
        'Diễn biến',
        'Vấn đề theo tháng',
        'Biểu tháng',
        'Ghi chú',
      ],
    ]);
  });

  it('says the scorecard’s own numbers, its total by formulas that give them too', async () => {
    const { rows } = await sheetsOf(district);
    const communes = rows.get('Các xã') ?? [];
    for (const { name, rank, indicators } of district.children) {
      const row = communes.find(([, lead]) => String(lead).toLowerCase() === name.toLowerCase());
      const figure = (id: string) => indicators.find((each) => each.id === id);
      expect(row?.[0]).toBe(rank);
      expect(row?.[2]).toBe(figure('reported')?.denominator);
      expect(row).toEqual(expect.arrayContaining([figure('attendance')?.numerator, figure('attendance')?.denominator]));
    }
    const total = communes.find(([, lead]) => lead === 'Cộng');
    const whole = district.indicators.find(({ id }) => id === 'attendance');
    expect(total).toEqual(expect.arrayContaining([whole?.numerator, whole?.denominator]));
  });

  it('lists every cell below the norm once', async () => {
    const { rows } = await sheetsOf(district);
    const listed = (rows.get('Chi bộ dưới chuẩn') ?? []).filter(([number]) => typeof number === 'number');
    expect(listed.map(([, , cell]) => cell)).toEqual(district.belowNorm.map(({ name }) => name));
  });

  it('says that its data is made up, and whether it is final', async () => {
    const { rows } = await sheetsOf(district);
    for (const [sheet, lines] of rows) {
      const texts = lines.flat().join('\n');
      expect(texts, sheet).toContain('Dữ liệu minh họa do máy sinh ra');
      expect(texts, sheet).toContain('SỐ LIỆU CHÍNH THỨC, LẦN 1');
    }
  });
});

describe('any workbook', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '=HYPERLINK("http://x.vn")'])(
    'keeps names that begin like %s texts, wherever they stand, and computes nothing from them',
    async (like) => {
      for (const scorecard of [district, commune]) {
        const { rows, formulas } = await sheetsOf(nameAll(scorecard, like));
        const texts = [...rows.values()].flat(2).filter((value) => String(value).includes('Tên mới'));
        const shown = texts.filter((text) => String(text).toLowerCase().startsWith(like.toLowerCase()));
        expect(shown.length).toBeGreaterThan(scorecard.children.length);
        // Formulas are those of the workbook as it is made of plain names.
        expect(formulas).toEqual((await sheetsOf(nameAll(scorecard, ''))).formulas);
        expect(formulas.length).toBeGreaterThan(0);
      }
    },
  );

  it('is made of a month in which nobody has reported', async () => {
    const empty = commune.children.map((child) => ({ ...child, rank: null }));
    const { results: _, staff: __, ...silent } = commune;
    const { names } = await sheetsOf({ ...silent, status: 'live', revision: 0, children: empty, belowNorm: [] });
    expect(names).toEqual([
      ...[
        'Bìa',
        'Bảng tổng hợp',
        'Các chi bộ',
        'Chi bộ dưới chuẩn',
        'Vấn đề',
        'Giải quyết vấn đề',
        'Diễn biến',
        'Vấn đề theo tháng',
        'Biểu tháng',
        'Ghi chú',
      ],
    ]);
  });
});
