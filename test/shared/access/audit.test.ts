import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  type AuditEvent,
  auditKinds,
  entryAfter,
  faultsOf,
  shortAddress,
} from '#shared/access/audit.ts';

const events = fc.record(
  {
    kind: fc.constantFrom(...auditKinds),
    at: fc.constant('2026-11-24T02:00:00.000Z'),
    from: fc.constantFrom('203.0.113.*', '*'),
    of: fc.string(),
  },
  { requiredKeys: ['kind', 'at', 'from'] },
) as fc.Arbitrary<AuditEvent>;
const days = fc.array(events, { minLength: 1, maxLength: 12 }).map(dayOf);

function dayOf(list: readonly AuditEvent[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const event of list) entries.push(entryAfter(entries.at(-1), event));
  return entries;
}

const at = (entries: readonly AuditEntry[], seed: number) => seed % entries.length;

describe('a day of the audit', () => {
  it('is whole as it was written, sealed or not', () => {
    fc.assert(
      fc.property(days, fc.nat(), (entries, seed) => {
        expect(faultsOf(entries)).toEqual([]);
        expect(faultsOf(entries, entries[at(entries, seed)])).toEqual([]);
      }),
    );
  });

  it('shows that an entry was changed, even with a digest of its own', () => {
    fc.assert(
      fc.property(days, fc.nat(), (entries, seed) => {
        const which = at(entries, seed);
        const changed = entries.map((entry, n) => (n === which ? { ...entry, of: `${entry.of ?? ''}x` } : entry));
        expect(faultsOf(changed)).toEqual([`entry ${which + 1} was changed`]);
        const redone = entries.map((entry, n) =>
          n === which ? entryAfter(entries[n - 1], { ...entry, of: 'y' }) : entry,
        );
        if (redone[which]?.digest !== entries[which]?.digest) {
          expect(faultsOf(redone, entries.at(-1))).not.toEqual([]);
        }
      }),
    );
  });

  it('shows that an entry was taken out or put in twice', () => {
    fc.assert(
      fc.property(days, fc.nat(), (entries, seed) => {
        const which = at(entries, seed);
        const less = entries.filter((_, n) => n !== which);
        expect(faultsOf(less, entries.at(-1))).not.toEqual([]);
        if (which < entries.length - 1) expect(faultsOf(less)).not.toEqual([]);
        const twice = [...entries.slice(0, which + 1), ...entries.slice(which)];
        expect(faultsOf(twice)).not.toEqual([]);
      }),
    );
  });

  it('that was emptied is missed by its seal', () => {
    const [entry] = dayOf([{ kind: 'viewed', at: '2026-11-24T02:00:00.000Z', from: '*' }]);
    expect(faultsOf([])).toEqual([]);
    expect(faultsOf([], entry)).toEqual(['entry 1 was there when it was sealed, and is gone']);
  });

  it('that was written anew is not the sealed one', () => {
    const [old] = dayOf([{ kind: 'viewed', at: '2026-11-24T02:00:00.000Z', from: '*' }]);
    const [made] = dayOf([{ kind: 'viewed', at: '2026-11-24T03:00:00.000Z', from: '*' }]);
    expect(faultsOf([made as AuditEntry], old)).toEqual(['entry 1 is not the one that was sealed']);
  });
});

it.each([
  ['203.0.113.77', '203.0.113.*'],
  ['::ffff:203.0.113.77', '203.0.113.*'],
  ['2001:db8:7:1::9', '2001:db8:7:*'],
  ['2001:db8::9', '2001:db8:*'],
  ['::1', ':*'],
  ['', '*'],
  ['<script>', '*'],
])('the address %s is kept as %s', (address, short) => {
  expect(shortAddress(address)).toBe(short);
});
