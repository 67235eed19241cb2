import type { Actor } from '#shared/access/session.ts';
import { addMonths, type Instant, type Month, standsIn } from '#shared/period.ts';
import type { Group, GroupMember, UnitId } from '#shared/units/units.ts';

/** A group is responsible for a commune from one month to another, both included; there is no end if `to` is absent. */
export interface Assignment {
  readonly commune: UnitId;
  readonly group: number;
  readonly from: Month;
  readonly to?: Month;
}

/** A district's working groups (tổ công tác): their members, and which communes each was responsible for and when. */
export interface GroupList {
  /** In the order of their numbers. The first member is the head, one of the district's standing committee. */
  readonly groups: readonly { readonly number: number; readonly members: readonly GroupMember[] }[];
  /** Each commune has at most one group in a month. */
  readonly assignments: readonly Assignment[];
}

/** A list as it was entered. Revisions are only ever added. */
export interface GroupListRevision extends GroupList {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** How many people a group has. Đề án 06 (Hiệp Hòa, 03/2019). */
export const groupSize = { least: 7, most: 9 } as const;

/** The groups with the communes for which each is responsible in a month. */
export function groupsIn(month: Month, { groups, assignments }: GroupList): Group[] {
  return groups.map(({ number, members }) => ({
    number,
    name: `Tổ công tác số ${number}`,
    communes: assignments
      .filter((each) => each.group === number && standsIn(month, each))
      .map(({ commune }) => commune),
    ...(members.length > 0 && { members }),
  }));
}

/**
 * Assigns groups to communes from a month onwards. Earlier months keep their groups.
 *
 * @param chosen the group of each commune, `undefined` for none; communes without an entry keep their group
 */
export function reassign(
  assignments: readonly Assignment[],
  chosen: ReadonlyMap<UnitId, number | undefined>,
  from: Month,
): Assignment[] {
  const kept = assignments.flatMap((each): Assignment[] => {
    if (!chosen.has(each.commune) || (each.to !== undefined && each.to < from)) return [each];
    if (each.from >= from) return [];
    return [{ ...each, to: addMonths(from, -1) }];
  });
  const added = [...chosen].flatMap(([commune, group]) => (group === undefined ? [] : [{ commune, group, from }]));
  return joined([...kept, ...added]);
}

/** Joins assignments if a commune keeps its group. The result is in the order of communes and months. */
function joined(assignments: readonly Assignment[]): Assignment[] {
  const inOrder = [...assignments].sort(
    (a, b) => (a.commune < b.commune ? -1 : a.commune > b.commune ? 1 : 0) || (a.from < b.from ? -1 : 1),
  );
  const result: Assignment[] = [];
  for (const next of inOrder) {
    const last = result.at(-1);
    const goesOn = last?.commune === next.commune && last.group === next.group && last.to === addMonths(next.from, -1);
    if (!last || !goesOn) result.push(next);
    else {
      const { to, ...rest } = last;
      result[result.length - 1] = { ...rest, ...(next.to !== undefined && { to: next.to }) };
    }
  }
  return result;
}

/** @example memberName({ post: 'Chuyên viên', organ: 'Ban Tổ chức' }) //=> 'Chuyên viên, Ban Tổ chức' */
export function memberName({ post, organ }: GroupMember): string {
  return organ === undefined ? post : `${post}, ${organ}`;
}
