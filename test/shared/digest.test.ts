import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '#shared/digest.ts';

const data = fc.jsonValue({ noUnicodeString: false });

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, part]) => [key, turned(part)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('canonical', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value));
      }),
    );
  });

  it('says the same value, and nothing else', () => {
    fc.assert(
      fc.property(data, data, (a, b) => {
        expect(JSON.parse(canonical(a))).toEqual(JSON.parse(JSON.stringify(a)));
        const same =
          JSON.stringify(turned(JSON.parse(canonical(a)))) === JSON.stringify(turned(JSON.parse(canonical(b))));
        expect(canonical(a) === canonical(b)).toBe(same);
      }),
    );
  });

  it('tells an absent property from null and from 0, and not from undefined', () => {
    expect(canonical({ late: undefined })).toBe(canonical({}));
    expect(new Set([{}, { late: null }, { late: 0 }, { late: '' }, { late: '0' }].map(canonical)).size).toBe(5);
  });

  it('keeps the order of a list', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical text in UTF-8', () => {
    expect(digestOf('Đảng ủy')).toBe('38261b0d6ec432fdbf9d668658fc22e9d06e0329fed20bb6cc7c96248038ca1e');
  });

  it('tells texts apart that only look alike', () => {
    expect(digestOf('ủy'.normalize('NFD'))).not.toBe(digestOf('ủy'.normalize('NFC')));
  });
});
