import type { Instant } from '#shared/period.ts';

/** The state of an account's rights: what its sessions are compared with. */
export interface Rights {
  /** Another after every change of rights. Absent while no change of the last days is known: then any session counts. */
  readonly version?: string;
  /** A change under way. */
  readonly change?: RightsChange;
}

export interface RightsChange {
  readonly id: string;
  /** If it has not ended by then, whoever made it died in the middle: nobody can tell what is changed. */
  readonly until: Instant;
  /** Whether nobody may be signed in meanwhile. Otherwise it is a try that may come to nothing, such as a wrong code. */
  readonly closes: boolean;
}

/** The version of an account that has none. */
export const NEVER_CHANGED = 'first';

/**
 * How long a change may take. No function runs half as long, so the clocks of two machines may differ by that much; they
 * decide nothing but when a change that died is given up.
 */
export const CHANGE_SECONDS = 60;

/** Whether what began under a version of the rights, a session or a step of signing in, still counts. */
export function counts(rights: Rights | undefined, version: string, now: Instant): boolean {
  const { change } = rights ?? {};
  if (change && (change.closes || change.until <= now)) return false;
  return rights?.version === undefined || rights.version === version;
}
