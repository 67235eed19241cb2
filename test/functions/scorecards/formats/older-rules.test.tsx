import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { addMonths, type Month } from '#shared/period.ts';
import { indicatorTable } from '#shared/scorecards/indicators.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { scorecards } from '#test/web/demo-month.ts';

/** A scorecard as it was stored before how meetings go was counted. */
const older = ({ indicators, children, groups, ...rest }: Scorecard): Scorecard => {
  const known = (figures: readonly Indicator[]) =>
    figures.filter(({ id }) => indicatorTable[id].shown.section !== 'conduct' && !id.startsWith('bypass'));
  return {
    ...rest,
    indicators: known(indicators),
    children: children.map((child) => ({ ...child, indicators: known(child.indicators) })),
    groups: groups.map((group) => ({ ...group, indicators: known(group.indicators) })),
  };
};

const scorecard = older(scorecards()[1] as Scorecard);
const cells = rowsOf(scorecard);
const to = scorecard.month as Month;
const trend = trendOf({ from: addMonths(to, -11), to }, [scorecard]);

describe('a scorecard of older rules has none of the newer figures, which is not 0:', () => {
  it('the CSV leaves them blank', () => {
    const [head = '', first = ''] = toCellsCsv(scorecard, cells).split('\r\n');
    const at = head.split(';').indexOf('lateArrivalsNumerator');
    expect(first.split(';').slice(at, at + 2)).toEqual(['', '']);
  });

  it('the workbook leaves their columns blank, their totals too', async () => {
    const exported = { by: 'district', at: '2026-01-15T02:03:00.000Z' };
    const { sheets } = await readXlsx(await toXlsx(scorecard, { cells, trend, exported }));
    const rows = sheets.find(({ name }) => name === 'Các chi bộ')?.rows ?? [];
    const column = rows.map((row) => row.indexOf('Đến muộn')).find((at) => at > 0) ?? 0;
    const filled = rows.filter((row) => typeof row[column] === 'number');
    expect(filled).toEqual([]);
  });

  it('a quarter has no base for them', () => {
    const quarter = mergeMonths('2025-Q4' as never, [scorecard]);
    const figure = quarter?.indicators.find(({ id }) => id === 'lateArrivals');
    expect(figure).toMatchObject({ denominator: 0, value: null });
  });
});
