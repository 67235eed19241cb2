import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { dutySentence, remindersTexts } from '#shared/reminders/texts/reminders.ts';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly lang: Lang;
}

/** The reader's duties, each a number and a link to exactly those. */
export function Duties({ duties, lang }: DutiesProps) {
  if (duties.length === 0) return null;
  return (
    <section aria-label={remindersTexts[lang].board}>
      <ul class="todo">
        {duties.map((duty) => {
          const count = String(duty.count);
          return (
            <li key={duty.kind + pathOfDuty(duty)}>
              <a class={isUrgent(duty) ? 'hot' : undefined} href={pathOfDuty(duty)}>
                <b>{count}</b>
                {/* Every sentence begins with its number. */}
                <span>{dutySentence(duty, lang).slice(count.length)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Visits and reports that are not late are only due. */
function isUrgent(duty: Duty): boolean {
  return duty.kind === 'reports' ? duty.late : duty.kind !== 'visits';
}
