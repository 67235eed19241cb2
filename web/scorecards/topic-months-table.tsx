import { capitalized, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { topics } from '#shared/reports/topics.ts';
import { topicMonthTexts } from '#shared/scorecards/texts/topic-months.ts';
import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

interface TopicMonthsTableProps {
  readonly trend: Trend;
  readonly lang: Lang;
}

/** What concerns were about, a row a month: which came up more, which less. */
export function TopicMonthsTable({ trend, lang }: TopicMonthsTableProps) {
  const t = topicMonthTexts[lang];
  const { topics: raised, months } = topicTrendOf(trend);
  const heads = [...raised.map((topic) => topics[topic][lang]), t.all, t.bypass];
  const words = (count: number | null) => (count === null ? '—' : formatNumber(count, lang));
  return (
    <section>
      <h2>{t.title}</h2>
      <section class="scroll" aria-label={t.title} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              {heads.map((head) => (
                <th key={head} scope="col" class="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, counts, all, bypass }) => (
              <tr key={month}>
                <th scope="row">{capitalized(formatMonth(month, lang))}</th>
                {[...raised.map((topic) => counts && (counts[topic] ?? 0)), all, bypass].map((count, at) => (
                  <td key={heads[at]} class="num">
                    {words(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.note}</p>
    </section>
  );
}
