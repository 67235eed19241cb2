import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directoryStore } from '#functions/store/directory-store.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import type { TableKey } from '#functions/store/tables.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { archived, compareItems } from '#infra/admin/archive/compare.ts';
import { exportArchive } from '#infra/admin/archive/export.ts';
import { type OpenArchive, openArchive } from '#infra/admin/archive/manifest.ts';
import { allRaw, rawClient } from '#infra/admin/archive/raw-tables.ts';
import { restoreArchive } from '#infra/admin/archive/restore.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { credentials, onDynalite, onEachDatabase, type TestDatabase } from '#test/dynamodb.ts';
import { aUnit, entered } from '#test/shared/samples.ts';

const clientOf = ({ endpoint }: TestDatabase) => rawClient({ endpoint, region, credentials });
const namesOf = ({ db: _, endpoint: __, ...names }: TestDatabase) => names;
const none = { find: async () => undefined, isTaken: async () => false, add: async () => {}, disable: async () => {} };
const accounts = [{ user: 'a', role: 'cell', unit: 'hiep-hoa', enabled: true, mustChoose: false }] as const;
async function* everywhere() {
  yield* accounts;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const source = onDynalite();
let file = 0;
const newPlace = () => join(folder, `${file++}.tar`);

async function exportFrom(from: TestDatabase, district?: string, to = newPlace()): Promise<OpenArchive> {
  const bucket = { get: async () => undefined };
  const directory = directoryStore(from.db, from.cells);
  const deps = {
    client: clientOf(from),
    tables: namesOf(from),
    directory,
    accounts: { everywhere },
    bucket,
    record: async () => {},
  };
  await exportArchive({ to, by: 'test', stage: 'test', ...(district !== undefined && { district }) }, deps);
  return openArchive(to);
}

function restoreInto(
  to: TestDatabase,
  archive: OpenArchive,
  client: DynamoDBClient = clientOf(to),
  listAccounts = async () => 'listed',
) {
  const purging = {
    purges: purgeStore(to.db, to.meetings),
    matters: matterStore(to.db, to.matters),
    drafts: draftStore(to.db, to.transient),
    words: async () => 0,
  };
  const bucket = { put: async () => {} };
  const directory = directoryStore(to.db, to.cells);
  const given = { client, tables: namesOf(to), directory, accounts: none, bucket, purging };
  const deps = { ...given, record: async () => {}, listAccounts };
  const sheet = { path: join(folder, 'sheet.html'), url: 'https://chi-bo.example', at: new Date().toISOString() };
  return restoreArchive(archive, { newer: { steps: [], past: [] }, sheet }, deps);
}

const soon = Math.floor(Date.now() / 1000) + 1000;
const words = (id: string) => ({
  pk: `hiep-hoa#2026-10#text`,
  sk: `${id}#0001#digest`,
  focus: 'Lời lẽ',
  expiresAt: soon,
});
const report = 'hiep-hoa.thanh-van.dong_2026-10-03_regular';

/** A few items of each table, of two districts, with what does not go along. */
const items: readonly [TableKey, Record<string, unknown>][] = [
  [
    'meetings',
    { pk: 'hiep-hoa#2026-10', sk: `${report}#0001`, present: 17, ratio: 0.85, absent: null, lists: [[], {}] },
  ],
  ['meetings', words(report)],
  ['meetings', { ...words('hiep-hoa.thanh-van.dong_2026-10-09_regular'), expiresAt: 1 }],
  ['scorecards', { pk: 'hiep-hoa.thanh-van', sk: '2026-10#live', body: Buffer.from([0, 255, 128]), generatedAt: 'x' }],
  ['scorecards', { pk: 'audit#hiep-hoa', sk: '2026-10-03', number: 1 }],
  ['matters', { pk: 'hiep-hoa', sk: `${report}_1`, events: [], openIn: 'hiep-hoa' }],
  ['actions', { pk: 'hiep-hoa', sk: 'hiep-hoa_reporting_2026-10', events: [] }],
  ['audit', { pk: 'hiep-hoa#2026-10-03', sk: '000001', kind: 'viewed', of: report, expiresAt: soon }],
  ['owed', { pk: 'owed', sk: 'hiep-hoa#2026-10-03T00:00:00Z#1', district: 'hiep-hoa' }],
  ['transient', { pk: 'draft#a', sk: 'form', typed: { focus: 'Đang gõ' }, expiresAt: soon }],
  ['transient', { pk: 'draft#b', sk: 'form', typed: {}, expiresAt: soon }],
  ['transient', { pk: 'session#a', sk: 'x', expiresAt: soon }],
  [
    'transient',
    { pk: 'proposals#code#0a', sk: 'meeting', cell: 'hiep-hoa.thanh-van.dong', month: '2026-10', expiresAt: soon },
  ],
  ['cells', { pk: 'bac-giang', sk: 'parent', id: 'bac-giang', name: 'Bắc Giang', children: ['hiep-hoa'] }],
  ['cells', { pk: 'hiep-hoa', sk: 'above', parent: 'bac-giang' }],
  ['cells', { pk: 'hiep-hoa#accounts', sk: '!', at: '2026-10-03T00:00:00Z' }],
  ['meetings', { pk: 'hiep-hoa-2#2026-10', sk: 'hiep-hoa-2.a.b_2026-10-03_regular#0001' }],
  ['audit', { pk: 'viet-yen#2026-10-03', sk: '000001', kind: 'viewed', expiresAt: soon }],
];

beforeAll(async () => {
  const { db, cells, ...tables } = source();
  for (const id of ['hiep-hoa', 'hiep-hoa.thanh-van', 'viet-yen']) {
    for (const Item of unitItems([aUnit(id)], entered)) await db.send(new PutCommand({ TableName: cells, Item }));
  }
  for (const [table, Item] of items) {
    await db.send(new PutCommand({ TableName: { cells, ...tables }[table], Item }));
  }
});

async function keysIn(database: TestDatabase, table: TableKey): Promise<string[]> {
  const keys: string[] = [];
  for await (const { pk, sk } of allRaw(clientOf(database), database[table])) keys.push(`${pk?.S} ${sk?.S}`);
  return keys.sort();
}

describe('an archive of all', () => {
  onEachDatabase((target) => {
    it('is restored into an empty system, item by item, and into none that is not empty', async () => {
      const archive = await exportFrom(source());
      // Stopped when all but the lists of accounts is there, it goes on.
      const killed = restoreInto(target(), archive, undefined, () => Promise.reject(new Error('killed')));
      await expect(killed).rejects.toThrow('killed');
      await restoreInto(target(), archive);
      expect((await keysIn(target(), 'cells')).filter((key) => key.includes('#accounts'))).toEqual([]);
      const compared = await compareItems({ client: clientOf(target()), tables: namesOf(target()) }, archived(archive));
      for (const { table, missing, different, extra } of compared) {
        expect({ table, missing, different, extra }).toEqual({ table, missing: [], different: [], extra: [] });
      }
      expect(compared.reduce((sum, { same }) => sum + same, 0)).toBeGreaterThan(15);
      // What has expired, what may vanish, and the draft of an account that is no more.
      expect(await keysIn(target(), 'transient')).toEqual(['draft#a form', 'proposals#code#0a meeting']);
      expect(await keysIn(target(), 'meetings')).not.toContainEqual(expect.stringContaining('2026-10-09'));
      expect(await keysIn(target(), 'owed')).toEqual(['owed hiep-hoa#2026-10-03T00:00:00Z#1']);
      await expect(restoreInto(target(), archive)).rejects.toThrow(/is not empty\. Nothing was written/);
      await archive.close();
    });
  });
});

describe('a place that is taken', () => {
  it.each<[string, string, string, RegExp]>([
    ['a kill of one to a file', 'a.tar', 'a.tar.parts/part.gz', /a\.tar\.parts is there already: half .* delete it/],
    ['a kill of one to a folder', 'b', 'b.parts/part.gz', /b\.parts is there already: half .* delete it/],
    ['an archive', 'c.tar', 'c.tar', /c\.tar is there already: name another place\.$/],
    ['a folder', 'd', 'd/manifest.json', /d is there already: name another place\.$/],
  ])('is left as it is, and the message says what it may be: %s', async (_, name, held, says) => {
    await mkdir(dirname(join(folder, held)), { recursive: true });
    await writeFile(join(folder, held), 'kept');
    await expect(exportFrom(source(), undefined, join(folder, name))).rejects.toThrow(says);
    expect(await readFile(join(folder, held), 'utf8')).toBe('kept');
  });

  it('holds nothing but the archive afterwards, of two at once one', async () => {
    for (const name of ['e.tar', 'f']) {
      const place = join(folder, name);
      const both = await Promise.allSettled([1, 2].map(() => exportFrom(source(), undefined, place)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const each of both) if (each.status === 'fulfilled') await each.value.close();
      expect((await readdir(folder)).filter((each) => each.startsWith(name))).toEqual([name]);
    }
  });
});

describe('an archive of a district', () => {
  const target = onDynalite();
  let archive: OpenArchive;
  beforeAll(async () => {
    archive = await exportFrom(source(), 'hiep-hoa');
  });
  afterAll(() => archive.close());

  it('has nothing of another, and nothing of what stands above', async () => {
    const lines = await Promise.all(
      ['meetings', 'audit', 'cells'].map(async (part) => {
        const { gunzipSync } = await import('node:zlib');
        return gunzipSync(await readFile(archive.fileOf(part))).toString();
      }),
    );
    expect(lines.join()).not.toMatch(/viet-yen|hiep-hoa-2|bac-giang/);
    expect(lines.join()).toContain(report);
  });

  it('goes on where it was killed, lists the district last, and changes nothing that is there', async () => {
    const dying = clientOf(target());
    let puts = 0;
    dying.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'PutItemCommand' && ++puts > 8) throw new Error('killed');
          return next(args);
        },
      { step: 'initialize' },
    );
    await expect(restoreInto(target(), archive, dying)).rejects.toThrow('killed');
    expect(await directoryStore(target().db, target().cells).districts()).toEqual([]);
    const other = await exportFrom(source(), 'viet-yen');
    await expect(restoreInto(target(), other)).rejects.toThrow('Another archive is being restored here');
    expect((await restoreInto(target(), archive)).join()).toContain('Continued.');
    expect(await directoryStore(target().db, target().cells).districts()).toEqual(['hiep-hoa']);
    const compared = await compareItems({ client: clientOf(target()), tables: namesOf(target()) }, archived(archive));
    expect(compared.flatMap(({ missing, different }) => [...missing, ...different])).toEqual([]);
    await expect(restoreInto(target(), archive)).rejects.toThrow('There already: hiep-hoa');
    // The other one comes beside it.
    await restoreInto(target(), other);
    expect(await directoryStore(target().db, target().cells).districts()).toEqual(['hiep-hoa', 'viet-yen']);
    await other.close();
  });
});

