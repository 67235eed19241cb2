import type { Glyph, Run } from 'fontkit';

type LayOut = (text: string, features?: unknown) => Run;

/** A letter's only glyph, and how far it takes the pen when nothing follows. */
interface Letter {
  readonly glyph: Glyph;
  readonly advance: number;
}

/**
 * Lays texts out from pairs of letters, which are kept: there are a few thousand of them, and new words never end. To
 * take a word through all rules of a font costs as much as drawing it ten times. What is not made of pairs alone, such
 * as a ligature or a mark that stands off its letter, goes through the rules as a whole.
 *
 * @param layOut by all rules of the font
 */
export function layoutByPairs(layOut: LayOut): LayOut {
  const letters = new Map<string, Letter | undefined>();
  const pairs = new Map<string, number | undefined>();

  function letterOf(text: string): Letter | undefined {
    if (letters.has(text)) return letters.get(text);
    const found = plain(layOut(text), 1)?.[0];
    // What a glyph stands for is what its font was first asked for: nothing where it was a part of another glyph.
    const codePoints = { value: [text.codePointAt(0)] };
    const letter = found && { ...found, glyph: Object.create(found.glyph, { codePoints }) as Glyph };
    letters.set(text, letter);
    return letter;
  }

  /** How far a letter takes the pen before another; `undefined` where the two become something else. */
  function advanceOf(pair: string, first: Letter, second: Letter): number | undefined {
    if (pairs.has(pair)) return pairs.get(pair);
    const [one, other] = plain(layOut(pair), 2) ?? [];
    const isPair = one?.glyph.id === first.glyph.id && other?.glyph.id === second.glyph.id;
    const advance = isPair && other?.advance === second.advance ? one?.advance : undefined;
    pairs.set(pair, advance);
    return advance;
  }

  function byAllRules(text: string): Run {
    const run = layOut(text);
    const known = new Map(Array.from(text, letterOf).map((letter) => [letter?.glyph.id, letter?.glyph]));
    return Object.assign(run, { glyphs: run.glyphs.map((glyph) => known.get(glyph.id) ?? glyph) });
  }

  return (text, features) => {
    if (features) return layOut(text, features);
    const glyphs: Glyph[] = [];
    const positions: Run['positions'] = [];
    for (let at = 0; at < text.length; at++) {
      const letter = letterOf(text.charAt(at));
      const next = at + 1 < text.length ? letterOf(text.charAt(at + 1)) : undefined;
      const advance = letter && next ? advanceOf(text.slice(at, at + 2), letter, next) : letter?.advance;
      if (!letter || advance === undefined || (!next && at + 1 < text.length)) return byAllRules(text);
      glyphs.push(letter.glyph);
      positions.push({ xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0 });
    }
    return {
      glyphs,
      positions,
      // PDFKit scales the positions, and asks afterwards.
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  };
}

/** The letters of a run in which each has one glyph on the line; `undefined` for any other. */
function plain({ glyphs, positions }: Run, length: number): Letter[] | undefined {
  if (glyphs.length !== length || positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) {
    return undefined;
  }
  return glyphs.map((glyph, at) => ({ glyph, advance: positions[at]?.xAdvance ?? 0 }));
}
