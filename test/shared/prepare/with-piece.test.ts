import { describe, expect, it } from 'vitest';
import type { PieceRevision } from '#shared/library/piece.ts';
import type { Agenda, AgendaLine } from '#shared/prepare/agenda.ts';
import { fittingPieces } from '#shared/prepare/fitting-pieces.ts';
import { MOST_LINES } from '#shared/prepare/parse-agenda.ts';
import { withPiece } from '#shared/prepare/with-piece.ts';
import { month } from '#test/shared/samples.ts';

const line = (id: string, kept = true): AgendaLine => ({ id, kept, ...(id.includes('-') && { text: id }) });
const agenda = (lines: readonly AgendaLine[], subjects: Agenda['subjects'] = []): Agenda => ({
  ...{ cell: 'a.b.c', month: month('2026-12'), lines, subjects },
});
const piece = (number: number, changes: Partial<PieceRevision> = {}): PieceRevision => ({
  ...{ number, revision: 1, title: `Bài ${number}`, subject: 'DDXD', types: [], content: 'x' },
  ...{ by: { user: 'district', role: 'district', unit: 'a' }, at: '2026-11-01T00:00:00.000Z' },
  ...changes,
});
const idsOf = (of: Agenda | 'full') => (of === 'full' ? of : of.lines.map(({ id }) => id));

describe('a piece on an agenda', () => {
  it('stands behind the last matter to discuss, or behind the step of discussing, and brings its subject', () => {
    const two = withPiece(
      agenda([line('opening'), line('discussion'), line('own-1'), line('closing')], ['MT']),
      piece(7),
    );
    expect(two).toMatchObject({
      subjects: ['DDXD', 'MT'],
      lines: { 3: { id: 'library-7', kept: true, text: 'Bài 7' } },
    });
    expect(idsOf(withPiece(agenda([line('discussion'), line('closing')]), piece(7)))).toEqual([
      'discussion',
      'library-7',
      'closing',
    ]);
    expect(idsOf(withPiece(agenda([]), piece(7)))).toEqual(['library-7']);
  });

  it('is there once, and chosen again if it was left out; a piece of no subject of the report brings none', () => {
    const left = { ...line('library-7', false), minutes: 15, who: 'Bí thư' };
    const again = withPiece(agenda([left]), piece(7, { subject: 'SH' }));
    expect(again).toMatchObject({ subjects: [], lines: [{ ...left, kept: true }] });
    expect(withPiece(again as Agenda, piece(7, { subject: 'SH' }))).toEqual(again);
  });

  it('finds no room on a full agenda, and takes nothing out', () => {
    const full = agenda(Array.from({ length: MOST_LINES }, (_, n) => line(`own-${n}`)));
    expect(withPiece(full, piece(7))).toBe('full');
  });
});

describe('what fits a meeting', () => {
  const pieces = [
    piece(1, { subject: 'SH' }),
    piece(2, { subject: 'KT', types: ['thon'] }),
    piece(3, { subject: 'MT' }),
    piece(4, { subject: 'PTD' }),
    piece(5, { subject: 'MT', types: ['truong-hoc'] }),
    piece(6, { subject: 'MT', withdrawn: 'Cũ' }),
    piece(7, { subject: 'KL' }),
    piece(8, { subject: 'DS' }),
  ];
  const numbers = (of: Parameters<typeof fittingPieces>[1]) => fittingPieces(pieces, of).map(({ number }) => number);

  it('is what is used, what is about it, what is for the very type; never what is for others or withdrawn', () => {
    const lines = [line('library-8'), line('library-7', false)];
    expect(numbers({ type: 'thon', agenda: agenda(lines, ['MT']), theme: 'PTD' })).toEqual([8, 3, 4, 2, 1]);
    expect(numbers({ type: 'truong-hoc', agenda: agenda([]) })[0]).toBe(5);
    expect(fittingPieces(pieces, { type: 'thon', agenda: agenda(lines) })[0]).toEqual({
      ...{ number: 8, title: 'Bài 8', used: true },
    });
  });
});
