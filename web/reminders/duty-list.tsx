import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { remindersTexts } from '#shared/reminders/texts/reminders.ts';
import type { UnitId } from '#shared/units/units.ts';
import { DutyLink } from '#web/reminders/duty-link.tsx';

interface DutiesProps {
  readonly duties: readonly Duty[];
  /** What a unit is called: where the duties are of several units, each says of which. */
  readonly nameOf?: ((unit: UnitId) => string) | undefined;
  readonly lang: Lang;
}

/** The reader's duties. */
export function Duties({ duties, nameOf, lang }: DutiesProps) {
  const areOfSeveral = new Set(duties.flatMap((duty) => ('unit' in duty ? duty.unit : []))).size > 1;
  if (duties.length === 0) return null;
  return (
    <section aria-label={remindersTexts[lang].board}>
      <ul class="todo">
        {duties.map((duty) => (
          <li key={duty.kind + pathOfDuty(duty)}>
            <DutyLink
              duty={duty}
              {...(nameOf && areOfSeveral && 'unit' in duty && { of: capitalized(nameOf(duty.unit)) })}
              lang={lang}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
