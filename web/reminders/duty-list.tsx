import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { dutySentence, remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { Alert } from '#web/components/alert.tsx';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly lang: Lang;
}

/** The reader's duties, each a link to its page. */
export function Duties({ duties, lang }: DutiesProps) {
  if (duties.length === 0) return null;
  return (
    <Alert title={remindersTexts[lang].board} tone="notice">
      <ul>
        {duties.map((duty) => (
          <li key={pathOfDuty(duty)}>
            <a href={pathOfDuty(duty)}>{dutySentence(duty, lang)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
