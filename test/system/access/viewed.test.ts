import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import type { AuditEntry } from '#shared/access/audit.ts';
import { formatDay } from '#shared/language/format.ts';
import { addDays, addMonths, type Day } from '#shared/period.ts';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.luong-phong';
const cell = `${commune}.tieu-hoc`;
const next = addMonths(thisMonth, 1);
const first = `${thisMonth}-01` as Day;
const report = `${cell}_${first}_thematic`;
/** Yesterday's visit, and today's. */
const made = addDays(today, -1);
const [visit, planned] = [`${cell}_${made}_visit-3`, `${cell}_${today}_visit-3`];
const draft = `draft ${cell}_${thisMonth}_thematic`;
const path = `/reports/${report}`;
const matter = `/matters/${report}_1`;

/** Words that stand nowhere else, each with what the audit must name when somebody is shown them. */
const planted = new Map<string, string>();
function word(of: string, name: string): string {
  const made = `zq-${name}-${of.length}`;
  planted.set(made, of);
  return made;
}

const sent = {
  ...meeting(cell, { date: formatDay(first), kind: 'thematic', attendedBy: 'both' }),
  focus: word(report, 'focus'),
  resolutionText: word(report, 'resolution'),
  'tasks[0].what': word(report, 'task'),
  'tasks[0].who': word(report, 'who'),
  'followUps[0].task': word(report, 'follow-up'),
  'followUps[0].status': 'dropped',
  'followUps[0].reason': word(report, 'dropped'),
  'matters[0].summary': word(report, 'matter'),
  'matters[0].proposal': word(report, 'proposal'),
  deductionNote: word(report, 'deduction'),
};
const visited = {
  ...{ action: 'report', unit: cell, date: formatDay(made), seen: word(visit, 'seen'), advice: word(visit, 'advice') },
  ...{ lastAdvice: word(visit, 'last-advice'), 'matters[0].topic': 'MT', 'matters[0].severity': 'low' },
  ...{ 'matters[0].summary': word(visit, 'heard'), 'matters[0].proposal': word(visit, 'asked') },
};
const [returned, answered] = [word(report, 'returned'), word(report, 'answer')];
const saved = { ...meeting(cell, { date: formatDay(first), kind: 'thematic' }), focus: word(draft, 'draft') };

const users = ['luong-phong.tieu-hoc', 'luong-phong', 'group3', 'district'] as const;
type User = (typeof users)[number];
const visitors = new Map<User, { readonly visitor: Visitor; readonly csrf: string }>();
const as = (user: User) => visitors.get(user) as { readonly visitor: Visitor; readonly csrf: string };

type Fields = Readonly<Record<string, string>>;
function post(user: User, to: string, fields: Fields, json: boolean): Promise<Seen> {
  const { visitor, csrf } = as(user);
  return json ? visitor.postJson(to, fields, { 'x-csrf-token': csrf }) : visitor.post(to, { csrf, ...fields });
}

