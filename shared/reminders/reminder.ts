import type { Session } from '#shared/access/session.ts';
import type { Day } from '#shared/period.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import { beginsWeek, isNonWorking, workingDayBefore } from '#shared/reminders/non-working-days.ts';

/** Whether somebody wants reminders by mail. */
export type MailChoice = 'on' | 'off';

/** An account that chooses whether it is reminded. */
export type Subscriber = Pick<Session, 'user' | 'unit'>;

/**
 * What of somebody's duties is written in a mail on a day; nothing where there is to be none.
 *
 * Missing reports are written about on every working day while they are told about; a visit or a matter on the first
 * working day on which it waits, and then once a week. Where one thing calls for a mail, all that waits stands in it.
 * On quiet days nobody is written to. Whoever wants no reminders still gets official notices.
 */
export function mailOn(day: Day, duties: readonly Duty[], mail: MailChoice): readonly Duty[] {
  if (isNonWorking(day)) return [];
  if (mail === 'off') return duties.filter((duty) => isOfficial(duty, day));
  return duties.some((duty) => callsForMail(duty, day)) ? duties : [];
}

/** The notice that a deadline has passed, on the first working day after it. Ours. */
export function isOfficial(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' && duty.late && workingDayBefore(day) <= duty.due;
}

function callsForMail(duty: Duty, day: Day): boolean {
  return duty.kind === 'reports' || duty.since > workingDayBefore(day) || beginsWeek(day);
}
