import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarks } from '#shared/language/without-marks.ts';
import type { Piece } from '#shared/library/piece.ts';
import { findPieces } from '#shared/library/search.ts';

const piece = (title: string, content = 'Không có gì.', questions?: string): Piece => ({
  title,
  content,
  subject: 'SH',
  types: [],
  ...(questions && { questions }),
});
const titles = (pieces: readonly Piece[], search: string) => findPieces(pieces, search).map(({ piece: p }) => p.title);
const text = (parts: readonly { readonly text: string }[]) => parts.map((part) => part.text).join('');
const hits = (parts: readonly { readonly text: string; readonly hit: boolean }[]) =>
  parts.filter(({ hit }) => hit).map((part) => part.text);

describe('a search', () => {
  const land = piece('Quản lý đất đai');
  const gold = piece('Thợ dát vàng', 'Nghề dát vàng có dai dẳng không?');

  it('without marks finds what has them, and with marks what has none', () => {
    expect(titles([land, piece('Vệ sinh')], 'dat dai')).toEqual([land.title]);
    expect(titles([land], 'ĐẤT  ĐAI')).toEqual([land.title]);
    expect(titles([piece('Quan ly dat dai')], 'đất đai')).toEqual(['Quan ly dat dai']);
  });

  it('puts what is written as it was typed before all else', () => {
    expect(titles([gold, piece('Việc thôn', 'Mượn đất của xã.')], 'đất')).toEqual(['Việc thôn', gold.title]);
    expect(titles([piece('Việc thôn', 'Mượn đất.'), gold], 'dát')).toEqual([gold.title, 'Việc thôn']);
  });

  it('takes a tone for the same wherever it stands', () => {
    expect(titles([piece('Hỏa hoạn'), piece('Hoà giải')], 'hòa')).toEqual(['Hoà giải', 'Hỏa hoạn']);
    const [old] = findPieces([piece('Hoà giải')], 'hòa');
    expect(hits(old?.title ?? [])).toEqual(['Hoà']);
  });

  it('asks for every word, together before apart, in the title before the text', () => {
    const pieces = [
      piece('Bốn', 'Họp bàn về đất và đời sống dai dẳng.'),
      piece('Ba', 'Việc đất đai của thôn.'),
      piece('Đất và người dai sức'),
      piece('Đất đai'),
      piece('Năm', 'Chỉ có đất.'),
      piece('Sáu', 'x', 'Đất đai thì sao?'),
    ];
    expect(titles(pieces, 'dat dai')).toEqual(['Đất đai', 'Đất và người dai sức', 'Ba', 'Sáu', 'Bốn']);
  });

  it('marks what was found, shows it in its sentence, and changes no letter', () => {
    const long = `${'Mở đầu dài. '.repeat(40)}Rồi đến đất đai <b>của</b> thôn. ${'Và còn nữa. '.repeat(40)}`;
    const [found] = findPieces([piece('Một bài', long)], 'dat dai');
    expect(hits(found?.excerpt ?? [])).toEqual(['đất', 'đai']);
    expect(text(found?.excerpt ?? [])).toMatch(/^….*đất đai <b>của<\/b> thôn.*…$/);
    expect(text(found?.excerpt ?? []).length).toBeLessThan(200);
    expect(text(found?.title ?? [])).toBe('Một bài');
  });

  it('without a letter finds all', () => {
    expect(titles([land, gold], ' … ')).toEqual([land.title, gold.title]);
  });
});

describe('of any pieces and words', () => {
  const syllables = ['đất', 'dát', 'dat', 'đại', 'đai', 'dai', 'hoà', 'hòa', 'Nghị', 'quyết', '42', '<b>', '"', 'ma'];
  const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 8 }).map((each) => each.join(' '));
  const pieces = fc.array(
    fc
      .record({ title: words, content: words, questions: words })
      .map((each) => piece(each.title, each.content, each.questions)),
    { maxLength: 8 },
  );
  const search = fc.array(fc.constantFrom(...syllables.filter((each) => /\p{L}|\d/u.test(each) && each !== '<b>')), {
    minLength: 1,
    maxLength: 3,
  });
  const bareWords = (of: string): readonly string[] =>
    withoutMarks(of)
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  const wordsOf = ({ title, content, questions = '' }: Piece) => bareWords(`${title}\n${content}\n${questions}`);

  it('finds just the pieces that have every word, marks aside; without marks it finds the same', () => {
    fc.assert(
      fc.property(pieces, search, (all, asked) => {
        const found = findPieces(all, asked.join(' ')).map((each) => each.piece);
        const meant = all.filter((each) => asked.every((word) => wordsOf(each).includes(bareWords(word)[0] ?? '')));
        expect(new Set(found)).toEqual(new Set(meant));
        expect(found).toHaveLength(meant.length);
        expect(new Set(findPieces(all, withoutMarks(asked.join(' '))).map((each) => each.piece))).toEqual(
          new Set(found),
        );
      }),
    );
  });

  it('no piece that lacks a word as it was typed stands before one that has them all', () => {
    const typed = (each: Piece, asked: readonly string[]) => {
      const there = `${each.title} ${each.content} ${each.questions}`.toLowerCase().replaceAll('hoà', 'hòa').split(' ');
      return asked.every((word) => there.includes(word.toLowerCase().replaceAll('hoà', 'hòa')));
    };
    fc.assert(
      fc.property(pieces, search, (all, asked) => {
        const order = findPieces(all, asked.join(' ')).map((each) => typed(each.piece, asked));
        expect(order).toEqual(order.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('what is marked is a word that was asked for, and title and excerpt stay what they are', () => {
    fc.assert(
      fc.property(pieces, search, (all, asked) => {
        const bare = asked.flatMap(bareWords);
        for (const { piece: each, title, excerpt } of findPieces(all, asked.join(' '))) {
          expect(text(title)).toBe(each.title);
          expect(each.content).toContain(text(excerpt).replaceAll('…', ''));
          for (const hit of [...hits(title), ...hits(excerpt)]) expect(bare).toContain(bareWords(hit).join(' '));
        }
      }),
    );
  });
});
