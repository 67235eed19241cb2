import type { ReportFigures } from '#shared/reports/free-text.ts';
import { staffCounters } from '#shared/scorecards/staff-figures.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

type Told = Pick<ReportFigures, 'communeStaff' | 'communeStaffPresent'>;

/**
 * What a regular meeting counts, once more on the side of the cells with commune staff or of those without. A meeting that
 * does not say whether the cell has any is on neither; one that does not say how many came is not in the share of staff.
 *
 * @param counted what the meeting counts for all cells
 */
export function countStaff({ communeStaff, communeStaffPresent }: Told, counted: Tally): Tally {
  if (communeStaff === undefined) return { staffUnknown: 1 };
  const side = communeStaff > 0 ? 'withStaff' : 'withoutStaff';
  const own = staffCounters.flatMap((counter) => {
    const count = counted[counter];
    return count ? [[`${side}:${counter}`, count]] : [];
  });
  return {
    ...Object.fromEntries(own),
    ...(communeStaff > 0 &&
      communeStaffPresent !== undefined && { staffMembers: communeStaff, staffPresent: communeStaffPresent }),
  };
}
