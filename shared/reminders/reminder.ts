import type { Session } from '#shared/access/session.ts';
import type { Day } from '#shared/period.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import { beginsWeek, isNonWorking, workingDayBefore } from '#shared/reminders/non-working-days.ts';

/** Whether somebody wants reminders by mail. */
export type MailChoice = 'on' | 'off';

/** An account that chooses whether it is reminded. */
export type Subscriber = Pick<Session, 'user' | 'unit'>;

/**
 * The duties that a day's mail to somebody lists; empty if no mail is to be sent.
 *
 * Missing reports cause a mail on every working day while they are announced; a visit or a matter on the first working
 * day on which it waits, and then once a week. A mail always lists all that waits. Nobody gets mail on other days.
 * An account without reminders still gets official notices.
 */
export function mailOn(day: Day, duties: readonly Duty[], mail: MailChoice): readonly Duty[] {
  if (isNonWorking(day)) return [];
  if (mail === 'off') return duties.filter((duty) => isOfficial(duty, day));
  return duties.some((duty) => callsForMail(duty, day)) ? duties : [];
}

/** The notice that a deadline has passed, on the first working day after it. This rule is our choice. */
export function isOfficial(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' && duty.late && workingDayBefore(day) <= duty.due;
}

function callsForMail(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' || duty.since > workingDayBefore(day) || beginsWeek(day);
}