beforeAll(async () => {
  // A cell of its own: other tests count the reports of the demonstration's.
  await makeAccount({ user: 'luong-phong.tieu-hoc', role: 'cell', unit: cell });
  for (const user of users) {
    const visitor = await Visitor.signedIn(user);
    visitors.set(user, { visitor, csrf: await visitor.csrf() });
  }
  const member = 'Chuyên viên';
  for (const [user, to, fields] of [
    ['luong-phong', '/reports', { ...sent, baseRevision: '0' }],
    ['group3', '/visits', { ...visited, baseRevision: '0' }],
    ['group3', path, { action: 'return', reason: returned, baseRevision: '1' }],
    ['luong-phong', matter, { step: 'pass-up', answer: answered, seen: '1' }],
    ['luong-phong', '/reports', { ...saved, month: thisMonth, press: 'save', baseRevision: '0' }],
  ] as const) {
    expect((await post(user, to, fields, false)).status, to).toBe(200);
  }
  const { text } = await as('group3').visitor.get('/visits');
  const someone = /<select[^>]*member"[\s\S]*?<option value="([^"]+)"/.exec(text)?.[1] ?? member;
  const plan = { action: 'plan', unit: cell, date: formatDay(today), member: someone };
  expect((await post('group3', '/visits', plan, false)).status).toBe(200);
  last = (await newest())[0]?.number ?? 0;
});
afterAll(() => post('luong-phong', '/reports', { ...saved, month: thisMonth, press: 'discard' }, false));

const gets = [
  `/months/${thisMonth}`,
  `/months/${thisMonth}?unit=${commune}`,
  `/months/${thisMonth}/grid`,
  `/reports/new?cell=${cell}&month=${next}`,
  `/reports/new?cell=${cell}&month=${thisMonth}&kind=thematic`,
  `/reports/new?amend=${report}`,
  path,
  `/reviews?month=${thisMonth}`,
  `/reviews?month=${thisMonth}&report=${report}`,
  `${path}/purge`,
  `/results/${cell}`,
  `/prepare?cell=${cell}&month=${next}`,
  `/reports/import?month=${thisMonth}&unit=${commune}`,
  `/reports/template.xlsx?month=${thisMonth}&unit=${commune}`,
  '/matters',
  `/matters?unit=${cell}`,
  '/matters?state=closed',
  matter,
  `/matters/${visit}_1`,
  `/visits?month=${thisMonth}&group=3`,
  '/visits/new',
  `/visits/new?visit=${visit}`,
  `/visits/new?visit=${planned}`,
  `/visits/${visit}`,
  `/visits/${planned}`,
  `/officers?unit=${commune}`,
  `/themes?unit=${commune}`,
  `/targets?cell=${cell}`,
  '/themes/shared',
  `/themes/shared?report=${report}`,
  '/groups',
  `/guidance?month=${thisMonth}`,
  `/scorecards/${commune}`,
  `/scorecards/${commune}/${thisMonth}`,
  `/scorecards/${commune}/${thisMonth}.csv`,
  `/scorecards/${commune}/${thisMonth}.json`,
  '/directory/users',
  '/directory/users/luong-phong',
  '/directory/users/luong-phong?export=json',
  '/audit',
  '/account',
];
const wrong = { present: 'mười' };
const other = { ...meeting(cell, { date: formatDay(first), kind: 'thematic' }) };
const onVisit = { action: 'report', unit: cell, date: formatDay(today), planned };
/** What is refused, or only adds a row: nothing is stored. */
const posts: readonly (readonly [to: string, fields: Fields])[] = [
  ['/reports', { ...meeting(cell), ...wrong, month: next, baseRevision: '0' }],
  ['/reports', { ...meeting(cell), month: next, press: 'show' }],
  ['/reports', { ...meeting(cell), month: next, press: 'more.tasks' }],
  ['/reports', { ...other, baseRevision: '0' }],
  [path, { ...other, ...wrong, action: 'amend', month: next, baseRevision: '2' }],
  [path, { ...other, action: 'amend', baseRevision: '1' }],
  [path, { action: 'return', reason: '', baseRevision: '2' }],
  [path, { action: 'return', reason: 'Ghi rõ hơn', baseRevision: '1' }],
  [path, { action: 'confirm', baseRevision: '1' }],
  [`/reviews?month=${thisMonth}&report=${report}`, { action: 'return', reason: '', baseRevision: '2' }],
  [`/reviews?month=${thisMonth}&report=${report}`, { action: 'return', reason: 'Ghi rõ hơn', baseRevision: '1' }],
  [path, { action: 'ask', reason: 'Ghi nhầm' }],
  [path, { action: 'refuse', ask: '1', reason: 'Đã đúng' }],
  [matter, { step: 'settle', answer: '', seen: '2' }],
  [matter, { step: 'take', seen: '1' }],
  ['/visits', { ...onVisit, press: 'show' }],
  ['/visits', { ...onVisit, press: 'more.matters' }],
  ['/visits', { ...onVisit, seen: '' }],
  ['/visits', { action: 'report', unit: cell, date: formatDay(made), seen: 'Khác', baseRevision: '0' }],
  ['/visits', { action: 'drop', visit, reason: '', baseRevision: '1' }],
  ['/visits', { action: 'drop', visit: planned, reason: 'Hoãn họp', baseRevision: '0' }],
  ['/visits', { action: 'plan', unit: cell, date: formatDay(today) }],
];
/** What is done at last, and answers JSON with the thing itself. */
const steps: readonly (readonly [User, string, Fields])[] = [
  ['district', matter, { step: 'take', seen: '2' }],
  // It was returned: what is not sent again is not confirmed.
  ['luong-phong', path, { ...sent, action: 'amend', present: '16', excused: '3', baseRevision: '2' }],
  ['group3', path, { action: 'confirm', baseRevision: '3' }],
  ['district', path, { action: 'confirm', baseRevision: '4' }],
];

/** The newest entries of the district's audit. */
async function newest(): Promise<readonly AuditEntry[]> {
  const { db, outputs } = operatorDb();
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: tablesOf(outputs).audit,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `hiep-hoa#${today}` },
      ScanIndexForward: false,
      Limit: 6,
      ConsistentRead: true,
    }),
  );
  return Items as AuditEntry[];
}

