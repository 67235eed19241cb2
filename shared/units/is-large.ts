/** Of a district with so many cells no page reads every report of a month. */
const MOST_CELLS = 2000;

/**
 * Whether a district is so large that its home and its lists of reports and tasks show what was counted for each commune,
 * and lead to the communes' own lists: those read every report, so they are as true as in any district.
 *
 * @param cells of the district in the month
 */
export function isLarge(cells: number): boolean {
  return cells > MOST_CELLS;
}
