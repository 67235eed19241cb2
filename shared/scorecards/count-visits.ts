import { digestOf } from '#shared/digest.ts';
import type { UnitTally } from '#shared/scorecards/count-district.ts';
import { type Directory, parentOf } from '#shared/units/units.ts';
import type { Visit, VisitRevision } from '#shared/visits/visit.ts';

/**
 * Counts a month's visits and the cells that they covered. A dropped visit is not counted; a cell whose commune has no
 * group cannot be covered and is not in the base.
 *
 * @param visits the newest revision of each visit
 */
export function countVisits(
  { cells, groups }: Pick<Directory, 'cells' | 'groups'>,
  visits: readonly Pick<Visit, 'unit' | 'state'>[],
): UnitTally[] {
  const answeredFor = new Set(groups.flatMap(({ communes }) => communes));
  const covered = new Set(visits.filter(({ state }) => state === 'done').map(({ unit }) => unit));
  return [
    ...visits
      .filter(({ state }) => state !== 'dropped')
      .map(({ unit, state }) => ({ unit, tally: { visitsPlanned: 1, ...(state === 'done' && { visitsDone: 1 }) } })),
    ...cells
      .filter(({ id }) => answeredFor.has(parentOf(id) ?? ''))
      .map(({ id }) => ({ unit: id, tally: { groupCells: 1, ...(covered.has(id) && { cellsCovered: 1 }) } })),
  ];
}

/** How a scorecard names a visit that it counted: the digest excludes its free text, which may expire. */
export function visitInput({ id, revision, state }: Pick<VisitRevision, 'id' | 'revision' | 'state'>): string {
  return `${id}#${revision} ${digestOf({ state })}`;
}
