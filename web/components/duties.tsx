import { type Duty, pathOfDuty } from '#shared/duties.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { dutySentence, remindersTexts } from '#shared/texts/reminders.ts';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly lang: Lang;
}

/** What waits for the reader, each with the way to it. */
export function Duties({ duties, lang }: DutiesProps) {
  if (duties.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="duties">
      <h2 id="duties">{remindersTexts[lang].board}</h2>
      <ul>
        {duties.map((duty) => (
          <li key={pathOfDuty(duty)}>
            <a href={pathOfDuty(duty)}>{dutySentence(duty, lang)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
