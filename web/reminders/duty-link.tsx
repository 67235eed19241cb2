import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { dutySentence } from '#shared/reminders/texts/reminders.ts';
import { CountedLink } from '#web/components/counted-link.tsx';

interface DutyLinkProps {
  readonly duty: Duty;
  /** The unit where it waits, for who has several. */
  readonly of?: string;
  readonly lang: Lang;
}

/** One duty: a number and a link to exactly those. */
export function DutyLink({ duty, of, lang }: DutyLinkProps) {
  const count = String(duty.count);
  // Every sentence begins with its number.
  const words = dutySentence(duty, lang).slice(count.length + 1);
  const note = of && { note: of };
  return <CountedLink count={count} words={words} {...note} href={pathOfDuty(duty)} urgent={isUrgent(duty)} />;
}

/** Visits and reports that are not late are only due. */
function isUrgent(duty: Duty): boolean {
  return duty.kind === 'reports' ? duty.late : duty.kind !== 'visits';
}
