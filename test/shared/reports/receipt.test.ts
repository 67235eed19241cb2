import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf } from '#shared/period.ts';
import { parseReceipt, receiptOf } from '#shared/reports/receipt.ts';
import { day, days } from '#test/shared/samples.ts';

const digests = fc.stringMatching(/^[0-9a-f]{64}$/);
const revision = (digest: string, date = day('2021-02-03')) => ({ digest, report: { date } });

describe('a receipt number', () => {
  it('is the month and forty bits of the digest, in groups that can be read out', () => {
    expect(receiptOf(revision(`0000000000${'f'.repeat(54)}`))).toBe('2102-0000-0000');
    expect(receiptOf(revision(`ffffffffff${'0'.repeat(54)}`))).toBe('2102-ZZZZ-ZZZZ');
    expect(receiptOf(revision(`0000000001${'0'.repeat(54)}`))).toBe('2102-0000-0001');
  });

  it('is read back as it was given', () => {
    fc.assert(
      fc.property(digests, days, (digest, date) => {
        const number = receiptOf(revision(digest, date));
        expect(parseReceipt(number)).toEqual({ month: monthOf(date), number });
      }),
    );
  });

  it('is read back as people copy it: small letters, without hyphens, O for 0, I and L for 1', () => {
    const slips = fc.record({ small: fc.boolean(), bare: fc.boolean(), one: fc.constantFrom('1', 'I', 'L', 'i', 'l') });
    fc.assert(
      fc.property(digests, days, slips, (digest, date, { small, bare, one }) => {
        const number = receiptOf(revision(digest, date));
        const misread = number.replaceAll('0', 'O').replaceAll('1', one);
        const typed = (bare ? misread.replaceAll('-', ' ') : misread)[small ? 'toLowerCase' : 'toUpperCase']();
        expect(parseReceipt(` ${typed} `)?.number).toBe(number);
      }),
    );
  });

  it('differs where the forty bits differ', () => {
    fc.assert(
      fc.property(digests, digests, (a, b) => {
        const same = a.slice(0, 10) === b.slice(0, 10);
        expect(receiptOf(revision(a)) === receiptOf(revision(b))).toBe(same);
      }),
    );
  });
});

it.each([
  '',
  '2102',
  '2102-KY3D',
  '2113-KY3D-10BR',
  '2100-KY3D-10BR',
  '2102-KY3D-10BU',
  '2102-KY3D-10BRX',
  '2102_KY3D_10BR',
])('%j is no receipt number', (typed) => {
  expect(parseReceipt(typed)).toBeUndefined();
});
