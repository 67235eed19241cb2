import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '#functions/store/device-store.ts';
import { DEVICE_DAYS, MOST_DEVICES } from '#shared/access/devices.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const devices = () => deviceStore(database().db, database().transient);
const day = (n: number) => new Date(Date.parse('2026-11-24T01:00:00.000Z') + n * 24 * 60 * 60_000).toISOString();

describe('a device that has signed in', () => {
  it('is known to its account by any spelling of the name, and to no other', async () => {
    const secrets = await devices().remember('Thanh-Van', [], day(0));
    expect(await devices().known(' thanh-van', secrets, day(1))).toBe(secrets[0]);
    expect(await devices().known('thanh-vân', secrets, day(1))).toBeUndefined();
    expect(await devices().known('nobody', secrets, day(1))).toBeUndefined();
    expect(await devices().known('thanh-van', ['A'.repeat(22)], day(1))).toBeUndefined();
  });

  it('is known for half a year after its last sign-in', async () => {
    const first = await devices().remember('a', [], day(0));
    expect(await devices().known('a', first, day(DEVICE_DAYS - 1))).toBe(first[0]);
    expect(await devices().known('a', first, day(DEVICE_DAYS))).toBeUndefined();
    const second = await devices().remember('a', first, day(DEVICE_DAYS - 1));
    expect(await devices().known('a', second, day(DEVICE_DAYS + 1))).toBe(second[0]);
  });

  it('gets a new secret at each sign-in: a copy of the old one is worth nothing then', async () => {
    const copied = await devices().remember('b', [], day(0));
    const own = await devices().remember('b', copied, day(1));
    expect(own).toHaveLength(1);
    expect(await devices().known('b', copied, day(1))).toBeUndefined();
    expect(await devices().known('b', own, day(1))).toBe(own[0]);
  });

  it('is shared by accounts: each knows its own secret', async () => {
    const first = await devices().remember('c1', [], day(0));
    const both = await devices().remember('c2', first, day(0));
    expect(both).toHaveLength(2);
    expect(await devices().known('c1', both, day(1))).toBe(first[0]);
    expect(await devices().known('c2', both, day(1))).toBe(both[0]);
    expect(await devices().known('c2', first, day(1))).toBeUndefined();
  });

  it('is forgotten with all others of its account, and so is one whose sign-in is under way', async () => {
    const [phone, desk] = [await devices().remember('d', [], day(0)), await devices().remember('d', [], day(0))];
    await devices().forget('d', day(2));
    const late = await devices().remember('d', [], day(1));
    for (const each of [phone, desk, late]) expect(await devices().known('d', each, day(3))).toBeUndefined();
    const fresh = await devices().remember('d', phone, day(3));
    expect(await devices().known('d', fresh, day(3))).toBe(fresh[0]);
  });

  it('is one of the last twenty of its account, all at once too', async () => {
    const first = await devices().remember('e', [], day(0));
    const many = await Promise.all(Array.from({ length: MOST_DEVICES }, () => devices().remember('e', [], day(1))));
    for (const each of many) expect(await devices().known('e', each, day(1))).toBe(each[0]);
    expect(await devices().known('e', first, day(1))).toBeUndefined();
  });

  it('is stored by a digest, and expires', async () => {
    const [secret = ''] = await devices().remember('kept', [], day(0));
    const { db, transient } = database();
    const { Items = [] } = await db.send(new ScanCommand({ TableName: transient, ConsistentRead: true }));
    const stored = Items.filter(({ pk }) => String(pk).startsWith('device#'));
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain('kept');
    for (const { expiresAt } of stored) expect(expiresAt).toBeGreaterThan(0);
  });
});
