import { pathTo } from '#shared/access/routes.ts';
import { formatDay } from '#shared/language/format.ts';
import { lastAnswer, type TrackedMatter } from '#shared/matters/matter.ts';
import { matterStateLabels } from '#shared/matters/texts/matters.ts';
import { dayAt } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { matterWords } from '#web/matters/matter-words.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The answers to be read out at the meeting, and the concerns that still wait for theirs. */
export function ConcernsSection({ context: { lang }, prepared: { answers, unanswered } }: PrepareProps) {
  const t = prepareTexts[lang];
  const list = (matters: readonly TrackedMatter[]) => (
    <ul class="rows">
      {matters.map((matter) => (
        <li key={matter.id}>
          <a href={pathTo('/matters/{id}', { id: matter.id })}>{matterWords(matter.said, lang)}</a>:{' '}
          <b>{matterStateLabels[lang][matter.state]}</b>{' '}
          <span class="muted">{formatDay(dayAt(matter.closedAt ?? matter.raisedAt))}</span> {lastAnswer(matter)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {answers.length > 0 && (
        <section>
          <h2>{t.answers}</h2>
          {list(answers)}
        </section>
      )}
      {unanswered.length > 0 && (
        <section>
          <h2>{t.unanswered}</h2>
          {list(unanswered)}
        </section>
      )}
    </>
  );
}
