import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { sealAudit } from '#functions/rollup/seal-audit.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { verifyAudit } from '#infra/admin/verify-audit.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const yesterday = '2026-11-23T02:00:00.000Z';
const now = '2026-11-24T02:00:00.000Z';
let district = '';
let count = 0;
const stores = () => ({
  audit: auditStore(database().db, database().audit, 30),
  seals: sealStore(database().db, database().scorecards),
});
const verdict = (at = now) => verifyAudit(district, stores(), { now: at, keepDays: 30 });
const remove = (day: string, number: number) =>
  database().db.send(
    new DeleteCommand({
      TableName: database().audit,
      Key: { pk: `${district}#${day}`, sk: String(number).padStart(6, '0') },
    }),
  );

/** Three entries a day, sealed up to the second of today. */
beforeEach(async () => {
  count += 1;
  district = `district-${count}`;
  for (const at of [yesterday, yesterday, yesterday, now, now]) {
    await stores().audit.append(district, { kind: 'viewed', at, from: '*' });
  }
  await sealAudit(district, stores(), now, { andYesterday: true });
  await stores().audit.append(district, { kind: 'viewed', at: now, from: '*' });
});

describe('verify --audit', () => {
  it('finds nothing in an audit that was only added to', async () => {
    expect(await verdict()).toEqual({ days: 2, entries: 6, faults: [] });
  });

  it('misses a day that was emptied', async () => {
    for (const number of [1, 2, 3]) await remove('2026-11-23', number);
    expect((await verdict()).faults).toEqual(['2026-11-23: entry 3 was there when it was sealed, and is gone']);
  });

  it('misses today’s entries as far as they were sealed, also when others were written after them', async () => {
    for (const number of [1, 2, 3]) await remove('2026-11-24', number);
    for (let n = 0; n < 3; n += 1) await stores().audit.append(district, { kind: 'exported', at: now, from: '*' });
    expect((await verdict()).faults).toEqual(['2026-11-24: entry 2 is not the one that was sealed']);
  });

  it('misses one in the middle', async () => {
    await remove('2026-11-23', 2);
    expect((await verdict()).faults).toEqual(['2026-11-23: entry 2 is missing']);
  });

  it('does not ask for what has expired', async () => {
    for (const number of [1, 2, 3]) await remove('2026-11-23', number);
    expect((await verdict('2026-12-23T02:00:00.000Z')).faults).toEqual([]);
  });
});
