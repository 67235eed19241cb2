import { timingSafeEqual } from 'node:crypto';

/** Whether what was sent is what was expected, in a time that does not tell how much of it is right. */
export function isSameSecret(sent: string, expected: string): boolean {
  const [given, kept] = [Buffer.from(sent), Buffer.from(expected)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
