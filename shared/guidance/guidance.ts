import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant, Month } from '#shared/period.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import type { Directory, Unit, UnitId } from '#shared/units/units.ts';

/** Whom an orientation is for: all cells, or those of one type. */
export type Audience = 'all' | CellType;
export const audiences: readonly Audience[] = ['all', ...(Object.keys(cellTypes) as CellType[])];

/** What the district's board asks cells to put on their agenda in a month (định hướng nội dung sinh hoạt). */
export interface Guidance {
  readonly month: Month;
  readonly audience: Audience;
  readonly text: string;
}

/** An orientation as it was published. Revisions are only ever added. */
export interface GuidanceRevision extends Guidance {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** That a unit has opened a revision, and when it first did. */
export interface Opening {
  readonly month: Month;
  readonly audience: Audience;
  readonly revision: number;
  /** The commune or cell; of a working group its district. */
  readonly unit: UnitId;
  readonly group?: number;
  readonly at: Instant;
}

/** Who has opened something of those for whom it is. */
export interface Readers {
  /** The communes that have cells it is for, each with when it first opened it; absent where it has not. */
  readonly communes: readonly { readonly commune: Unit; readonly at?: Instant }[];
  /** How many cells have opened it with an account of their own. */
  readonly cells: number;
  /** Numbers of the working groups that have opened it, in order. */
  readonly groups: readonly number[];
}

/** An orientation with who has opened its newest revision. */
export interface OpenedGuidance extends Readers {
  readonly guidance: GuidanceRevision;
}

/** Longest orientation, in characters. */
const LONGEST = 6000;

export type ParsedGuidance =
  | { readonly ok: true; readonly guidance: Guidance }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads `audience` and `text`. */
export function parseGuidance(typed: Typed, month: Month): ParsedGuidance {
  const fields = new Fields(typed);
  const audience = fields.choice('audience', audiences);
  const text = fields.words('text', LONGEST);
  fields.refuseOthers();
  if (fields.errors.length > 0 || !audience || !text) return { ok: false, errors: fields.errors };
  return { ok: true, guidance: { month, audience, text } };
}

/** Whether an orientation is for cells of these types. */
export function isFor(audience: Audience, types: ReadonlySet<CellType | undefined>): boolean {
  return audience === 'all' || types.has(audience);
}

/**
 * The newest revision of each orientation, the one for all cells first.
 *
 * @param revisions in any order
 */
export function newestGuidance(revisions: readonly GuidanceRevision[]): GuidanceRevision[] {
  return audiences.flatMap(
    (audience) =>
      revisions.filter((each) => each.audience === audience).sort((a, b) => b.revision - a.revision)[0] ?? [],
  );
}

/** Who has opened the newest revision of an orientation. Having read an earlier one does not count. */
export function openedBy(
  guidance: GuidanceRevision,
  openings: readonly Opening[],
  directory: Pick<Directory, 'communes' | 'cells'>,
): OpenedGuidance {
  const own = openings.filter(
    ({ audience, revision }) => audience === guidance.audience && revision === guidance.revision,
  );
  return { guidance, ...readersOf(guidance.audience, own, directory) };
}

/** Who has opened what is for some cells. */
export function readersOf(
  audience: Audience,
  own: readonly Pick<Opening, 'unit' | 'group' | 'at'>[],
  { communes, cells }: Pick<Directory, 'communes' | 'cells'>,
): Readers {
  const at = new Map(own.filter(({ group }) => group === undefined).map((each) => [each.unit, each.at]));
  const addressed = communes.filter(({ id }) =>
    cells.some((cell) => cell.id.startsWith(`${id}.`) && isFor(audience, new Set([cell.type]))),
  );
  return {
    communes: addressed.map((commune) => {
      const opened = at.get(commune.id);
      return { commune, ...(opened && { at: opened }) };
    }),
    cells: cells.filter(({ id }) => at.has(id)).length,
    groups: own.flatMap(({ group }) => group ?? []).sort((a, b) => a - b),
  };
}
