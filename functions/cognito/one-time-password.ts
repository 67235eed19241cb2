import { randomInt } from 'node:crypto';

/** Leaves out characters that look alike on paper: I and l, O and 0, 1. */
const letters = 'abcdefghijkmnpqrstuvwxyz';
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const any = letters + capitals + digits;
/** Makes three groups of four with each kind of character that the user pool requires. The dash is the symbol. */
const groups = [
  [capitals, letters, digits, any],
  [any, any, any, any],
  [any, any, any, any],
];

/** Makes a password that is read out and typed once. */
export function oneTimePassword(): string {
  const pick = (from: string) => from[randomInt(from.length)];
  return groups.map((kinds) => kinds.map(pick).join('')).join('-');
}
