import type { PieceRevision } from '#shared/library/piece.ts';
import { type Agenda, type AgendaLine, type FocusSubject, stepOfLine } from '#shared/prepare/agenda.ts';
import { MOST_LINES } from '#shared/prepare/parse-agenda.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';

/** The id of the line by which a piece of the library stands on an agenda. */
export function pieceLineId({ number }: Pick<PieceRevision, 'number'>): string {
  return `library-${number}`;
}

/**
 * An agenda with a piece of the library among its matters to discuss, behind those that are there, and its subject among
 * the meeting's. What is on it already stays as it is, and is chosen again if somebody had left it out.
 *
 * @returns `full` where no line is free
 */
export function withPiece(agenda: Agenda, piece: Pick<PieceRevision, 'number' | 'title' | 'subject'>): Agenda | 'full' {
  const id = pieceLineId(piece);
  const there = agenda.lines.some((line) => line.id === id);
  if (!there && agenda.lines.length >= MOST_LINES) return 'full';
  const lines = there
    ? agenda.lines.map((line) => (line.id === id ? { ...line, kept: true } : line))
    : agenda.lines.toSpliced(placeIn(agenda.lines), 0, { id, kept: true, text: piece.title });
  const subjects = codesOf(focusSubjects).filter(
    (code): code is FocusSubject => code === piece.subject || agenda.subjects.includes(code),
  );
  return { ...agenda, lines, subjects };
}

/** Behind the last matter to discuss; where there is none, behind the step of discussing; else at the end. */
function placeIn(lines: readonly AgendaLine[]): number {
  const last = lines.findLastIndex((line) => !stepOfLine(line));
  const at = last >= 0 ? last : lines.findIndex(({ id }) => id === 'discussion');
  return at >= 0 ? at + 1 : lines.length;
}
