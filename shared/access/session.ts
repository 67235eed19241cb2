import type { Role } from '#shared/access/routes.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Who is signed in, as the user pool said when the session began. */
export interface Session {
  readonly user: string;
  readonly role: Role;
  /** The unit whose subtree the user sees. A working group has the district here; `Viewer.scope` has its communes. */
  readonly unit: UnitId;
  /** Working groups only: the group's number in the district. */
  readonly group?: number;
  /** Machine tokens only: the units that the token is for. */
  readonly within?: readonly UnitId[];
}

/** A session ends after a working day even in use, and after two hours without use. */
export const SESSION_HOURS = 12;
const IDLE_HOURS = 2;
/** A session's account is looked up again at the user pool after so long. */
const CHECK_MINUTES = 60;
/** While the user pool cannot be asked, a session goes on; it is asked again after so long. */
const CHECK_AGAIN_MINUTES = 5;
/** How long a sign-in may wait for its next step: time enough to fetch a telephone and install an app. */
export const PENDING_MINUTES = 15;
/** Recording every request would cost one write per page; a few minutes do not matter. */
const NOTE_MINUTES = 5;

interface Span {
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

/** When a session ends, even if it is in use. */
export function absoluteEnd({ startedAt }: Pick<Span, 'startedAt'>): Instant {
  return new Date(Date.parse(startedAt) + SESSION_HOURS * 60 * 60_000).toISOString();
}

const idleEnd = ({ seenAt }: Pick<Span, 'seenAt'>) => Date.parse(seenAt) + IDLE_HOURS * 60 * 60_000;

/** Whether a session is still open: it is neither too old nor unused for too long. */
export function isOpen(span: Span, now: Instant): boolean {
  return now < absoluteEnd(span) && Date.parse(now) < idleEnd(span);
}

/** In how many seconds a session ends if nothing more is asked for in it; 0 if it has ended. */
export function secondsLeft(span: Span, now: Instant): number {
  const end = Math.min(Date.parse(absoluteEnd(span)), idleEnd(span));
  return Math.max(0, Math.floor((end - Date.parse(now)) / 1000));
}

/** Whether it is time to record that the session is in use. */
export function isDueToNote({ seenAt }: Span, now: Instant): boolean {
  return Date.parse(now) >= Date.parse(seenAt) + NOTE_MINUTES * 60_000;
}

/** Whether it is time to ask the user pool whether the account still has the session's rights. */
export function isDueToCheck({ checkedAt }: { readonly checkedAt: Instant }, now: Instant): boolean {
  return Date.parse(now) >= Date.parse(checkedAt) + CHECK_MINUTES * 60_000;
}

/** What to note as the time of a check that the user pool did not answer: the next one is due soon. */
export function uncheckedAt(now: Instant): Instant {
  return new Date(Date.parse(now) - (CHECK_MINUTES - CHECK_AGAIN_MINUTES) * 60_000).toISOString();
}

/** Who did something: the account, with the role and the unit that it had then. */
export interface Actor {
  readonly user: string;
  readonly role: Role;
  readonly unit: UnitId;
}

/** Who does a step in a session. */
export function actorOf({ user, role, unit }: Session): Actor {
  return { user, role, unit };
}
