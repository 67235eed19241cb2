import type { Viewer } from '#shared/access/can.ts';
import type { Report } from '#shared/reports/report.ts';

/**
 * Whether the viewer may judge a meeting from having been there: a working group reviews what one attended, by what the
 * report says or by the group's own visit. Others review without having attended.
 *
 * @param visits what working groups have told of this meeting
 */
export function hasAttended(
  { role, group }: Pick<Viewer, 'role' | 'group'>,
  { attendedBy }: Pick<Report, 'attendedBy'>,
  visits: readonly { readonly group: number }[] = [],
): boolean {
  if (role !== 'group' || attendedBy === 'group' || attendedBy === 'both') return true;
  return visits.some((visit) => visit.group === group);
}
