import type { Month } from '#shared/period.ts';
import type { Heirs } from '#shared/units/reorganise/plan.ts';
import { districtOf, parentOf, type UnitId } from '#shared/units/units.ts';
import { type Assignment, type GroupList, groupsIn, reassign } from '#shared/visits/groups.ts';

/**
 * The list after a reorganisation: a new commune has the group that most of its predecessors had, of equals the one with
 * the lower number; what ended has none. Communes of another district have no group of this one.
 */
export function followGroups(list: GroupList, district: UnitId, heirs: Heirs, month: Month): GroupList {
  const groupOf = new Map(
    groupsIn(month, list).flatMap(({ number, communes }) => communes.map((commune) => [commune, number] as const)),
  );
  const own = [...heirs].filter(([commune]) => parentOf(commune) === district);
  const had = new Map<UnitId, number[]>();
  for (const [commune, to] of own) {
    const group = groupOf.get(commune);
    if (group === undefined) continue;
    for (const heir of to) if (districtOf(heir) === district) had.set(heir, [...(had.get(heir) ?? []), group]);
  }
  const chosen = new Map<UnitId, number | undefined>([
    ...own.filter(([commune]) => groupOf.has(commune)).map(([commune]) => [commune, undefined] as const),
    ...[...had].map(([heir, groups]) => [heir, mostFrequent(groups)] as const),
  ]);
  return { groups: list.groups, assignments: reassign(list.assignments, chosen, month) };
}

/** The list after a reorganisation was undone: its communes have the groups that they had before it. */
export function restoreGroups(now: GroupList, before: GroupList, heirs: Heirs): GroupList {
  const touched = new Set([...heirs].flatMap(([commune, to]) => [commune, ...to]));
  const isTouched = ({ commune }: Assignment) => touched.has(commune);
  const assignments = [...now.assignments.filter((each) => !isTouched(each)), ...before.assignments.filter(isTouched)];
  // Like `reassign`, in the order of communes and months.
  return {
    groups: now.groups,
    assignments: assignments.sort((a, b) =>
      a.commune < b.commune ? -1 : a.commune > b.commune ? 1 : a.from < b.from ? -1 : 1,
    ),
  };
}

function mostFrequent(groups: readonly number[]): number | undefined {
  const count = (group: number) => groups.filter((each) => each === group).length;
  return [...groups].sort((a, b) => count(b) - count(a) || a - b)[0];
}
