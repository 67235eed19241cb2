import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addDays, monthOf } from '#shared/period.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';

/** What group 3 of the other district has: a visit that it made, one that it plans, and their words. */
const theirs = 'tan-yen.thanh-van.thanh-binh';
const advice = 'Lời dặn riêng của tổ công tác số 3 huyện Tân Yên';
const concern = 'Mương tiêu phía đông bị lấp';
const made = addDays(today, -1);
const planned = `tan-yen.thanh-van_${today}_visit-3`;
/** The same, of what there is nowhere. */
const nowhere = 'tan-yen.thanh-van.khong-co';

const visitors = new Map<string, Visitor>();
const as = (user: string) => visitors.get(user) as Visitor;

beforeAll(async () => {
  const reports = await enterForeignDistrict();
  for (const user of ['group3', 'thanh-van', 'district', 'tan-yen.group3', 'tan-yen.thanh-van', 'tan-yen.district']) {
    visitors.set(user, await Visitor.signedIn(user));
  }
  const group = as('tan-yen.group3');
  const send = async (fields: Readonly<Record<string, string>>) => {
    const sent = { csrf: await group.csrf(), baseRevision: '0', ...fields };
    expect((await group.post('/visits', sent)).status).toBe(200);
  };
  await send({ action: 'plan', unit: 'tan-yen.thanh-van', date: formatDay(today) });
  await send({
    ...{ action: 'report', unit: theirs, date: formatDay(made), seen: 'Đủ trình tự', advice },
    ...{ 'matters[0].topic': 'DD', 'matters[0].summary': concern, 'matters[0].severity': 'low' },
  });
  expect(reports.has(theirs)).toBe(true);
});

