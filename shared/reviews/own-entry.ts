import type { Viewer } from '#shared/access/can.ts';
import type { Actor } from '#shared/access/session.ts';

/**
 * Whether the viewer would judge an own entry: the account has entered some of it, or another account of the same unit
 * has, or of a unit that the viewer's carries on after a reform. Who has only returned or confirmed has entered nothing.
 *
 * @param enteredBy everybody who has sent or amended the report, in any of its revisions
 */
export function isOwnEntry({ user, role, unit, forebears = [] }: Viewer, enteredBy: readonly Actor[]): boolean {
  return enteredBy.some(
    (by) =>
      by.user === user || by.unit === unit || (by.role === role && forebears.some((before) => before.id === by.unit)),
  );
}
