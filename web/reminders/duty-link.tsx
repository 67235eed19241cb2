import type { Lang } from '#shared/language/lang.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { dutySentence } from '#shared/reminders/texts/reminders.ts';
import { CountedLink } from '#web/components/counted-link.tsx';

/** One duty: a number and a link to exactly those. */
export function DutyLink({ duty, lang }: { readonly duty: Duty; readonly lang: Lang }) {
  const count = String(duty.count);
  // Every sentence begins with its number.
  const words = dutySentence(duty, lang).slice(count.length + 1);
  return <CountedLink count={count} words={words} href={pathOfDuty(duty)} urgent={isUrgent(duty)} />;
}

/** Visits and reports that are not late are only due. */
function isUrgent(duty: Duty): boolean {
  return duty.kind === 'reports' ? duty.late : duty.kind !== 'visits';
}