const shown = new Set<string>();
let answers = 0;
/** The number of the newest entry when something was last asked. */
let last = 0;

/** Asks, and demands that whatever words are shown and were not typed just now are on record, by one entry. */
async function onRecord(user: User, which: string, typed: Fields, ask: () => Promise<Seen>): Promise<Seen> {
  const seen = await ask();
  const found = await newest();
  const entries = found.filter(({ number }) => number > last);
  last = found[0]?.number ?? 0;
  const own = entries.filter(({ kind, by }) => kind === 'viewed' && by?.user === user);
  const words = [...planted].filter(([made]) => seen.text.includes(made) && !Object.values(typed).includes(made));
  answers += 1;
  for (const [made, of] of words) {
    expect(own[0]?.of ?? `${which} showed ${made} without a record`, `${user} ${which} ${made}`).toContain(of);
  }
  expect(own.length, `${user} ${which}`).toBeLessThanOrEqual(1);
  for (const { of = '' } of entries) expect(Buffer.byteLength(of)).toBeLessThan(4096);
  if (words.length > 0) shown.add(`${which} ${seen.status}`);
  return seen;
}

describe.each(users)('%s', (user) => {
  it.each(['page', 'JSON'])(
    'is on record for all that is shown as %s',
    async (kind) => {
      for (const to of gets) {
        const headers = kind === 'JSON' ? { accept: 'application/json' } : {};
        await onRecord(user, `GET ${to.split('?')[0]} ${kind}`, {}, () => as(user).visitor.get(to, headers));
      }
      for (const [to, fields] of posts) {
        const which = `POST ${to} ${fields['action'] ?? ''}${fields['press'] ?? fields['step'] ?? ''} ${kind}`;
        await onRecord(user, which, fields, () => post(user, to, fields, kind === 'JSON'));
      }
    },
    120_000,
  );
});

it('whoever takes a step and is answered with the thing itself is on record for reading it', async () => {
  for (const [user, to, fields] of steps) {
    const which = `POST ${to} ${fields['action'] ?? fields['step']} done`;
    const seen = await onRecord(user, which, fields, () => post(user, to, fields, true));
    expect([200, 201], which).toContain(seen.status);
  }
});

it('these were hundreds of answers, and each kind that shows words was among them', () => {
  console.log(`Views on record: ${answers} answers, ${shown.size} kinds of them with words of others`);
  const kinds = [...shown]
    .map((each) => each.replaceAll(report, '{report}').replaceAll(visit, '{visit}').replaceAll(planned, '{planned}'))
    .map((each) => each.replaceAll(thisMonth, '{month}'))
    .sort();
  expect(kinds).toMatchInlineSnapshot(`
    [
      "GET /matters JSON 200",
      "GET /matters page 200",
      "GET /matters/{report}_1 JSON 200",
      "GET /matters/{report}_1 page 200",
      "GET /matters/{visit}_1 JSON 200",
      "GET /matters/{visit}_1 page 200",
      "GET /months/{month} JSON 200",
      "GET /months/{month} page 200",
      "GET /prepare JSON 200",
      "GET /prepare page 200",
      "GET /reports/new JSON 200",
      "GET /reports/new page 200",
      "GET /reports/{report} JSON 200",
      "GET /reports/{report} page 200",
      "GET /reviews JSON 200",
      "GET /reviews page 200",
      "GET /visits/new page 200",
      "GET /visits/{visit} JSON 200",
      "GET /visits/{visit} page 200",
      "POST /matters/{report}_1 settle page 422",
      "POST /matters/{report}_1 take done 200",
      "POST /matters/{report}_1 take page 409",
      "POST /reports  JSON 409",
      "POST /reports  page 409",
      "POST /reports  page 422",
      "POST /reports more.tasks page 200",
      "POST /reports show page 200",
      "POST /reports/{report} amend JSON 409",
      "POST /reports/{report} amend done 201",
      "POST /reports/{report} amend page 409",
      "POST /reports/{report} amend page 422",
      "POST /reports/{report} ask page 409",
      "POST /reports/{report} confirm done 200",
      "POST /reports/{report} confirm page 403",
      "POST /reports/{report} confirm page 409",
      "POST /reports/{report} return page 409",
      "POST /reports/{report} return page 422",
      "POST /reviews?month={month}&report={report} return page 409",
      "POST /reviews?month={month}&report={report} return page 422",
      "POST /visits drop page 422",
      "POST /visits report page 409",
      "POST /visits report page 422",
      "POST /visits reportmore.matters page 200",
      "POST /visits reportshow page 200",
    ]
  `);
});
