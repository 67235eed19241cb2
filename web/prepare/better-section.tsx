import { reasonWords } from '#shared/judging/reason-words.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import { formatDay } from '#shared/language/format.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** What would win the points that the last meeting lacked, and what the working group advised. */
export function BetterSection({ context: { lang }, prepared: { weakest, advice } }: PrepareProps) {
  const t = prepareTexts[lang];
  if (weakest.length === 0 && !advice) return null;
  return (
    <section>
      <h2>{t.better}</h2>
      <ul class="rows">
        {weakest.map((line) => (
          <li key={line.id}>
            <b>{criterionName(line.id, lang)}</b>. {reasonWords(line, reasons[lang])}
          </li>
        ))}
        {advice && (
          <li>
            {t.advice(advice.group, formatDay(advice.date))} {advice.text}{' '}
            <b>{advice.kept ? t.kept(advice.kept) : t.keptUnknown}</b>
          </li>
        )}
      </ul>
    </section>
  );
}
