import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.ngoc-son.truong-mam-non';
const secret = 'Nội dung không được để lộ';
const drafted = 'Cũng không được để lộ';
let id: string;
let commune: Visitor;
let one: Visitor;
/** An account that `one` has just made, and one of somebody else. */
let ownSecond: Visitor;
let two: Visitor;
const tokens = new Map<Visitor, string>();

async function signedInFirst(user: string, given: string): Promise<Visitor> {
  const visitor = new Visitor();
  const { pending = '' } = hiddenFields((await visitor.post('/login', { user, password: given })).text, '/password');
  const password = 'Cua-rieng-toi-26';
  await visitor.post('/password', { user, pending, password, repeat: password });
  return visitor;
}

/** The operator enters an account by file. */
async function enterAccount(user: string, password: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-purge-'));
  const file = join(folder, 'users.csv');
  await writeFile(file, `user;role;unit;group;password\n${user};district;hiep-hoa;;${password}\n`);
  await admin('import', 'users', file);
  await rm(folder, { recursive: true });
}

beforeAll(async () => {
  commune = await Visitor.signedIn('ngoc-son');
  one = await Visitor.signedIn('district');
  const csrf = await one.csrf();
  const fields = { csrf, user: 'ban-to-chuc-2', role: 'district', unit: 'hiep-hoa', group: '' };
  const given = /<code>([\w-]{14})<\/code>/.exec((await one.post('/directory/users', fields)).text)?.[1] ?? '';
  ownSecond = await signedInFirst('ban-to-chuc-2', given);
  for (const each of [commune, one, ownSecond]) tokens.set(each, await each.csrf());

  const board = (await commune.json(`/months/${thisMonth}`)) as { cells: { cell: { id: string } }[] };
  const own = board.cells[0]?.cell.id ?? cell;
  id = `${own}_${today}_extraordinary`;
  const report = meeting(own, {
    kind: 'extraordinary',
    focus: secret,
    'tasks[0].what': secret,
    'matters[0].topic': 'DD',
    'matters[0].severity': 'low',
    'matters[0].summary': secret,
  });
  await commune.post('/reports', { ...report, csrf: tokens.get(commune) ?? '', baseRevision: '0' });
  await commune.post('/prepare', { csrf: tokens.get(commune) ?? '', cell: own, month: thisMonth, venue: secret });
});

/** The meeting's agenda, in which words of the report may have begun. */
const agendaPath = () => `/prepare?cell=${id.split('_')[0]}&month=${thisMonth}`;

const step = (by: Visitor, fields: Readonly<Record<string, string>>) =>
  by.post(`/reports/${id}/purge`, { csrf: tokens.get(by) ?? '', ...fields });

