import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { rightsStore } from '#functions/store/rights-store.ts';
import { type StoredSession, sessionStore } from '#functions/store/session-store.ts';
import { NEVER_CHANGED } from '#shared/access/rights.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const sessions = () => sessionStore(database().db, database().transient);
const rights = () => rightsStore(database().db, database().transient);
const now = '2026-11-24T01:00:00.000Z';
const session: StoredSession = {
  startedAt: now,
  seenAt: now,
  checkedAt: now,
  rights: NEVER_CHANGED,
  role: 'group',
  unit: 'hiep-hoa',
  group: 3,
};

describe('open sessions', () => {
  it('are found by account and id, and by neither alone', async () => {
    await sessions().start('thanh-van', 'one', session);
    expect(await sessions().find('thanh-van', 'one', now)).toEqual(session);
    expect(await sessions().find('thanh-van', 'two', now)).toBeUndefined();
    expect(await sessions().find('thai-son', 'one', now)).toBeUndefined();
  });

  it('stay ended, also when a request that began before notes its use', async () => {
    await sessions().start('group1', 'one', session);
    await sessions().end('group1', 'one');
    await sessions().touch('group1', 'one', { ...session, seenAt: '2026-11-24T01:10:00.000Z' });
    expect(await sessions().find('group1', 'one', now)).toBeUndefined();
  });

  it('of one account end together with its rights, and of no other, and those that began since stay', async () => {
    for (const id of ['one', 'two', 'three']) await sessions().start('group2', id, session);
    await sessions().start('group3', 'one', session);
    const held = await rights().begin('group2', true);
    expect(await sessions().ofUser('group2', now)).toEqual([]);
    const since = { ...session, rights: await rights().end('group2', held, true) };
    await sessions().start('group2', 'four', since);
    expect(await sessions().find('group2', 'one', now)).toBeUndefined();
    await sessions().removeEnded('group2', now);
    expect(await sessions().ofUser('group2', now)).toEqual([since]);
    expect(await sessions().find('group2', 'four', now)).toEqual(since);
    expect(await sessions().ofUser('group3', now)).toEqual([session]);
    expect(await rights().isCurrent('group2', since.rights)).toBe(true);
  });

  it('from before they had a version are none', async () => {
    const { rights: _, ...old } = session;
    await sessions().start('group4', 'one', old as StoredSession);
    expect(await sessions().find('group4', 'one', now)).toBeUndefined();
    expect(await sessions().ofUser('group4', now)).toEqual([]);
  });

  it('do not tell whoever reads the table what the cookie is, and expire with their day', async () => {
    await sessions().start('district', 'a-secret-id', session);
    const { db, transient: TableName } = database();
    const { Items = [] } = await db.send(new ScanCommand({ TableName }));
    expect(JSON.stringify(Items)).not.toContain('a-secret-id');
    const ends = Items.filter(({ sk }) => sk !== 'rights').map(({ expiresAt }) => expiresAt);
    expect(new Set(ends)).toEqual(new Set([Date.parse('2026-11-24T13:00:00.000Z') / 1000]));
  });
});
