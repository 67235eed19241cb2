import { isFor } from '#shared/guidance/guidance.ts';
import { inOrder, type PieceRevision, type Subject } from '#shared/library/piece.ts';
import type { Agenda } from '#shared/prepare/agenda.ts';
import { pieceLineId } from '#shared/prepare/with-piece.ts';
import type { Theme } from '#shared/themes/themes.ts';
import type { CellType } from '#shared/units/cell-types.ts';

/** A piece of the library that fits a meeting. */
export interface FittingPiece extends Pick<PieceRevision, 'number' | 'title'> {
  /** Whether it is on the agenda already. */
  readonly used: boolean;
}

interface Meeting {
  readonly type: CellType | undefined;
  readonly agenda: Pick<Agenda, 'lines' | 'subjects'>;
  /** The theme that is planned for the quarter. */
  readonly theme?: Theme;
}

/** More are found by the search of the library. */
const MOST = 5;

/** The subjects of the library that a theme is about. */
const subjectsOf: Readonly<Record<Theme, readonly Subject[]>> = {
  HCM: [],
  XDD: ['CTDK', 'KL'],
  PTD: ['PTD'],
  KTXH: ['KT'],
  VHXH: ['DS'],
  MT: ['MT'],
  ANTT: ['ANTT'],
  DV: ['DC'],
  CM: ['CM'],
  KTGS: ['CTN', 'KL'],
  CDS: ['CM'],
  KHAC: [],
};

/**
 * The pieces to offer for a meeting: those on its agenda, then those about its subjects or its theme, then those that are
 * for the cell's very type, then the others for it.
 */
export function fittingPieces(pieces: readonly PieceRevision[], { type, agenda, theme }: Meeting): FittingPiece[] {
  const about = new Set<Subject>([...agenda.subjects, ...(theme ? subjectsOf[theme] : [])]);
  const kept = new Set(agenda.lines.filter((line) => line.kept).map(({ id }) => id));
  const ranked = inOrder(pieces)
    // A meeting that is rehearsed is no matter for a real one.
    .filter(({ subject, withdrawn, types }) => {
      return subject !== 'MAU' && withdrawn === undefined && isFor(types, new Set([type]));
    })
    .map((piece) => {
      const used = kept.has(pieceLineId(piece));
      const rank = used ? 0 : about.has(piece.subject) ? 1 : piece.types.length > 0 ? 2 : 3;
      return { number: piece.number, title: piece.title, used, rank };
    });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ rank, ...piece }) => piece);
}
