import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { DutyLink } from '#web/reminders/duty-link.tsx';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly lang: Lang;
}

/** The reader's duties. */
export function Duties({ duties, lang }: DutiesProps) {
  if (duties.length === 0) return null;
  return (
    <section aria-label={remindersTexts[lang].board}>
      <ul class="todo">
        {duties.map((duty) => (
          <li key={duty.kind + pathOfDuty(duty)}>
            <DutyLink duty={duty} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}
