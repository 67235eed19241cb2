import type { Role } from '#shared/access/routes.ts';
import { isClosed, type MatterLevel, type MatterStep, type TrackedMatter } from '#shared/matters/matter.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';

/** The steps that must give a reason or an answer: the cell reads it on its next form. */
export const answeredSteps: ReadonlySet<MatterStep> = new Set([
  'progress',
  'pass-up',
  'settle',
  'not-founded',
  'reopen',
]);

/** The levels at which a role answers. A working group and a cell only raise matters and follow them. */
const answersAt: Readonly<Record<Role, readonly MatterLevel[]>> = {
  cell: [],
  commune: ['commune'],
  group: [],
  district: ['commune', 'district', 'above'],
};

/**
 * The steps that a role may take on a matter now.
 *
 * A matter that was passed up belongs to the district. Levels above the district have no account here, so the district
 * follows it for them. A merged matter stays merged: the earlier matter continues for both.
 */
export function stepsOn(matter: Pick<TrackedMatter, 'state' | 'level'>, role: Role): readonly MatterStep[] {
  const { state, level } = matter;
  if (!answersAt[role].includes(level) || state === 'merged') return [];
  if (isClosed(matter)) return ['reopen'];
  return [
    ...(state === 'in-hand' ? [] : (['take'] as const)),
    'progress',
    'settle',
    ...(level === 'above' ? [] : (['pass-up'] as const)),
    'not-founded',
    'merge',
  ];
}

/**
 * Whether a matter may be merged into another: that one must be earlier, of the same commune, and not merged itself.
 *
 * It must be earlier so that a chain of merges always ends at a matter that is not merged.
 *
 * @param keeperOf which unit has now what is open at another: after a reform, matters of two communes are of one
 */
export function mayMergeInto(
  matter: TrackedMatter,
  into: TrackedMatter,
  keeperOf: (unit: UnitId) => UnitId = (unit) => unit,
): boolean {
  const commune = ({ unit }: TrackedMatter) => communeOf(keeperOf(unit));
  return commune(matter) === commune(into) && into.state !== 'merged' && isEarlier(into, matter);
}

function isEarlier(a: TrackedMatter, b: TrackedMatter): boolean {
  return a.raisedAt < b.raisedAt || (a.raisedAt === b.raisedAt && a.id < b.id);
}
