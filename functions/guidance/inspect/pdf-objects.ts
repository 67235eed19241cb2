/** An object of a PDF, and where the bytes of its stream begin, if it has one. */
export interface PdfObject {
  readonly number: number;
  /** A dictionary as written, its names as they are meant; of any other value the beginning. */
  readonly text: string;
  readonly stream: number | undefined;
}

/** Reading each object from its own start may come to parts of the file again, but not for ever. */
const MOST_PASSES = 4;
const BEGINNING = 20;

/**
 * Every object of a PDF, wherever it stands: earlier revisions, and what no table points to, too (ISO 32000-1, 7.3).
 *
 * @param pdf its bytes by `textOfPdf`
 * @throws {SyntaxError} when objects are nested in each other's texts, as no program writes them
 */
export function* pdfObjects(pdf: string): Generator<PdfObject> {
  const work = { characters: MOST_PASSES * pdf.length };
  const afterBlanks = blanksIn(pdf, work);
  // A comment may stand between the numbers; then the object has no number here, and no reference finds it.
  for (const match of pdf.matchAll(/(?:(\d{1,10})\s+\d{1,5}\s*)?(?<!end)obj(?![a-z])/g)) {
    const start = match.index + match[0].length;
    const end = endOfDictionary(pdf, start, work);
    if (end === undefined) {
      yield { number: Number(match[1]), text: pdf.slice(start, start + BEGINNING), stream: undefined };
      continue;
    }
    const stream = /stream(?:\r\n|\n|\r)?/y;
    stream.lastIndex = afterBlanks(end);
    const hasStream = stream.test(pdf);
    yield {
      number: Number(match[1]),
      text: plainNames(pdf.slice(start, end)),
      stream: hasStream ? stream.lastIndex : undefined,
    };
  }
}

/**
 * The bytes of a PDF as text that patterns can read, each at its place: NUL is white space there too (7.2.2).
 */
export function textOfPdf(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1').replaceAll('\0', ' ');
}

/** Finds where white space and comments end. */
type BlankSkipper = (start: number) => number;

/**
 * Tells where the white space and the comments end that begin somewhere: they may stand between any two words. Asked
 * again within what it has read last, it need not read that again.
 *
 * @param work how much may still be read; reading takes from it
 * @throws {SyntaxError} if that is not enough
 */
export function blanksIn(pdf: string, work: { characters: number }): BlankSkipper {
  const piece = /\s+|%[^\r\n]*/y;
  let read = { start: 0, end: 0 };
  return (start) => {
    if (start >= read.start && start < read.end) return /[\s%]/.test(pdf[start] ?? '') ? read.end : start;
    piece.lastIndex = start;
    let end = start;
    while (piece.test(pdf)) end = piece.lastIndex;
    work.characters -= end - start;
    if (work.characters < 0) throw new SyntaxError('comments within comments');
    read = { start, end };
    return end;
  };
}

/** A character of a name in a PDF: it ends at white space or a bracket. */
export const regular = String.raw`[^\0\t\n\f\r ()<>[\]{}/%]`;
const name = new RegExp(`/${regular}*`, 'g');

/** Writes names as they are meant: `/J#61vaScript` is `/JavaScript`. */
export function plainNames(text: string): string {
  return text.replace(name, (each) =>
    each.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/**
 * Where the dictionary ends that begins after white space; `undefined` if there is another kind of object.
 *
 * @param work how much may still be read; reading takes from it
 * @throws {SyntaxError} if that is not enough
 */
export function endOfDictionary(pdf: string, start: number, work: { characters: number }): number | undefined {
  const token = /<<|>>|<[^<>]*>|\(|%[^\r\n]*|[^<>(%]{1,1000}|[<>]/y;
  token.lastIndex = start;
  let depth = 0;
  while (token.lastIndex < pdf.length) {
    const from = token.lastIndex;
    const [piece = ''] = token.exec(pdf) ?? [];
    if (piece === '(' && depth > 0) token.lastIndex = endOfString(pdf, token.lastIndex);
    work.characters -= token.lastIndex - from;
    if (work.characters < 0) throw new SyntaxError('objects within objects');
    if (piece === '<<') depth += 1;
    else if (piece === '>>') depth -= 1;
    if (depth === 0 && piece === '>>') return token.lastIndex;
    if (depth < 1 && !/^(\s*|%.*)$/s.test(piece)) return undefined;
  }
  return undefined;
}

/** The end of a text in brackets, which may hold others. */
function endOfString(pdf: string, start: number): number {
  const mark = /[()\\]/g;
  mark.lastIndex = start;
  let depth = 1;
  for (let found = mark.exec(pdf); found; found = mark.exec(pdf)) {
    if (found[0] === '\\') mark.lastIndex += 1;
    else depth += found[0] === '(' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return pdf.length;
}
