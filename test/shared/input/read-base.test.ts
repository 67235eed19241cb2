import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBase } from '#shared/input/read-base.ts';

it.each([
  [undefined, 0],
  ['', 0],
  ['0', 0],
  ['7', 7],
  ['1.234', 1234],
  ['-1', -1],
  ['-0', -1],
  ['1e3', -1],
  ['0x1', -1],
  ['một', -1],
])('%j is %i', (typed, base) => {
  expect(readBase(typed)).toBe(base);
});

it('is a number that something stored can have only where it was typed so', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const isCount = /^[\d.\s]*$/.test(typed);
      expect(readBase(typed) >= 0 ? isCount : true).toBe(true);
    }),
  );
});
