import type { CellFault, Conversion } from '#shared/input/lists/list-file.ts';
import type { MonthFault } from '#shared/input/lists/list-month.ts';
import type { ReadList } from '#shared/input/lists/read-list.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** What is wrong in a cell of a list of units. */
export type UnitListFault =
  | CellFault
  | MonthFault
  | 'bad-id'
  | 'wrong-place'
  | 'no-parent'
  | 'elsewhere'
  | 'no-level'
  | 'no-name'
  | 'no-type'
  | 'no-from'
  | 'bad-group'
  | 'too-many'
  | 'id-twice'
  | 'differs'
  | 'no-commune'
  | 'unknown-commune';

export interface ListFault {
  /** `F8`. */
  readonly address: string;
  /** The row, as editors count lines. */
  readonly row: number;
  readonly code: UnitListFault;
  /** What stands there, or the unit that is meant. */
  readonly said?: string;
}

/** Something to look at before confirming. */
export interface ListNote {
  readonly address: string;
  readonly row: number;
  readonly code:
    | Conversion
    | 'twice'
    | 'near'
    | 'renamed'
    | 'kept-from'
    | 'clamped'
    | 'dated'
    | 'typed'
    | 'hidden'
    | 'read-month'
    | 'from-title';
  readonly said: string;
  readonly other: string;
}

/** A unit of the list, and the row that names it. */
export interface ListedUnit {
  readonly unit: Unit;
  readonly row: number;
  readonly address: (field: string) => string;
  readonly outcome: 'new' | 'changed' | 'same';
}

/** What was understood of a list of units. */
export interface UnitList {
  readonly list: ReadList;
  readonly encoding?: string;
  readonly listed: readonly ListedUnit[];
  /** The numbers of communes' working groups. */
  readonly groups: ReadonlyMap<UnitId, number>;
  readonly faults: readonly ListFault[];
  readonly notes: readonly ListNote[];
}
