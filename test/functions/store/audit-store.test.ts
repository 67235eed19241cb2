import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealAudit } from '#functions/rollup/seal-audit.ts';
import { type AuditStore, auditStore, sealStore } from '#functions/store/audit-store.ts';
import { type AuditEvent, faultsOf } from '#shared/access/audit.ts';
import { dayAt } from '#shared/period.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { Faults } from '#test/functions/owed/faults.ts';

const at = '2026-11-24T02:00:00.000Z';
const event = (of: string, when = at): AuditEvent => ({ kind: 'viewed', at: when, of, from: '203.0.113.*' });

onEachDatabase((database) => {
  const audit = () => auditStore(database().db, database().audit, 30);
  const seals = () => sealStore(database().db, database().scorecards);

  describe('the audit', () => {
    it('is one chain, however many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => audit().append('a', event(`report ${n}`))));
      const entries = await audit().day('a', dayAt(at));
      expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(new Set(entries.map(({ of }) => of)).size).toBe(20);
      expect(faultsOf(entries)).toEqual([]);
    });

    it('is one chain and leaves nothing out, in whatever order several processes write', async () => {
      const step = fc.array(fc.nat(2), { minLength: 1, maxLength: 4 });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          runs += 1;
          const district = `order-${runs}`;
          const processes = [audit(), audit(), audit()];
          let written = 0;
          for (const atOnce of steps) {
            const events = atOnce.map((_, at) => event(`${written + at}`));
            await Promise.all(atOnce.map((n, at) => processes[n]?.append(district, events[at] as AuditEvent)));
            written += atOnce.length;
          }
          const entries = await audit().day(district, dayAt(at));
          expect(faultsOf(entries)).toEqual([]);
          expect(new Set(entries.map(({ of }) => of)).size).toBe(written);
          expect(entries).toHaveLength(written);
        }),
        { numRuns: 15 },
      );
    });

    it('looks for the newest entry only where somebody else may have written it', async () => {
      const noted = new Faults();
      const [one, other] = [noted, noted].map((faults) =>
        auditStore(faults.client(database().endpoint), database().audit, 30),
      ) as [AuditStore, AuditStore];
      const requestsOf = async (writer: AuditStore) => {
        const before = noted.requests.length;
        await writer.append('quiet', event(`after ${before} requests`));
        return noted.requests.length - before;
      };
      const inTurn = [one, one, one, one, other, one, one, one];
      const requests: number[] = [];
      for (const writer of inTurn) requests.push(await requestsOf(writer));
      // After the other one's entry the guess is wrong once: a refused try, a look and another try.
      expect(requests).toEqual([2, 2, 1, 1, 2, 3, 2, 1]);
    });

    it('has no change twice: neither where an answer gets lost, nor where several settle it at once', async () => {
      const change = { ...event('a change'), kind: 'changed', change: 'its-id' } as const;
      const faults = new Faults('retried', 2); // the first looks for the newest entry, the second stores
      await auditStore(faults.client(database().endpoint), database().audit, 30).append('once', change);
      await Promise.all(Array.from({ length: 5 }, () => audit().appendOnce('once', change)));
      await Promise.all(Array.from({ length: 5 }, () => audit().appendOnce('once', { ...change, change: 'another' })));
      const entries = await audit().day('once', dayAt(at));
      expect(entries.map(({ change: id }) => id)).toEqual(['its-id', 'another']);
      expect(faultsOf(entries)).toEqual([]);
      expect(faults.requests).toHaveLength(4);
    });

    it('begins anew each day, by the calendar of Vietnam, and for each district', async () => {
      await audit().append('b', event('before', '2026-11-24T16:59:59.000Z'));
      await audit().append('b', event('after', '2026-11-24T17:00:00.000Z'));
      expect((await audit().day('b', dayAt('2026-11-24T16:00:00.000Z'))).map(({ of }) => of)).toEqual(['before']);
      const [first] = await audit().day('b', dayAt('2026-11-24T17:00:00.000Z'));
      expect(first).toMatchObject({ number: 1, previous: '', of: 'after' });
      expect(await audit().day('c', dayAt(at))).toEqual([]);
    });

    it('tells who handled whose account on some days, and of nothing else', async () => {
      const by = { user: 'one', role: 'district', unit: 'h' } as const;
      const handled = (of: string, when: string) => ({ ...event(of, when), kind: 'account', by }) as const;
      await audit().append('h', handled('add two commune h.x', '2026-11-23T02:00:00.000Z'));
      await audit().append('h', handled('disable two', at));
      await audit().append('h', event('reset two', at));
      await audit().append('h', handled('reset three', at));
      const days = ['2026-11-23T02:00:00.000Z', at].map(dayAt);
      expect(await audit().handlings('h', days)).toEqual([
        { of: 'two', by: 'one' },
        { of: 'three', by: 'one' },
      ]);
      expect(await audit().handlings('h', days.slice(1))).toEqual([{ of: 'three', by: 'one' }]);
    });

    it('is sealed up to its newest entry, today and yesterday', async () => {
      await audit().append('d', event('one'));
      await sealAudit('d', { audit: audit(), seals: seals() }, at, { andYesterday: true });
      await audit().append('d', event('two'));
      const next = '2026-11-25T02:00:00.000Z';
      await sealAudit('d', { audit: audit(), seals: seals() }, next, { andYesterday: false });
      expect((await seals().all('d')).map(({ number }) => number)).toEqual([1]);
      await sealAudit('d', { audit: audit(), seals: seals() }, next, { andYesterday: true });
      const [seal, ...more] = await seals().all('d');
      expect(more).toEqual([]);
      expect(seal).toMatchObject({ district: 'd', day: '2026-11-24', number: 2 });
      // A seal that comes late does not take back a later one.
      await seals().seal({ district: 'd', day: '2026-11-24', number: 1, digest: 'x', at });
      expect(await seals().all('d')).toEqual([seal]);
    });
  });
});
