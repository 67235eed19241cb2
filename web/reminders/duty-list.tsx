import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { dutySentence, remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { Alert } from '#web/components/alert.tsx';

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly lang: Lang;
}

/** Lists what waits for the reader, each with its link. */
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