describe('words that were taken out', () => {
  const target = onDynalite();
  let archive: OpenArchive;
  beforeEach(async () => {
    const purged = { kind: 'purge', of: `purged ${report}#1`, at: '2026-11-01T00:00:00.000Z', expiresAt: soon };
    const { db, audit } = source();
    await db.send(new PutCommand({ TableName: audit, Item: { pk: 'hiep-hoa#2026-11-01', sk: '000001', ...purged } }));
    archive = await exportFrom(source(), 'hiep-hoa');
  });

  it('are taken out of what is restored, if only the audit knows of them; a concern that cannot be read is named', async () => {
    const said = (await restoreInto(target(), archive)).join();
    expect(said).toContain('there again, of 1 revisions: taken out');
    expect(said).toContain(`A concern of ${report} cannot be read`);
    expect(await keysIn(target(), 'meetings')).toEqual([`hiep-hoa#2026-10 ${report}#0001`]);
    await archive.close();
  });
});

describe('compared with what is stored', () => {
  const target = onDynalite();

  it('what is missing, what is different and what came since is named', async () => {
    const archive = await exportFrom(source(), 'hiep-hoa');
    await restoreInto(target(), archive);
    const client = clientOf(target());
    const put = (sk: string, present: string) =>
      client.send(
        new PutItemCommand({
          TableName: target().meetings,
          Item: { pk: { S: 'hiep-hoa#2026-10' }, sk: { S: sk }, present: { N: present } },
        }),
      );
    await put(`${report}#0001`, '20');
    await put(`${report}#0002`, '20');
    const [meetings] = (await compareItems({ client, tables: namesOf(target()) }, archived(archive))).filter(
      ({ table }) => table === 'meetings',
    );
    const key = `hiep-hoa#2026-10 ${report}`;
    expect(meetings).toMatchObject({ different: [`${key}#0001`], extra: [`${key}#0002`] });
    expect(meetings?.missing).toEqual([`hiep-hoa#2026-10#text ${report}#0001#digest`]);
    await archive.close();
  });
});
