import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewed } from '#functions/http/viewed.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { days, unitIds } from '#test/shared/samples.ts';

const ids = fc.record({ cell: unitIds, date: days, kind: fc.constant('regular' as const) }).map(reportIdOf);

describe('words that are shown', () => {
  it.each([
    [[], undefined, []],
    [['a_1'], undefined, [{ kind: 'viewed', of: 'a_1' }]],
    [['a_1', 'b_1', 'a_1'], undefined, [{ kind: 'viewed', of: 'a_1, b_1' }]],
    [['a_1', 'a_2'], 'matters h.a', [{ kind: 'viewed', of: 'matters h.a: a_1, a_2' }]],
    [[], 'matters h.a', []], // an empty list shows none
  ])('of %j on %s are one entry at most', (things, list, entries) => {
    expect(viewed(things, list)).toEqual(entries);
  });

  it('are named all, or as many as an item has room for and the digest of all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids, { maxLength: 400 }), (things) => {
        const { of = '' } = viewed(things, 'matters hiep-hoa')[0] ?? {};
        expect(Buffer.byteLength(of)).toBeLessThan(3500);
        const named = things.filter((id) => of.includes(id));
        if (named.length === things.length) return;
        expect(of).toMatch(
          new RegExp(`and ${things.length - of.split(', ').length + 1} more, sha256 of all: [0-9a-f]{64}$`),
        );
      }),
    );
  });
});
