import { type CsvValue, csvRow } from '#functions/http/csv-row.ts';
import { trendColumns } from '#functions/scorecards/formats/columns.ts';
import { topics } from '#shared/reports/topics.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

/** A unit's months as a tidy table: a line a figure, then a line a topic of the concerns; what nobody counted has none. */
export function toTrendCsv(trend: Trend): string {
  const { unit, name, months } = trend;
  const byTopic = topicTrendOf(trend);
  const lines = months.flatMap(({ month, status, indicators }, at): CsvValue[][] => {
    const counts = byTopic.months[at]?.counts;
    const all = byTopic.months[at]?.all ?? null;
    const begin = [unit, name, month, status];
    return [
      ...indicators.map(({ id, numerator, denominator }) => [
        ...begin,
        ...[id, indicatorLabels.vi[id], numerator, denominator],
      ]),
      ...(counts ? byTopic.topics : []).map((topic) => [
        ...begin,
        ...[`topic${topic}`, topics[topic].vi, counts?.[topic] ?? 0, all],
      ]),
    ];
  });
  // Without the byte order mark Excel reads the file as Latin letters.
  return [`\uFEFF${csvRow(Object.keys(trendColumns))}`, ...lines.map(csvRow)].join('');
}