/** All that is stored but who is signed in, what the audit adds, and what a roll-up counts whenever its message comes. */
async function stored(): Promise<string[]> {
  const { db, outputs } = operatorDb();
  const { audit: _, scorecards: __, ...tables } = tablesOf(outputs);
  const items: string[] = [];
  for (const TableName of Object.values(tables)) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
      // What is refused stays with who typed it, as a draft that nobody else sees.
      const kept = (page.Items ?? []).filter(({ pk }) => !/^(session|guess|device|draft)#/.test(String(pk)));
      items.push(...kept.map((item) => `${TableName} ${JSON.stringify(item)}`));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return items.sort();
}

/** A report of our own that could be stored, which names another's visit. */
const ours = {
  ...{ action: 'report', baseRevision: '0', unit: 'hiep-hoa.thanh-van.thcs', date: formatDay(today) },
  ...{ seen: 'Đủ trình tự các bước', advice: 'Gửi tài liệu sớm hơn' },
};
const reportOf = (cell: string) => `${cell}_${monthOf(addDays(`${thisMonth}-01` as typeof today, -1))}-03_regular`;

/** Each as whom, where, and what is sent about a cell: theirs, and one that does not exist. */
const attacks: readonly (readonly [
  user: string,
  path: (cell: string) => string,
  fields?: (cell: string) => Record<string, string>,
])[] = [
  ['group3', () => '/visits', () => ({ ...ours, planned })],
  ['group3', () => '/visits', (cell) => ({ ...ours, planned: `${cell}_${made}_visit-3` })],
  ['group3', () => '/visits', (cell) => ({ ...ours, unit: cell })],
  ['group3', () => '/visits', (cell) => ({ ...ours, unit: cell, press: 'show' })],
  ['group3', () => '/visits', (cell) => ({ ...ours, unit: cell, press: 'more.matters' })],
  [
    'group3',
    () => '/visits',
    (cell) => ({ action: 'drop', visit: `${cell}_${made}_visit-3`, baseRevision: '1', reason: 'x' }),
  ],
  ['group3', () => '/visits', () => ({ action: 'drop', visit: planned, baseRevision: '1', reason: 'x' })],
  [
    'group3',
    () => '/visits',
    () => ({ action: 'drop', visit: planned, baseRevision: '0', reason: 'x', date: formatDay(today) }),
  ],
  ['group3', () => '/visits', (cell) => ({ action: 'plan', unit: cell, date: formatDay(today) })],
  ['group3', (cell) => `/visits/new?visit=${cell}_${made}_visit-3`],
  ['group3', (cell) => `/visits/${cell}_${made}_visit-3`],
  ['group3', (cell) => `/matters/${cell}_${made}_visit-3_1`],
  ['group3', (cell) => `/reports/${reportOf(cell)}`],
  ['group3', (cell) => `/reports/${reportOf(cell)}`, () => ({ action: 'confirm', baseRevision: '1' })],
  ['thanh-van', (cell) => `/matters/${cell}_${made}_visit-3_1`, () => ({ step: 'take', seen: '1' })],
  ['thanh-van', () => '/reports', (cell) => ({ ...meeting(cell), baseRevision: '0' })],
  ['thanh-van', () => '/reports', (cell) => ({ ...meeting(cell), press: 'save' })],
  [
    'thanh-van',
    (cell) => `/reports/${reportOf(cell)}`,
    () => ({ ...meeting('hiep-hoa.thanh-van.thcs'), action: 'amend', baseRevision: '1' }),
  ],
  [
    'thanh-van',
    (cell) => `/reports/${reportOf(cell)}`,
    () => ({ ...meeting('hiep-hoa.thanh-van.thcs'), action: 'amend', press: 'save' }),
  ],
  ['thanh-van', () => `/months/${thisMonth}/grid`, (cell) => ({ 'rows[0].cell': cell, 'rows[0].present': '3' })],
  ['thanh-van', () => '/themes', (cell) => ({ [`plan.${cell}.4.theme`]: 'MT', [`base.${cell}`]: '0' })],
  [
    'thanh-van',
    () => '/officers',
    (cell) => ({ action: 'assign', members: 'Bí thư', [`charge.${cell}`]: 'Bí thư', baseRevision: '0' }),
  ],
  [
    'district',
    () => '/officers?unit=tan-yen.thanh-van',
    () => ({ action: 'assign', members: 'Bí thư', baseRevision: '0' }),
  ],
  [
    'district',
    () => '/groups',
    () => ({ action: 'assign', from: thisMonth.split('-').reverse().join('/'), 'group.tan-yen.thanh-van': '3' }),
  ],
  ['district', (cell) => `/reports/${reportOf(cell)}/purge`, () => ({ step: 'asked', why: 'person' })],
  ['district', () => '/themes/shared', (cell) => ({ report: reportOf(cell), action: 'share', theme: 'MT', note: 'x' })],
  ['district', () => '/directory/users', (cell) => ({ user: 'nguoi-moi', role: 'cell', unit: cell })],
  ['district', () => '/directory/users/tan-yen.thanh-van', () => ({ change: 'disable' })],
];

async function attack(
  by: Visitor,
  path: string,
  fields: Record<string, string> | undefined,
  json: boolean,
): Promise<Seen> {
  if (!fields) return by.get(path, json ? { accept: 'application/json' } : {});
  const csrf = await by.csrf();
  return json ? by.postJson(path, fields, { 'x-csrf-token': csrf }) : by.post(path, { csrf, ...fields });
}

describe('a group of the same number in another district', () => {
  it('sees nothing of the other’s, changes nothing, and cannot tell it from nothing', async () => {
    const { files } = (await as('district').json(`/guidance?month=${thisMonth}`)) as { files: { id: string }[] };
    const id = files[0]?.id ?? '';
    expect(id).not.toBe('');
    const before = await stored();
    for (const [user, path, fields] of attacks) {
      for (const json of [false, true]) {
        const [seen, none] = [
          await attack(as(user), path(theirs), fields?.(theirs), json),
          await attack(as(user), path(nowhere), fields?.(nowhere), json),
        ];
        const which = `${user} ${path(theirs)} ${JSON.stringify(fields?.(theirs) ?? '')}`;
        expect(seen.status, which).toBe(none.status);
        expect(seen.text, which).not.toContain(advice);
        expect(seen.text, which).not.toContain(concern);
      }
    }
    // And the other way round: a document of ours.
    for (const user of ['tan-yen.group3', 'tan-yen.thanh-van', 'tan-yen.district']) {
      expect((await attack(as(user), `/guidance/files/${id}`, undefined, true)).status).toBe(404);
    }
    expect((await attack(as('tan-yen.district'), `/guidance/files/${id}`, {}, true)).status).toBe(404);
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['group3', 'hiep-hoa'],
    ['tan-yen.group3', 'tan-yen'],
  ])('%s is shown the visits and communes of %s alone', async (user, district) => {
    for (const path of [`/visits?month=${thisMonth}`, `/visits?month=${thisMonth}&group=3`, '/groups?group=3']) {
      const { text, status } = await as(user).get(path, { accept: 'application/json' });
      expect(status).toBe(200);
      const units = [...text.matchAll(/"(?:unit|commune|id)":"((?:hiep-hoa|tan-yen)[^"]*)"/g)].map(([, id = '']) => id);
      expect(units.filter((id) => !id.startsWith(district))).toEqual([]);
    }
  });

  it('reads the advice of its own last visit, which is the other’s of the same number only by its number', async () => {
    const group = as('tan-yen.group3');
    const asked = { action: 'report', press: 'show', unit: theirs, date: formatDay(today) };
    expect((await attack(group, '/visits', asked, false)).text).toContain(advice);
  });
});

it('a name that an account of another district has is refused, with nothing of the file entered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-names-'));
  const file = join(folder, 'users.csv');
  const lines = [
    'tan-yen.moi;commune;tan-yen.thanh-van;;Ban-dau-2026',
    'thanh-van;commune;tan-yen.thanh-van;;Ban-dau-2026',
  ];
  await writeFile(file, ['user;role;unit;group;password', ...lines, ''].join('\n'));
  await expect(admin('import', 'users', file)).rejects.toThrow(
    'line 3: thanh-van is an account of hiep-hoa. Begin the names of tan-yen with its slug: tan-yen.thanh-van',
  );
  await rm(folder, { recursive: true });
  expect((await as('tan-yen.district').get('/directory/users/tan-yen.moi')).status).toBe(404);
  expect(await as('district').json('/directory/users/thanh-van')).toMatchObject({ unit: 'hiep-hoa.thanh-van' });
  const taken = { user: 'thanh-van', role: 'commune', unit: 'tan-yen.thanh-van' };
  const seen = await attack(as('tan-yen.district'), '/directory/users', taken, true);
  expect(seen.status).toBe(422);
  expect(seen.text).toContain('"code":"taken"');
  expect(seen.text).not.toContain('hiep-hoa');
});

it('a visit dropped too late is answered with the problem, in JSON too', async () => {
  const group = as('tan-yen.group3');
  const drop = { action: 'drop', visit: planned, reason: 'Hoãn họp' };
  const late = await attack(group, '/visits', { ...drop, baseRevision: '0' }, true);
  expect(late.status).toBe(409);
  expect(JSON.parse(late.text)).toMatchObject({ type: 'urn:problem:stale', status: 409 });
  expect((await attack(group, '/visits', { ...drop, baseRevision: '0' }, false)).status).toBe(409);
  expect((await attack(group, '/visits', { ...drop, baseRevision: '1' }, false)).status).toBe(200);
});
