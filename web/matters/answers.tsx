import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { isClosed, lastAnswer, type TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf } from '#shared/matters/matter-term.ts';
import { matterStateLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import { dayAt } from '#shared/period.ts';
import { matterWords } from '#web/matters/matter-words.ts';

/** The answers to a cell's matters, to read out at the next meeting. The header of the page links to all matters. */
export function Answers({ matters, lang }: { readonly matters: readonly TrackedMatter[]; readonly lang: Lang }) {
  if (matters.length === 0) return null;
  const t = mattersTexts[lang];
  return (
    <details>
      <summary>{t.answers}</summary>
      <ul class="rows">
        {matters.map((matter) => (
          <li key={matter.id}>
            {matterWords(matter.said, lang)}: <b>{matterStateLabels[lang][matter.state]}</b>{' '}
            <span class="muted">
              {isClosed(matter) && matter.closedAt
                ? formatDay(dayAt(matter.closedAt))
                : `${t.due.toLowerCase()} ${formatDay(dueDayOf(matter))}`}
              {matter.promised && `; ${t.promised.toLowerCase()} ${formatDay(matter.promised)}`}
            </span>
            {lastAnswer(matter) && <div>{lastAnswer(matter)}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}
