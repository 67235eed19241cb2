import { describe, expect, it } from 'vitest';
import {
  inOrder,
  type Piece,
  parsePiece,
  parsePieceNumber,
  parseWithdrawal,
  typedPiece,
} from '#shared/library/piece.ts';

const typed = { title: ' Đất  đai ', subject: 'DDXD', content: 'Một\nHai', questions: '', 'types[1]': 'tdp' };

describe('a piece as it is typed', () => {
  it('is read, and its form says it again', () => {
    const read = parsePiece(typed);
    const piece: Piece = { title: 'Đất đai', subject: 'DDXD', types: ['tdp'], content: 'Một\nHai' };
    expect(read).toEqual({ ok: true, piece });
    expect(parsePiece(typedPiece(piece))).toEqual(read);
  });

  it.each([
    [{ title: '' }, 'title', 'required'],
    [{ title: 'x'.repeat(121) }, 'title', 'too-long'],
    [{ subject: 'toString' }, 'subject', 'not-a-choice'],
    [{ content: 'x'.repeat(6001) }, 'content', 'too-long'],
    [{ questions: 'x'.repeat(2001) }, 'questions', 'too-long'],
    [{ 'types[0]': 'xom' }, 'types[0]', 'not-a-choice'],
    [{ content: 'x\ufffd' }, 'content', 'unread'],
    [{ withdrawn: 'x' }, 'withdrawn', 'unknown-field'],
  ])('%j is refused at its field', (wrong, field, code) => {
    expect(parsePiece({ ...typed, ...wrong })).toEqual({
      ok: false,
      errors: [expect.objectContaining({ field, code })],
    });
  });

  it('is withdrawn with a reason', () => {
    expect(parseWithdrawal({ reason: 'Cũ' })).toEqual({ ok: true, reason: 'Cũ' });
    expect(parseWithdrawal({ reason: ' ' })).toMatchObject({ ok: false });
    expect(parseWithdrawal({ reason: 'x'.repeat(501) })).toMatchObject({ ok: false });
  });
});

it.each(['0', '01', '-1', '10000', '1e3', '1.0', '', ' 1', 'library#0001', '../1'])(
  '%j is no number of a piece',
  (text) => {
    expect(parsePieceNumber(text)).toBeUndefined();
  },
);

it('pieces stand by their subjects, and by title as a Vietnamese dictionary has it', () => {
  const titles = ['Đường', 'Dân', 'Ăn', 'An'].map((title) => ({ title, subject: 'MT' as const }));
  const sorted = inOrder([...titles, { title: 'Z', subject: 'SH' as const }]).map(({ title }) => title);
  expect(sorted).toEqual(['Z', 'An', 'Ăn', 'Dân', 'Đường']);
});
