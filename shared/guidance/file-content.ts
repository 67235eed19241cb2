/** The kinds of files that are passed on: documents and pictures that contain no program. */
export const fileTypes = {
  pdf: { media: 'application/pdf', endings: ['pdf'] },
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  png: { media: 'image/png', endings: ['png'] },
  jpg: { media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
} as const satisfies Record<string, { readonly media: string; readonly endings: readonly string[] }>;
export type FileType = keyof typeof fileTypes;
const typeNames = Object.keys(fileTypes) as readonly FileType[];

/** The kind as a file picker shows it. */
export const acceptedEndings = typeNames.flatMap((type) => fileTypes[type].endings.map((ending) => `.${ending}`));

/** Why a file is rejected. */
export const fileFaults = ['empty', 'too-big', 'not-a-type', 'other-ending', 'has-macros'] as const;
export type FileFault = (typeof fileFaults)[number];

/** The maximum size of a file, in bytes. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
const LONGEST_NAME = 100;

export type JudgedFile =
  | { readonly ok: true; readonly name: string; readonly type: FileType }
  | { readonly ok: false; readonly fault: FileFault };

/**
 * Judges a file by its content: its name and the type that the sender states prove nothing. The name must agree.
 *
 * @param name the name on the sender's computer
 */
export function judgeFile(name: string, bytes: Uint8Array): JudgedFile {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (bytes.length > MOST_FILE_BYTES) return { ok: false, fault: 'too-big' };
  const entries = startsWith(bytes, [0x50, 0x4b]) ? entriesOfZip(bytes) : [];
  if (entries.some((entry) => /(^|\/)vbaProject\.bin$/i.test(entry))) return { ok: false, fault: 'has-macros' };
  const type = typeOf(bytes, entries);
  if (!type) return { ok: false, fault: 'not-a-type' };
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!fileTypes[type].endings.some((each) => each === ending)) return { ok: false, fault: 'other-ending' };
  return { ok: true, name: plainName(name, ending), type };
}

/**
 * A file name that is safe in every file system and header; letters of all languages stay.
 *
 * @example plainName('..\\\\Mẫu "1".PDF', 'pdf') //=> 'Mẫu 1.pdf'
 */
function plainName(name: string, ending: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .slice(0, -ending.length - 1)
    .replace(/[^\p{L}\p{M}\p{N} ()_,.-]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${[...stem].slice(0, LONGEST_NAME).join('').trim() || 'tai-lieu'}.${ending}`;
}

function typeOf(bytes: Uint8Array, entries: readonly string[]): FileType | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (!entries.includes('[Content_Types].xml')) return undefined;
  if (entries.includes('word/document.xml')) return 'docx';
  return entries.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The names in the directory at the end of a ZIP file (APPNOTE 4.3.12, 4.3.16); none if it has no directory. */
function entriesOfZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return [];
    const length = view.getUint16(at + 28, true);
    names.push(textOf(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** The offset of the record that ends the directory: a comment of up to 65,535 bytes may follow it. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** Decodes a name byte by byte: the names that matter are ASCII. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
