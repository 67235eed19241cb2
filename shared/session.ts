import type { Role } from '#shared/routes.ts';
import type { UnitId } from '#shared/units.ts';

/** Who is signed in, as the user pool says it. */
export interface Session {
  readonly user: string;
  readonly role: Role;
  /** The unit whose subtree the user sees. A working group's is the district; see `communes`. */
  readonly unit: UnitId;
  /** Working groups only: the group's number in the district. */
  readonly group?: number;
}
