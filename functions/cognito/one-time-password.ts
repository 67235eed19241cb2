import { randomInt } from 'node:crypto';

/** Leaves out characters that look alike on paper: I and l, O and 0, 1. */
const characters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Makes a password that is read out and typed once: three groups of four. */
export function oneTimePassword(): string {
  const pick = () => characters[randomInt(characters.length)];
  const group = () => Array.from({ length: 4 }, pick).join('');
  return [group(), group(), group()].join('-');
}
