import { inflateSync } from 'node:zlib';
import type { Room } from '#functions/files/unpack.ts';
import { keysIn } from '#functions/guidance/inspect/pdf-keys.ts';
import {
  endOfDictionary,
  pdfObjects,
  plainNames,
  regular,
  textOfPdf,
} from '#functions/guidance/inspect/pdf-objects.ts';
import type { FileFault, FileFinding } from '#shared/guidance/file-content.ts';

/** Names that no document needs which only shows itself (ISO 32000-1, 7.11, 12.6, 12.7.8). */
const names: Readonly<Record<string, FileFault>> = {
  JavaScript: 'has-programs',
  Launch: 'has-programs',
  SubmitForm: 'has-programs',
  ImportData: 'has-programs',
  Rendition: 'has-programs',
  RichMedia: 'has-programs',
  RichMediaContent: 'has-programs',
  GoToE: 'has-embedded',
  EmbeddedFile: 'has-embedded',
  EmbeddedFiles: 'has-embedded',
  FileAttachment: 'has-embedded',
  Encrypt: 'encrypted',
};

/** More packed streams or actions than documents have would only take time. */
const MOST_PACKED = 2000;
const MOST_OPEN_ACTIONS = 50;
const LONGEST_ACTION = 5000;

const otherFilters =
  /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|DecodeParms|DP)(?!\w)/;
const watched = new RegExp(`/(${Object.keys(names).join('|')})(?!${regular})`);

/**
 * What a PDF holds besides what it shows. All bytes are searched, not only what its tables point to, and the objects that
 * are packed in streams.
 *
 * @param room what those may unpack to
 */
export function* inspectPdf(bytes: Uint8Array, room: Room): Generator<FileFinding> {
  const pdf = textOfPdf(bytes);
  if (!pdf.includes('%%EOF')) yield { fault: 'broken', found: '%%EOF' };
  const plain = plainNames(pdf);
  const texts = [plain];
  const objects = new Map<number, string[]>();
  const note = (number: number, text: string) => {
    const known = objects.get(number);
    if (known) known.push(text);
    else objects.set(number, [text]);
  };
  let packed = 0;
  try {
    yield* findingsIn(plain);
    for (const { number, text, stream } of pdfObjects(pdf)) {
      note(number, text);
      if (stream === undefined || !holdsObjects(text)) continue;
      packed += 1;
      const unpacked = packed > MOST_PACKED ? 'broken' : unpackObjects(bytes.subarray(stream), text, room);
      if (!Buffer.isBuffer(unpacked)) {
        yield { fault: unpacked, found: '/ObjStm' };
        return;
      }
      const inner = plainNames(textOfPdf(unpacked));
      yield* findingsIn(inner);
      texts.push(inner);
      for (const [each, its] of packedObjects(inner, text)) note(each, its);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield { fault: 'broken' };
  }
  yield* openActions(texts, objects);
}

function* findingsIn(text: string): Generator<FileFinding> {
  const name = watched.exec(text)?.[1];
  if (name) yield { fault: names[name] ?? 'has-programs', found: `/${name}` };
  yield* keysIn(text);
}

/** Whether other objects are in an object's stream: by its type, or by the two keys that none could do without. */
function holdsObjects(dictionary: string): boolean {
  return /\/ObjStm(?!\w)/.test(dictionary) || (/\/N(?!\w)/.test(dictionary) && /\/First(?!\w)/.test(dictionary));
}

/** Programs deflate packed objects or leave them as they are; every other way would only hide them. */
function unpackObjects(stream: Uint8Array, dictionary: string, room: Room): Buffer | FileFault {
  if (otherFilters.test(dictionary) || (dictionary.match(/\/(FlateDecode|Fl)(?!\w)/g) ?? []).length > 1)
    return 'broken';
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  try {
    const isPacked = /\/(Filter|F)(?!\w)/.test(dictionary);
    const content = isPacked ? inflateSync(bytes, { maxOutputLength: room.bytes + 1 }) : upTo(bytes, 'endstream');
    room.bytes -= content.length;
    return room.bytes < 0 ? 'unpacks-too-big' : content;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacks-too-big' : 'broken';
  }
}

function upTo(bytes: Buffer, mark: string): Buffer {
  const end = bytes.indexOf(mark);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** The objects of a stream by number: pairs of number and offset, then the objects (7.5.7). */
function packedObjects(text: string, dictionary: string): (readonly [number, string])[] {
  const first = Number(/\/First\s*(\d+)/.exec(dictionary)?.[1]);
  const pairs = [...text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)];
  return pairs.map(([, number, at]) => [
    Number(number),
    text.slice(first + Number(at), first + Number(at) + LONGEST_ACTION),
  ]);
}

/** What happens by itself when the document is opened: it may show a place of its own, and nothing else. */
function* openActions(
  texts: readonly string[],
  objects: ReadonlyMap<number, readonly string[]>,
): Generator<FileFinding> {
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\/OpenAction(?!\w)/g)].map(({ index }) => [text, index + 11] as const),
  );
  if (found.length > MOST_OPEN_ACTIONS) yield { fault: 'broken', found: '/OpenAction' };
  for (const [text, at] of found) {
    const value = text.slice(at, at + LONGEST_ACTION);
    const reference = /^\s*(\d+)\s+\d+\s+R\b/.exec(value)?.[1];
    const actions = reference ? (objects.get(Number(reference)) ?? []) : [value];
    if (actions.length === 0 || actions.length > MOST_OPEN_ACTIONS || !actions.every(onlyShows)) {
      yield { fault: 'has-programs', found: '/OpenAction' };
    }
  }
}

/** Whether an action goes to a place in the document, or is no action but such a place. */
function onlyShows(action: string): boolean {
  if (/^\s*\[/.test(action)) return true;
  const end = endOfDictionary(action, 0, { characters: action.length });
  if (end === undefined) return false;
  const text = action.slice(0, end);
  const kinds = [...text.matchAll(/\/S(?!\w)\s*(\/\w+|\d+\s+\d+\s+R)?/g)].map(([, kind]) => kind);
  return !/\/Next(?!\w)/.test(text) && kinds.every((kind) => kind === '/GoTo' || kind === '/Named');
}
