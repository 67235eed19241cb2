import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditStore } from '#functions/store/audit-store.ts';
import { fileObjectKey, guidanceFileItem } from '#functions/store/guidance-file-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import type { Manifest } from '#infra/admin/archive/manifest.ts';
import { tablesOf } from '#infra/admin/target.ts';
import type { LocalSystem } from '#infra/local/system.ts';
import { addMonths, type Day, dayAt } from '#shared/period.ts';
import { type ReportId, reportIdOf } from '#shared/reports/report.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { aReport } from '#test/shared/samples.ts';
import { Elsewhere, startSecondSystem } from '#test/system/archive/second-system.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { operatorDb, operatorS3 } from '#test/system/operator-db.ts';
import { admin, adminOf, hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const month = addMonths(lastMonth, -1);
const units = `id;level;kind;name;type;from;to;group
gia-binh;district;huyện;Gia Bình;;2019-03;;
gia-binh.cao-duc;commune;xã;Cao Đức;;2019-03;;1
gia-binh.cao-duc.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
gia-binh.cao-duc.tay;cell;Chi bộ thôn;Tây;thon;2019-03;;
`;
const accounts = [
  { user: 'gia-binh.district', role: 'district', unit: 'gia-binh' },
  { user: 'gia-binh.thu-hai', role: 'district', unit: 'gia-binh' },
  { user: 'gia-binh.cao-duc', role: 'commune', unit: 'gia-binh.cao-duc' },
];
const secret = 'Không được để lộ ra ngoài';
const own = 'Cua-rieng-toi-27';
const id = `gia-binh.cao-duc.tay_${month}-05_regular` as ReportId;
const content = Buffer.from('%PDF-1.4 a document');
const fileId = `${month}_all_abcdefghijklmnop0123`;

let folder: string;
let older: string;
let newer: string;
let second: LocalSystem | undefined;
let home: string;
let district: Visitor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-archive-'));
  home = join(folder, 'home');
  older = join(folder, 'older.tar');
  newer = join(folder, 'newer');
  await enterDistrict(units, accounts);
  const { db, outputs } = operatorDb();
  const tables = tablesOf(outputs);
  const by = { user: 'gia-binh.cao-duc', role: 'commune', unit: 'gia-binh.cao-duc' } as const;
  const at = `${month}-06T03:00:00.000Z`;
  // A closed month takes no report from a page.
  for (const [cell, summary] of [
    ['gia-binh.cao-duc.dong', 'Đường thôn hỏng'],
    ['gia-binh.cao-duc.tay', secret],
  ] as const) {
    const matters = [{ topic: 'DD', severity: 'medium', summary }] as const;
    const report = aReport({ cell, date: `${month}-05` as Day, focus: summary, matters });
    await reportStore(db, tables.meetings).append({ state: 'submitted', report, by, at }, 0);
    await matterStore(db, tables.matters).raise({ source: reportIdOf(report), rows: matters, by, at });
  }
  await admin('rollup', '--district', 'gia-binh', '--month', month, '--official');
  district = await Visitor.signedIn('gia-binh.district');
  const file = {
    id: fileId,
    month,
    audience: 'all',
    name: 'Hướng dẫn.pdf',
    type: 'pdf',
    bytes: content.length,
  } as const;
  const Item = guidanceFileItem('gia-binh', { ...file, by, at });
  await db.send(new PutCommand({ TableName: tables.cells, Item }));
  const put = { Bucket: outputs['FilesBucket'] ?? '', Key: fileObjectKey('gia-binh', fileId), Body: content };
  await operatorS3().send(new PutObjectCommand(put));
  second = await startSecondSystem(home);
});
afterAll(async () => {
  await second?.stop();
  await rm(folder, { recursive: true, force: true });
});

const there = (...words: readonly string[]) => adminOf(home, ...words);

/** Signs in where the district was carried to, with the password of the sheet. */
async function signedInThere(user: string): Promise<Visitor> {
  const visitor = new Elsewhere(second?.url ?? '');
  const sheet = await readFile(join(folder, 'sheet.html'), 'utf8');
  const given =
    new RegExp(`<code>${user}</code>.*?<code class="password">([\\w-]{14})</code>`, 's').exec(sheet)?.[1] ?? '';
  const { pending = '' } = hiddenFields((await visitor.post('/login', { user, password: given })).text, '/password');
  const inside = await visitor.post('/password', { user, pending, password: own, repeat: own });
  expect(inside.status).toBe(200);
  return visitor;
}

