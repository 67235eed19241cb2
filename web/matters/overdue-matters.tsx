import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { MatterId } from '#shared/matters/matter.ts';
import { workTexts } from '#shared/reports/texts/work.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';

/** A matter that nobody answered in time, without its words. */
export interface OverdueMatter {
  readonly id: MatterId;
  readonly topic: Topic;
  /** Where it was raised. */
  readonly unitName: string;
  /** By how many days. */
  readonly overdue: number;
}

/** The matters that wait for the reader past their term, each with the link to answer it. */
export function OverdueMatters({ matters, lang }: { readonly matters: readonly OverdueMatter[]; readonly lang: Lang }) {
  const t = workTexts[lang];
  if (matters.length === 0) return null;
  return (
    <table class="data cards board brief">
      <caption>{t.overdueTitle}</caption>
      <tbody>
        {matters.map(({ id, topic, unitName, overdue }) => (
          <tr key={id}>
            <th scope="row">{topics[topic][lang]}</th>
            <td class="received">
              {capitalized(unitName)} <span class="muted">{t.overdueBy(overdue)}</span>
            </td>
            <td>
              <a class="btn" href={pathTo('/matters/{id}', { id })}>
                {t.answer}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
