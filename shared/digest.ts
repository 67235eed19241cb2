import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The one canonical text of a value: keys are sorted, and `undefined` properties are treated as absent.
 *
 * @param value plain data: strings, finite numbers, booleans, null, arrays, objects
 */
export function canonical(value: unknown): string {
  // A shortcut: most values are counts, and whole numbers need no quotes.
  if (Number.isInteger(value)) return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  // A roll-up does this for every report, so no list of pairs is built.
  const parts = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(parts).sort()) {
    const part = parts[key];
    if (part !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a value's canonical text, in hexadecimal. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}
