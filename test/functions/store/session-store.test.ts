import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { sessionStore } from '#functions/store/session-store.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const sessions = () => sessionStore(database().db, database().transient);
const session = {
  startedAt: '2026-11-24T01:00:00.000Z',
  seenAt: '2026-11-24T01:00:00.000Z',
  refreshToken: 'next',
};

describe('open sessions', () => {
  it('are found by account and id, and by neither alone', async () => {
    await sessions().start('thanh-van', 'one', session);
    expect(await sessions().find('thanh-van', 'one')).toEqual(session);
    expect(await sessions().find('thanh-van', 'two')).toBeUndefined();
    expect(await sessions().find('thai-son', 'one')).toBeUndefined();
  });

  it('stay ended, also when a request that began before notes its use', async () => {
    await sessions().start('group1', 'one', session);
    await sessions().end('group1', 'one');
    await sessions().touch('group1', 'one', { ...session, seenAt: '2026-11-24T01:10:00.000Z' });
    expect(await sessions().find('group1', 'one')).toBeUndefined();
  });

  it('of one account end together, and of no other', async () => {
    for (const id of ['one', 'two', 'three']) await sessions().start('group2', id, session);
    await sessions().start('group3', 'one', session);
    await sessions().endAll('group2');
    expect(await sessions().ofUser('group2')).toEqual([]);
    expect(await sessions().ofUser('group3')).toEqual([session]);
  });

  it('do not tell whoever reads the table what the cookie is, and expire with their day', async () => {
    await sessions().start('district', 'a-secret-id', session);
    const { db, transient: TableName } = database();
    const { Items = [] } = await db.send(new ScanCommand({ TableName }));
    expect(JSON.stringify(Items)).not.toContain('a-secret-id');
    expect(Items.every(({ expiresAt }) => expiresAt === Date.parse('2026-11-24T13:00:00.000Z') / 1000)).toBe(true);
  });
});
