import type { Font } from '#functions/pdf/fonts.ts';

/** Words and counts come again and again, in letters; names seldom do, and each would be kept to the end. */
const LONGEST_KEPT = 16;

/** What the library knows of a letter once it is laid out, in thousandths of the font's size. */
interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Of the library's own font: its types leave these out. */
interface EmbeddedFont {
  readonly id: string;
  readonly ascender: number;
  encode(text: string): [codes: readonly string[], positions: readonly Position[]];
  ref(): unknown;
}

/** A line and how wide it is in points. */
export interface SetLine {
  readonly text: string;
  /** As it stands in the page's content; absent where a mark stands off its letter, which the library draws itself. */
  readonly codes?: string;
  readonly width: number;
}

/** A letter before a certain other one, or a word before such a letter; its width in thousandths of the font's size. */
interface Piece {
  readonly codes: string;
  readonly advance: number;
}

/** A line and its top left corner on the page. */
export interface PlacedLine {
  readonly line: SetLine;
  readonly x: number;
  readonly y: number;
}

/**
 * A font at a size, for tables. The library lays a text out three times to draw it, and saves and restores the page's
 * state around it: of 10,000 cells that took two seconds of three. Here it is laid out once, and drawn with the others.
 */
export class Face {
  private readonly doc: PDFKit.PDFDocument;
  private readonly font: EmbeddedFont;
  private readonly name: Font;
  private readonly points: number;
  /** From one line to the next, in points. */
  readonly lineHeight: number;
  private readonly lines = new Map<string, SetLine>();
  private readonly letters = new Map<string, Piece | undefined>();
  private readonly words = new Map<string, Piece>();

  /** The document's own font is this one afterwards. */
  constructor(doc: PDFKit.PDFDocument, font: Font, points: number) {
    doc.font(font).fontSize(points);
    this.doc = doc;
    this.font = (doc as unknown as { readonly _font: EmbeddedFont })._font;
    this.name = font;
    this.points = points;
    this.lineHeight = doc.currentLineHeight(true);
  }

  /** A text in lines that are no wider than so many points: broken at blanks, and within a word that is wider. */
  fit(text: string, width: number): readonly SetLine[] {
    const whole = this.set(text);
    if (whole.width <= width && !text.includes('\n')) return [whole];
    return text.split('\n').flatMap((line) => this.break(line, width));
  }

  /** Draws lines on the page. */
  draw(lines: readonly PlacedLine[]): void {
    const { doc, font, points } = this;
    const shown = lines.filter(({ line }) => line.text !== '');
    if (shown.length === 0) return;
    const { height, fonts } = doc.page as unknown as { height: number; fonts: Record<string, unknown> };
    fonts[font.id] ??= font.ref();
    const base = height - (font.ascender * points) / 1000;
    let texts = '';
    for (const { line, x, y } of shown) {
      if (line.codes !== undefined) texts += `1 0 0 1 ${short(x)} ${short(base - y)} Tm [${line.codes}] TJ\n`;
    }
    // The library counts from the top, PDF from the bottom.
    const content = `q 1 0 0 -1 0 ${short(height)} cm BT /${font.id} ${points} Tf\n${texts}ET Q\n`;
    // Of a text the library copies sign by sign.
    doc.addContent(Buffer.from(content, 'latin1'));
    for (const { line, x, y } of shown) {
      if (line.codes === undefined) doc.font(this.name).fontSize(points).text(line.text, x, y, { lineBreak: false });
    }
  }

  private break(text: string, width: number): SetLine[] {
    const lines: string[] = [];
    const blank = this.set(' ').width;
    let [line, used] = ['', 0];
    for (const word of text.split(' ').flatMap((each) => this.cut(each, width))) {
      const own = this.set(word).width;
      const isFirst = line === '';
      if (!isFirst && used + blank + own > width) {
        lines.push(line);
        [line, used] = [word, own];
      } else [line, used] = isFirst ? [word, own] : [`${line} ${word}`, used + blank + own];
    }
    return [...lines, line].map((each) => this.layOut(each));
  }

  /** A word in pieces that fit. */
  private cut(word: string, width: number): string[] {
    if (this.set(word).width <= width) return [word];
    let end = word.length - 1;
    while (end > 1 && this.layOut(word.slice(0, end)).width > width) end--;
    return end < 1 ? [word] : [word.slice(0, end), ...this.cut(word.slice(end), width)];
  }

  private set(text: string): SetLine {
    const known = this.lines.get(text);
    if (known) return known;
    const line = this.layOut(text);
    if (text.length <= LONGEST_KEPT) this.lines.set(text, line);
    return line;
  }

  private layOut(text: string): SetLine {
    let [codes, advance] = ['<', 0];
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf(' ', at) + 1 || text.length;
      const word = this.word(text.slice(at, end + 1), end - at);
      if (!word) return this.layOutWhole(text);
      codes += word.codes;
      advance += word.advance;
      at = end;
    }
    return { text, codes: `${codes}>`, width: (advance * this.points) / 1000 };
  }

  /**
   * The first so many letters of a text: a word, the blank that ends it, and the letter that follows. Names are made of
   * the same words again and again.
   */
  private word(text: string, length: number): Piece | undefined {
    const known = this.words.get(text);
    if (known) return known;
    let [codes, advance] = ['', 0];
    for (let at = 0; at < length; at++) {
      const letter = this.before(text.slice(at, at + 2));
      if (!letter) return undefined;
      codes += letter.codes;
      advance += letter.advance;
    }
    const word = { codes, advance };
    this.words.set(text, word);
    return word;
  }

  /** The first of two letters, or the last of a text; `undefined` where the two become something else. */
  private before(pair: string): Piece | undefined {
    if (this.letters.has(pair)) return this.letters.get(pair);
    const [codes, positions] = this.font.encode(pair);
    const [first] = positions;
    const isPlain = codes.length === pair.length && !positions.some(isOff);
    const letter = first && isPlain ? { codes: codeOf(codes[0], first), advance: first.xAdvance } : undefined;
    this.letters.set(pair, letter);
    return letter;
  }

  private layOutWhole(text: string): SetLine {
    const [codes, positions] = this.font.encode(text);
    const width = (positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * this.points) / 1000;
    if (positions.some(isOff)) return { text, width };
    return { text, codes: `<${positions.map((position, at) => codeOf(codes[at], position)).join('')}>`, width };
  }
}

/** Whether a letter does not stand where the one before ends. */
function isOff({ xOffset, yOffset }: Position): boolean {
  return xOffset !== 0 || yOffset !== 0;
}

/** A letter's code, and how much closer the next one stands than it would. */
function codeOf(code = '', { xAdvance, advanceWidth }: Position): string {
  return xAdvance === advanceWidth ? code : `${code}> ${short(advanceWidth - xAdvance)} <`;
}

/** To a hundredth, which is finer than any printer. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}
