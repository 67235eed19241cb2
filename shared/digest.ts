import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The one canonical text of a value: keys are sorted, and `undefined` properties are treated as absent.
 *
 * @param value plain data: strings, finite numbers, booleans, null, arrays, objects
 */
export function canonical(value: unknown): string {
  // Shortcuts, since a roll-up does this for every report: most values are counts, and whole numbers need no quotes.
  if (Number.isInteger(value)) return String(value);
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const parts = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(parts).sort()) {
    const part = parts[key];
    if (part !== undefined) text += `${text && ','}${quoted(key)}:${canonical(part)}`;
  }
  return `{${text}}`;
}

/** As JSON writes a text; codes, days and ids have nothing to escape. */
function quoted(text: string): string {
  return /^[\w.:-]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** SHA-256 of a value's canonical text, in hexadecimal. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}
