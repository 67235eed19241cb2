import { blanksIn, regular } from '#functions/guidance/inspect/pdf-objects.ts';
import type { FileFault, FileFinding } from '#shared/guidance/file-content.ts';

/** Short names, which picture data could hold by chance: only with the value that they must have. */
const keys: Readonly<Record<string, { readonly value: RegExp; readonly fault: FileFault }>> = {
  JS: { value: /[(<]|\d{1,10}[\s%]/y, fault: 'has-programs' },
  XFA: { value: /\[|\d{1,10}[\s%]/y, fault: 'has-programs' },
  AA: { value: /<<(?!\s*>>)|\d{1,10}[\s%]/y, fault: 'has-programs' },
  EF: { value: /<<(?!\s*>>)|\d{1,10}[\s%]/y, fault: 'has-embedded' },
  FS: { value: /\/URL(?!\w)/y, fault: 'has-remote' },
};
const short = new RegExp(`/(${Object.keys(keys).join('|')}|URI)(?!${regular})`, 'g');

/** Addresses of links that start something instead of showing a page. */
const starts =
  /^\s*(?:(?:javascript|vbscript|data|shell|search-ms|ms-[\w-]+):|file:.*\.(?:exe|com|scr|bat|cmd|ps1|vbs|js|hta|jar|msi|lnk)\s*$)/is;
const LONGEST_ADDRESS = 1000;

/**
 * What the short names of a PDF give away, whatever white space and comments stand between them and their values.
 *
 * @param text by `textOfPdf`, its names as they are meant
 */
export function* keysIn(text: string): Generator<FileFinding> {
  const afterBlanks = blanksIn(text, { characters: text.length });
  for (const { 0: found, 1: name = '', index } of text.matchAll(short)) {
    const at = afterBlanks(index + found.length);
    const key = keys[name];
    if (!key) {
      if (starts.test(stringAt(text, at))) yield { fault: 'has-programs', found };
      continue;
    }
    key.value.lastIndex = at;
    if (key.value.test(text)) yield { fault: key.fault, found };
  }
}

/** The text that begins here, its escapes as they are meant (7.3.4); blank if there is none. */
function stringAt(text: string, at: number): string {
  const written = text.slice(at, at + LONGEST_ADDRESS);
  const hex = /^<([\s\da-f]*)>?/i.exec(written)?.[1];
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
  const literal = /^\(((?:[^\\)]|\\.)*)/s.exec(written)?.[1] ?? '';
  return literal
    .replace(/\\(?:\r\n|\r|\n)/g, '')
    .replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) & 255))
    .replace(/\\(.)/gs, '$1');
}
