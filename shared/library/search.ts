import { withoutMarks } from '#shared/language/without-marks.ts';
import type { Piece } from '#shared/library/piece.ts';
import { sameName } from '#shared/units/lists/unit-names.ts';

/** The longest search, in characters: more than anybody types to find something. */
export const LONGEST_SEARCH = 120;

/** A word of a text, with its place there. */
interface Word {
  /** Small letters without marks. */
  readonly bare: string;
  /** Small letters with their marks, wherever the tone stands: `hoà` is `hòa`. */
  readonly marked: string;
  readonly at: number;
  readonly end: number;
}

/** A part of a text; `hit`: a word that was looked for. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** A piece that was found, with a part of its content in which the words stand. */
export interface Found<P> {
  readonly piece: P;
  readonly title: readonly Part[];
  readonly excerpt: readonly Part[];
}

/** How a word is compared: with the marks that were typed, or without any. */
type By = 'marked' | 'bare';

/**
 * The pieces that have every word of a search in their title, content or questions, the best first.
 *
 * A search without marks finds texts with them (`dat dai` finds `đất đai`). What has the words just as they were typed
 * comes before all else: who types `đất` does not get `dát` first. Then what has them in its title comes before what has
 * them in its text, and words that stand together before words that stand apart: a syllable of Vietnamese says little
 * alone. What is alike stays in the order in which it came. A search without any letter finds all.
 */
export function findPieces<P extends Piece>(pieces: readonly P[], search: string): Found<P>[] {
  const asked = wordsOf(search);
  return pieces
    .flatMap((piece) => {
      const { title, content, questions = '' } = piece;
      const bare = bareOf(`${title}\n${content}\n${questions}`);
      // Most pieces lack a word: that is seen before their words are taken apart.
      if (!asked.every((word) => bare.includes(word.bare))) return [];
      const [head, body] = [wordsOf(title), wordsOf(`${content}\n${questions}`)];
      const by = (['marked', 'bare'] as const).find((each) => hasAll([...head, ...body], asked, each));
      if (!by) return [];
      const rank = (by === 'marked' ? 0 : 4) + placeOf(head, body, asked, by);
      const found = { piece, title: partsOf(title, asked, by), excerpt: excerptOf(content, asked, by) };
      return [{ found, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ found }) => found);
}

/** 0 to 3: together in the title, in the title, together in the text, or anywhere. */
function placeOf(head: readonly Word[], body: readonly Word[], asked: readonly Word[], by: By): number {
  if (together(head, asked, by) >= 0) return 0;
  if (hasAll(head, asked, by)) return 1;
  return together(body, asked, by) >= 0 ? 2 : 3;
}

function hasAll(words: readonly Word[], asked: readonly Word[], by: By): boolean {
  const there = new Set(words.map((word) => word[by]));
  return asked.every((word) => there.has(word[by]));
}

/** Where the words of a search stand one after the other; -1 if they do not. */
function together(words: readonly Word[], asked: readonly Word[], by: By): number {
  return words.findIndex((_, at) => asked.every((word, n) => words[at + n]?.[by] === word[by]));
}

/** The words to mark: those that stand together; where none do, each that was asked for. */
function wantedOf(words: readonly Word[], asked: readonly Word[], by: By): readonly Word[] {
  const begins = words.map((_, at) => asked.every((word, n) => words[at + n]?.[by] === word[by]));
  const runs = words.filter((_, at) => asked.some((__, n) => begins[at - n]));
  return runs.length > 0 ? runs : words.filter((word) => asked.some((each) => each[by] === word[by]));
}

/** A text in parts, which put together are the text. */
function partsOf(text: string, asked: readonly Word[], by: By): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const word of wantedOf(wordsOf(text), asked, by)) {
    if (word.at > done) parts.push({ text: text.slice(done, word.at), hit: false });
    parts.push({ text: text.slice(word.at, word.end), hit: true });
    done = word.end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false });
  return parts;
}

/** How much of a text stands before what was found, and how much there is in all, in characters. */
const [BEFORE, EXCERPT] = [60, 180];

/** The part of a text around what was found, from word to word; its beginning, if nothing of it was. */
function excerptOf(content: string, asked: readonly Word[], by: By): Part[] {
  const text = content.replace(/\s+/g, ' ');
  const words = wordsOf(text);
  const whole = together(words, asked, by);
  const first = whole >= 0 ? whole : words.findIndex((word) => asked.some((each) => each[by] === word[by]));
  const hit = asked.length > 0 ? (words[first]?.at ?? 0) : 0;
  const from = hit <= BEFORE ? 0 : (words.find(({ at }) => at >= hit - BEFORE)?.at ?? 0);
  const to = words.findLast(({ end }) => end <= from + EXCERPT)?.end ?? text.length;
  const parts = partsOf(text.slice(from, to), asked, by);
  const dots = { text: '…', hit: false };
  return [...(from > 0 ? [dots] : []), ...parts, ...(to < text.trimEnd().length ? [dots] : [])];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map(({ 0: word, index: at }) => ({
    bare: bareOf(word),
    marked: sameName(word),
    at,
    end: at + word.length,
  }));
}

function bareOf(text: string): string {
  return withoutMarks(text).toLowerCase();
}
