import { concerns, type Piece } from '#shared/library/piece.ts';
import { dayAt, type Instant } from '#shared/period.ts';
import type { Directory, Unit, UnitId } from '#shared/units/units.ts';

/** That a unit has opened a piece: when first, when last, and which revision then. There is one of a unit and piece. */
export interface PieceReading {
  readonly number: number;
  /** The commune or cell; for a working group its district. */
  readonly unit: UnitId;
  readonly group?: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly revision: number;
}

/** Who has opened a piece, of those for whom it is. */
export interface PieceReaders {
  /** The communes with such cells, each with its reading if it has opened the piece from its own account. */
  readonly communes: readonly { readonly commune: Unit; readonly reading?: PieceReading }[];
  /** The cells that have, from their own accounts. */
  readonly cells: readonly { readonly cell: Unit; readonly reading: PieceReading }[];
  /** How many cells it is for. */
  readonly ofCells: number;
  /** The numbers of the working groups that have, in order. */
  readonly groups: readonly number[];
}

/**
 * The readings as they stand after one more; `undefined` where that says nothing new: the same revision on the same day
 * of Vietnam. So a unit that opens a piece again and again is written down once a day.
 */
export function readAgain(before: PieceReading | undefined, now: PieceReading): PieceReading | undefined {
  if (before && before.revision === now.revision && dayAt(before.last) === dayAt(now.last)) return undefined;
  return before ? { ...now, first: before.first } : now;
}

/**
 * Who has opened a piece. Only the units that stand in the directory's month are counted: a commune that came of others
 * has not read what those had read.
 */
export function pieceReaders(
  piece: Pick<Piece, 'types'>,
  readings: readonly PieceReading[],
  { communes, cells }: Pick<Directory, 'communes' | 'cells'>,
): PieceReaders {
  const byUnit = new Map(readings.filter(({ group }) => group === undefined).map((each) => [each.unit, each]));
  const meant = cells.filter(({ type }) => concerns(piece, new Set([type])));
  return {
    communes: communes
      .filter(({ id }) => meant.some((cell) => cell.id.startsWith(`${id}.`)))
      .map((commune) => {
        const reading = byUnit.get(commune.id);
        return { commune, ...(reading && { reading }) };
      }),
    cells: meant.flatMap((cell) => {
      const reading = byUnit.get(cell.id);
      return reading ? [{ cell, reading }] : [];
    }),
    ofCells: meant.length,
    groups: readings.flatMap(({ group }) => group ?? []).sort((a, b) => a - b),
  };
}