describe('a district carried to another home, on another database', () => {
  it('is exported as one file, which its audit says with the digest', async () => {
    const said = await admin('export', '--district', 'gia-binh', '--to', older);
    const digest = /Digest of the manifest: (\w{64})/.exec(said)?.[1];
    const { db, outputs } = operatorDb();
    const entries = await auditStore(db, tablesOf(outputs).audit, 30).day('gia-binh', dayAt(new Date().toISOString()));
    const exported = entries.filter(({ kind }) => kind === 'exported').map(({ of, from }) => [of, from]);
    expect(exported).toEqual([
      ['archive', 'operator'],
      [`archive ${digest}`, 'operator'],
    ]);
    await expect(admin('export', '--district', 'gia-binh', '--to', older)).rejects.toThrow('is there already');
    expect((await stat(older)).mode & 0o077).toBe(0);
  });

  it('is not on the record as exported where nothing could be written', async () => {
    const { db, outputs } = operatorDb();
    const audit = auditStore(db, tablesOf(outputs).audit, 30);
    const count = async () => (await audit.day('gia-binh', dayAt(new Date().toISOString()))).length;
    const before = await count();
    await expect(admin('export', '--district', 'gia-binh', '--to', join(folder, 'none', 'a.tar'))).rejects.toThrow(
      /There is no .*none/,
    );
    expect(await count()).toBe(before);
  });

  it('a name written wrong is not called whole, the same, or no archive by an error of the database', async () => {
    await expect(admin('verify', '--audit', '--district', 'gia-bin')).rejects.toThrow('gia-bin has no audit');
    await expect(admin('verify', '--all', '--district', 'gia-bin')).rejects.toThrow('there is nothing of it');
    await expect(admin('verify', '--against', `${older}.gone`)).rejects.toThrow('There is no archive');
  });

  it('comes without the words that were taken out after it was exported', async () => {
    const { db, outputs } = operatorDb();
    const purges = purgeStore(db, tablesOf(outputs).meetings);
    const at = new Date().toISOString();
    const by = (user: string) => ({ user, role: 'district', unit: 'gia-binh' }) as const;
    await purges.add({ id, upTo: 1, step: 'asked', at, by: by('gia-binh.district'), why: 'secret' });
    await purges.add({ id, upTo: 1, step: 'approved', at, by: by('gia-binh.thu-hai') });
    expect(await admin('purge', '--report', id)).toContain('words of 1 revisions');
    await admin('export', '--district', 'gia-binh', '--to', newer);
    await expect(admin('verify', '--against', older)).rejects.toThrow(/meetings: \d+ the same, 1 missing/);
  });

  it('verifies where it is restored', async () => {
    const sheet = join(folder, 'sheet.html');
    const said = await there('restore', older, '--purges', newer, '--sheet', sheet);
    expect(said).toContain('there again, of 1 revisions: taken out');
    expect(said).toContain('3 accounts with one-time passwords');
    // As many as the archive has, and the steps of the purge that the newer one has.
    const { parts } = JSON.parse(await readFile(join(newer, 'manifest.json'), 'utf8')) as Manifest;
    const count = (name: string) => parts.find((part) => part.name === name)?.items ?? 0;
    expect(Number(/gia-binh: (\d+) items/.exec(said)?.[1])).toBeGreaterThan(count('scorecards') + count('units'));
    expect(said).toMatch(/2 official scorecards counted again, \d+ entries of 1 audits followed: all the same/);
  });

  it('has the same figures and digests, and pages that say the same; people choose new passwords', async () => {
    const moved = await signedInThere('gia-binh.district');
    for (const unit of ['gia-binh', 'gia-binh.cao-duc']) {
      const path = `/scorecards/${unit}/${month}`;
      const [before, after] = await Promise.all([district, moved].map((each) => each.json(`${path}.json`)));
      expect((after as Scorecard).digest).toMatch(/^\w{64}$/);
      expect(after).toEqual(before);
      const pages = await Promise.all([district, moved].map((each) => each.get(path)));
      const [here, now] = pages.map(({ text }) => text.replaceAll(/name="csrf" value="[^"]*"/g, ''));
      expect(now).toBe(here);
    }
    expect((await moved.get(`/reports/${id}`)).text).not.toContain(secret);
    expect((await moved.get('/matters')).text).not.toContain(secret);
    const other = id.replace('.tay_', '.dong_');
    expect((await moved.get(`/reports/${other}`)).text).toContain('Đường thôn hỏng');
    expect(
      (await new Elsewhere(second?.url ?? '').post('/login', { user: 'gia-binh.cao-duc', password: PASSWORD })).status,
    ).toBe(401);
    expect((await moved.get('/audit')).text).toContain('Khôi phục từ bản lưu');
    const opened = await moved.get(`/guidance/files/${fileId}`);
    expect(Buffer.from(opened.bytes)).toEqual(content);
  });

  it('is the same as a newer archive, but for what was done since', async () => {
    await expect(there('restore', older)).rejects.toThrow('There already: gia-binh');
    await expect(there('verify', '--against', newer)).rejects.toThrow('NOT THE SAME');
    // The list of accounts is not compared: all of them have new passwords.
    await expect(there('verify', '--against', newer)).rejects.toThrow(/cells: \d+ the same, 0 missing, 0 different/);
    await expect(there('verify', '--against=-restored')).rejects.toThrow('nothing of that name');
  });
});

describe('an archive that is not whole', () => {
  it('is refused before anything is written', async () => {
    const broken = join(folder, 'broken');
    await cp(newer, broken, { recursive: true });
    await writeFile(join(broken, 'meetings.jsonl.gz'), 'x', { flag: 'a' });
    await expect(there('restore', broken)).rejects.toThrow(/Nothing was written:\s+meetings.jsonl.gz does not match/);
    await mkdir(join(folder, 'empty'));
    await expect(there('restore', join(folder, 'empty'))).rejects.toThrow('this is no archive');
    await writeFile(join(folder, 'empty', 'manifest.json'), 'null');
    await expect(there('restore', join(folder, 'empty'))).rejects.toThrow('is not of format 1');
    await writeFile(join(folder, 'half.tar'), (await readFile(older)).subarray(0, 6_000));
    await expect(there('restore', join(folder, 'half.tar'))).rejects.toThrow('or only part of one');
  });
});
