import type { Session } from '#shared/access/session.ts';
import type { Day } from '#shared/period.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import { beginsWeek, isNonWorking, workingDayBefore } from '#shared/reminders/non-working-days.ts';

/** Whether somebody wants reminders by mail. */
export type MailChoice = 'on' | 'off';

/** An account that chooses whether it is reminded. */
export type Subscriber = Pick<Session, 'user' | 'unit'>;

/**
 * The duties that a mail on a day contains; empty where there is no mail.
 *
 * Missing reports cause a mail on every working day while they are duties. A visit or a matter causes one on the first
 * working day on which it waits, and then once a week. A mail contains all duties. No mail is sent on non-working days.
 * Somebody who switched reminders off still gets official notices.
 */
export function mailOn(day: Day, duties: readonly Duty[], mail: MailChoice): readonly Duty[] {
  if (isNonWorking(day)) return [];
  if (mail === 'off') return duties.filter((duty) => isOfficial(duty, day));
  return duties.some((duty) => callsForMail(duty, day)) ? duties : [];
}

/** Whether a duty is an official notice: the deadline passed, and this is the first working day after it. Ours. */
export function isOfficial(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' && duty.late && workingDayBefore(day) <= duty.due;
}

function callsForMail(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' || duty.since > workingDayBefore(day) || beginsWeek(day);
}
