import { readZip } from '#shared/guidance/zip-directory.ts';

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
export const fileFaults = [
  'empty',
  'too-big',
  'not-a-type',
  'old-office',
  'other-ending',
  'two-types',
  'broken',
  'encrypted',
  'unpacks-too-big',
  'has-macros',
  'has-programs',
  'has-embedded',
  'has-remote',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** Why a file is refused, and what was found in it, in the format's own words. */
export interface FileFinding {
  readonly fault: FileFault;
  readonly found?: string;
}

/** The maximum size of a file, in bytes. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
const LONGEST_NAME = 100;

export type JudgedFile =
  | { readonly ok: true; readonly name: string; readonly type: FileType }
  | ({ readonly ok: false } & FileFinding);

/**
 * Judges a file by its first bytes and the names in it: its name and the type that the sender states prove nothing. The
 * name must agree. What is in it, `functions/guidance/inspect` finds.
 *
 * @param name the name on the sender's computer
 */
export function judgeFile(name: string, bytes: Uint8Array): JudgedFile {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (bytes.length > MOST_FILE_BYTES) return { ok: false, fault: 'too-big' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, fault: 'old-office' };
  const zip = (startsWith(bytes, [0x50, 0x4b]) && readZip(bytes)) || [];
  if (typeof zip === 'string') return { ok: false, fault: zip };
  const entries = zip.map((entry) => entry.name);
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
