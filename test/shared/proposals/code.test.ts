import { describe, expect, it } from 'vitest';
import { codeOf, readCode } from '#shared/proposals/code.ts';

describe('a code', () => {
  it('has 60 bits in letters of which none is taken for another', () => {
    expect(codeOf(new Uint8Array(8))).toBe('0000-0000-0000');
    expect(codeOf(new Uint8Array(8).fill(255))).toBe('zzzz-zzzz-zzzz');
    // Each of the first 60 bits changes it.
    const codes = Array.from({ length: 60 }, (_, bit) => {
      const bytes = new Uint8Array(8);
      bytes[bit >> 3] = 128 >> (bit & 7);
      return codeOf(bytes);
    });
    expect(new Set(codes).size).toBe(60);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  });

  it.each([
    ['7k03-m112-9xyz', '7k03-m112-9xyz'],
    ['7KO3 MIL2 9XYZ', '7k03-m112-9xyz'],
    [' 7k03m1129xyz ', '7k03-m112-9xyz'],
    ['7k03–m112–9xyz', '7k03-m112-9xyz'],
    ['7k03.m112_9xyz', '7k03-m112-9xyz'],
    ['7k03-m112-9xy', undefined],
    ['7k03-m112-9xyzz', undefined],
    ['7k03-m112-9xyu', undefined],
    ['7k03-m112-9xyđ', undefined],
    ['', undefined],
    ['../../login', undefined],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });
});
