import type { Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What can become of a unit. */
export const deeds = ['rename', 'merge', 'split', 'move', 'abolish', 'root'] as const;
export type Deed = (typeof deeds)[number];

/**
 * One line of a plan.
 *
 * - `rename`: `from` has another name and keeps its id.
 * - `merge`: `from` goes into `to`, one line a unit that does. `to` is the id wished for the new unit; if it is a unit's
 *   that stands, that one goes into the new unit too and gives it its name, so it can go nowhere else.
 * - `split`: `from` becomes `to`, one line a part; the first part carries on what is open. Cells of a commune that no
 *   `move` names go to the first part.
 * - `move`: `from` stands under `to` from then on.
 * - `abolish`: `from`, a commune or a cell, ends with all below it, and nothing follows it.
 * - `root`: `to` is a new board that takes over from the district `from`, which ends when nothing is left under it.
 */
export interface Act {
  readonly what: Deed;
  readonly from: UnitId;
  readonly to?: UnitId;
  readonly kind?: string;
  readonly name?: string;
  /** The line of the file. */
  readonly line?: number;
}

/** What happens to a district's units at once, at the beginning of a month. */
export interface ReorganisationPlan {
  /** The first month of the new units. */
  readonly month: Month;
  readonly acts: readonly Act[];
}

export interface PlanFault {
  readonly code:
    | 'nothing'
    | 'unknown-unit'
    | 'twice'
    | 'chain'
    | 'into-itself'
    | 'taken'
    | 'under-ended'
    | 'too-much'
    | 'ends-district'
    | 'no-target'
    | 'no-name'
    | 'differs'
    | 'same-name'
    | 'bad-id'
    | 'wrong-level';
  readonly unit: UnitId;
  readonly line?: number;
}

/** Every unit of before that changes, and what it becomes: nothing if it is abolished, several if it is split. */
export type Heirs = ReadonlyMap<UnitId, readonly UnitId[]>;

/** Whether an act makes a new unit, its `to`. */
export function makesUnit({ what, to }: Act): boolean {
  return (what === 'merge' || what === 'split' || what === 'root') && to !== undefined;
}
