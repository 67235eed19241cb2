import type { Subject } from '#shared/library/piece.ts';
import type { CellType } from '#shared/units/cell-types.ts';

/** A made-up piece of the library, in words of our own. */
export interface DemoPiece {
  readonly title: string;
  readonly subject: Subject;
  /** Absent: for all types of cell. */
  readonly types?: readonly CellType[];
  readonly content: readonly string[];
  readonly questions?: readonly string[];
}