describe('words entered by mistake', () => {
  it('are there, and the operator alone does not take them out', async () => {
    expect((await commune.get(`/reports/${id}`)).text).toContain(secret);
    expect((await commune.get('/matters')).text).toContain(secret);
    expect((await commune.get(agendaPath())).text).toContain(secret);
    // A draft of an amendment holds them too.
    const draft = { action: 'amend', cell: id.split('_')[0] ?? '', focus: drafted, baseRevision: '1', press: 'save' };
    await commune.post(`/reports/${id}`, { ...draft, csrf: tokens.get(commune) ?? '' });
    expect((await commune.get(`/reports/new?amend=${id}`)).text).toContain(drafted);
    await expect(admin('purge', '--report', id)).rejects.toThrow('nothing is asked by one person and approved');
  });

  it('are asked about by one account of the district, which cannot approve it itself', async () => {
    expect((await one.get(`/reports/${id}`)).text).toContain(`href="/reports/${id}/purge"`);
    expect((await step(commune, { step: 'asked', why: 'secret' })).status).toBe(403);
    expect((await step(one, { step: 'asked', why: 'because' })).status).toBe(400);
    expect((await step(one, { step: 'asked', why: 'secret' })).text).toContain(
      'Chờ tài khoản của người khác trong huyện duyệt',
    );
    expect((await step(one, { step: 'approved', upTo: '1' })).status).toBe(400);
    await expect(admin('purge', '--report', id)).rejects.toThrow('nothing is asked');
  });

  it('are not approved by an account that the asker has just made, nor by the operator without a name', async () => {
    expect((await ownSecond.get(`/reports/${id}/purge`)).text).toContain('Tài khoản này không duyệt được');
    expect((await step(ownSecond, { step: 'approved', upTo: '1' })).status).toBe(400);
    await expect(admin('purge', '--report', id)).rejects.toThrow('nothing is asked');
    await expect(admin('purge', '--report', id, '--approve-as', ' ')).rejects.toThrow('needs your name');
  });

  it('are not approved by the operator while the district has a second person', async () => {
    await enterAccount('pho-ban', 'Mot-lan-2026');
    two = await signedInFirst('pho-ban', 'Mot-lan-2026');
    tokens.set(two, await two.csrf());
    await expect(admin('purge', '--report', id, '--approve-as', 'Nguyễn Văn A')).rejects.toThrow(
      'pho-ban of the district',
    );
  });

  it('go when another has approved, and the operator acts; figures and receipt stay', async () => {
    const before = (await commune.json(`/reports/${id}`)) as { judgement: object; receipt?: string };
    expect((await step(two, { step: 'approved', upTo: '1' })).text).toContain('Chờ người quản trị hệ thống');
    expect(await admin('purge', '--report', id)).toMatch(
      /the words of 1 revisions are taken out, up to 1; asked by district on 2\S+Z, approved by pho-ban on 2\S+Z/,
    );
    const page = await commune.get(`/reports/${id}`);
    expect(page.text).not.toContain(secret);
    expect(page.text).toContain('(nội dung đã hết hạn lưu)');
    const matter = await commune.get(`/matters/${id}_1`);
    expect(matter.text).not.toContain(secret);
    expect(matter.text).toContain('(nội dung đã hết hạn lưu)');
    expect((await commune.get(`/reports/new?amend=${id}`)).text).not.toContain(drafted);
    expect((await commune.get(agendaPath())).text).not.toContain(secret);
    expect(((await commune.json(`/reports/${id}`)) as typeof before).judgement).toEqual(before.judgement);
    expect((await one.get(`/reports/${id}/purge`)).text).toContain('Đã gỡ');
    // A report that no longer fits its digest could not be read above, and a roll-up would name it.
    expect(await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth)).toContain('counted');
    await expect(admin('purge', '--report', id)).rejects.toThrow('nothing is asked');
  });

  it('are told to programs that mirror them', async () => {
    const told: object[] = [];
    for (let since = '', more = true; more; ) {
      const page = (await one.json(`/changes${since && `?since=${since}`}`)) as {
        changes: object[];
        next: string;
        more: boolean;
      };
      told.push(...page.changes);
      [since, more] = [page.next, page.more];
    }
    expect(told).toContainEqual({ kind: 'purge', id, upTo: 1, at: expect.any(String) });
  });

  it('leave who asked, approved and did it on record', async () => {
    const { entries } = (await one.json('/audit')) as {
      entries: { kind: string; of?: string; by?: { user: string } }[];
    };
    expect(entries.filter(({ kind }) => kind === 'purge').map(({ of, by }) => [of, by?.user])).toEqual([
      [`asked ${id}#1`, 'district'],
      [`approved ${id}#1`, 'pho-ban'],
      [`purged ${id}#1`, 'operator'],
    ]);
    expect(await admin('verify', '--audit', '--district', 'hiep-hoa')).toMatch(
      /hiep-hoa: \d+ entries on \d days: whole/,
    );
  });

  it('are approved by the operator by name where the second person has gone', async () => {
    await one.post('/directory/users/pho-ban', { csrf: tokens.get(one) ?? '', change: 'disable' });
    const amended = await commune.post(`/reports/${id}`, {
      ...meeting(id.split('_')[0] ?? '', { kind: 'extraordinary', focus: secret }),
      csrf: tokens.get(commune) ?? '',
      action: 'amend',
      reason: 'Bổ sung',
      baseRevision: '1',
    });
    expect(amended.status).toBe(200);
    expect((await step(one, { step: 'asked', why: 'secret' })).status).toBe(200);
    expect(await admin('purge', '--report', id, '--approve-as', 'Nguyễn Văn A')).toMatch(
      /up to 2; asked by district on \S+, approved by the operator Nguyễn Văn A on \S+/,
    );
    expect((await commune.get(`/reports/${id}`)).text).not.toContain(secret);
    expect((await one.get(`/reports/${id}/purge`)).text).toContain('người quản trị hệ thống Nguyễn Văn A');
    const { entries } = (await one.json('/audit')) as { entries: { of?: string }[] };
    expect(entries.map(({ of }) => of)).toContain(`approved ${id}#2 operator Nguyễn Văn A`);
  });
});
