import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant, Month } from '#shared/period.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import type { Directory, Unit, UnitId } from '#shared/units/units.ts';

/** Whom guidance is for: all cells, or those of one type. */
export type Audience = 'all' | CellType;
export const audiences: readonly Audience[] = ['all', ...(Object.keys(cellTypes) as CellType[])];

/** Guidance: what the district's board asks cells to put on their agenda in a month (định hướng nội dung sinh hoạt). */
export interface Guidance {
  readonly month: Month;
  readonly audience: Audience;
  readonly text: string;
}

/** Guidance as it was published. Revisions are only ever added. */
export interface GuidanceRevision extends Guidance {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** A unit has opened a revision; `at` is the first time. */
export interface Opening {
  readonly month: Month;
  readonly audience: Audience;
  readonly revision: number;
  /** The commune or cell; for a working group its district. */
  readonly unit: UnitId;
  readonly group?: number;
  readonly at: Instant;
}

/** Which units of the audience have opened something. */
export interface Readers {
  /** The communes with cells in the audience, each with when it first opened it; absent if it has not. */
  readonly communes: readonly { readonly commune: Unit; readonly at?: Instant }[];
  /** How many cells have opened it from their own account. */
  readonly cells: number;
  /** The numbers of the working groups that have opened it, in order. */
  readonly groups: readonly number[];
}

/** Guidance and who has opened its newest revision. */
export interface OpenedGuidance extends Readers {
  readonly guidance: GuidanceRevision;
}

/** The longest guidance, in characters. */
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

/** Whether guidance for an audience, or for some types of cell (none: all), is for cells of these types. */
export function isFor(audience: Audience | readonly CellType[], types: ReadonlySet<CellType | undefined>): boolean {
  if (typeof audience === 'string') return audience === 'all' || types.has(audience);
  return audience.length === 0 || audience.some((type) => types.has(type));
}

/**
 * The newest revision of each piece of guidance; the one for all cells comes first.
 *
 * @param revisions in any order
 */
export function newestGuidance(revisions: readonly GuidanceRevision[]): GuidanceRevision[] {
  return audiences.flatMap(
    (audience) =>
      revisions.filter((each) => each.audience === audience).sort((a, b) => b.revision - a.revision)[0] ?? [],
  );
}

/** Who has opened the newest revision of guidance; opening an earlier one does not count. */
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

/** Who has opened what is meant for some of the cells. */
export function readersOf(
  audience: Audience | readonly CellType[],
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
