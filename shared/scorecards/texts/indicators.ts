import { type Bilingual, inEach } from '#shared/language/lang.ts';
import { type IndicatorId, indicatorIds, indicatorTable } from '#shared/scorecards/indicators.ts';

/** The figures of a scorecard, written out. */
export const indicatorLabels = inEach(
  Object.fromEntries(indicatorIds.map((id) => [id, indicatorTable[id].label])) as Record<IndicatorId, Bilingual>,
);

/** The figures with a column in the lists of communes, cells and groups on pages and in the PDF. */
export type Column = {
  [Id in IndicatorId]: (typeof indicatorTable)[Id]['shown']['column'] extends 'none' ? never : Id;
}[IndicatorId];
export const columns = indicatorIds.filter((id): id is Column => indicatorTable[id].shown.column !== 'none');

/** The headings of those columns. */
export const columnLabels = inEach(
  Object.fromEntries(columns.map((id) => [id, indicatorTable[id].shown.column])) as Record<Column, Bilingual>,
);
