import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formRoutes } from '#functions/http/http-handler.tsx';
import { unitStore } from '#functions/store/unit-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { matchPath } from '#shared/access/routes.ts';
import { formatDay, monthDigits } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import type { Group } from '#shared/units/units.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { system } from '#test/system/system.ts';
import { admin, hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.xuan-cam';
const cell = `${commune}.thcs`;
const report = `${cell}_${today}_regular`;
const year = today.slice(0, 4);

/** What no text in a table has in it. */
const forbidden = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Me}\p{DI}\u2800\ufffd]|(?![\n\t])\p{Cc}|(?! )\p{Z}/u;

/** Text with what people paste, and what nobody should. */
const odd = (text: string) => `\u202e\u200b${text.replaceAll(' ', '\u00a0\u0000')}\u0007\ufeff \uf0b7`;

type Fields = Readonly<Record<string, string>>;

class Sender extends Visitor {
  static override async signedIn(user: string): Promise<Sender> {
    const [known, sender] = [await Visitor.signedIn(user), new Sender()];
    sender.take('session', known.cookie('session') ?? '');
    return sender;
  }

  /** Posts a form whose fields are bytes: Latin-1 letters stand for them. */
  bytes(path: string, fields: Fields, charset = ''): Promise<Seen> {
    const body = Object.entries(fields).map(([name, value]) => `${encodeURIComponent(name)}=${escapedBytes(value)}`);
    const type = `application/x-www-form-urlencoded${charset && `; charset=${charset}`}`;
    return this.send('POST', path, { 'content-type': type, origin: system().url }, body.join('&'));
  }
}

const escapedBytes = (text: string) =>
  [...Buffer.from(text, 'latin1')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
/** Letters of UTF-8 as `bytes` takes them. */
const utf8 = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));

/** Bytes of Windows-1258: Đồng Tâm. */
const DONG_TAM = '\xd0\xf4\xccng T\xe2m';

let users: Readonly<Record<'commune' | 'district' | 'group', Sender>>;
/** The members of the eighth group, each as it is typed. */
let eighth: readonly string[];

beforeAll(async () => {
  const district = await Sender.signedIn('district');
  const { groups } = (await district.json(`/groups?month=${thisMonth}`)) as { groups: Group[] };
  const number = groups.find(({ communes }) => communes.includes(commune))?.number;
  const { members = [] } = groups.find((group) => group.number === 8) ?? {};
  eighth = members.map(({ post, organ }) => (organ === undefined ? post : `${post}; ${organ}`));
  users = { commune: await Sender.signedIn('xuan-cam'), district, group: await Sender.signedIn(`group${number}`) };
});

// The digest of an official scorecard holds the members of the groups: other files verify one.
afterAll(async () => {
  const [head = '', ...others] = eighth;
  const sent = { ...(await hidden('district', '/groups')), action: 'members', number: '8', head };
  const restored = await users.district.post('/groups', { ...sent, groupMembers: others.join('\n') });
  expect(restored.status).toBe(200);
});

interface Form {
  readonly by: keyof typeof users;
  readonly path: string;
  /** The field with free text. */
  readonly field: string;
  readonly fields: () => Fields | Promise<Fields>;
}

const officers = `/officers?unit=${commune}`;
const themes = `/themes?unit=${commune}&year=${year}`;
const guidance = `/guidance?month=${thisMonth}`;
const agenda = `/prepare?cell=${cell}&month=${thisMonth}`;
const hiddenOn = async (page: string, action: string) => hiddenFields((await users.commune.get(page)).text, action);
const hidden = async (by: keyof typeof users, path: string) =>
  hiddenFields((await users[by].get(path)).text, path.replaceAll('&', '&amp;'));

/** A form of each kind that stores what was typed. */
const forms: readonly Form[] = [
  { by: 'commune', path: '/reports', field: 'resolutionText', fields: () => ({ ...meeting(cell), baseRevision: '0' }) },
  {
    by: 'district',
    path: `/reports/${report}`,
    field: 'reason',
    fields: () => ({ action: 'return', baseRevision: '1' }),
  },
  {
    by: 'commune',
    path: `/tasks/${report}_1`,
    field: 'reason',
    fields: () => ({ step: 'doing', seen: '0' }),
  },
  {
    by: 'commune',
    path: `/matters/${report}_1`,
    field: 'answer',
    fields: () => ({ step: 'settle', seen: '1' }),
  },
  {
    by: 'district',
    path: '/actions',
    field: 'what',
    fields: () => ({
      ...{ step: 'open', unit: commune, indicator: 'score', month: lastMonth, seen: '0' },
      ...{ who: 'Bí thư Đảng ủy', due: formatDay(today), cause: 'away' },
    }),
  },
  {
    by: 'commune',
    path: `/actions/${commune}_score_${lastMonth}`,
    field: 'said',
    fields: () => ({ step: 'progress', seen: '1', month: monthDigits(thisMonth) }),
  },
  {
    by: 'commune',
    path: officers,
    field: 'members',
    fields: async () => ({ ...(await hidden('commune', officers)), action: 'assign' }),
  },
  {
    by: 'commune',
    path: themes,
    field: `plan.${cell}.4.title`,
    fields: async () => ({ ...(await hidden('commune', themes)), [`plan.${cell}.4.theme`]: 'CM' }),
  },
  {
    by: 'commune',
    path: '/targets',
    field: 'targets[0].what',
    fields: async () => ({
      ...(await hiddenOn(`/targets?cell=${cell}&year=${year}`, '/targets')),
      ...{ 'targets[0].unit': 'road', 'targets[0].quantity': '600' },
    }),
  },
  {
    by: 'commune',
    path: '/prepare',
    field: 'venue',
    fields: async () => ({ ...(await hiddenOn(agenda, '/prepare')), day: formatDay(today), 'lines[0].text': 'Mở đầu' }),
  },
  {
    by: 'district',
    path: `/briefings/hiep-hoa/${addMonths(thisMonth, -2)}`,
    field: 'causes',
    fields: () => ({ baseRevision: '0' }),
  },
  {
    by: 'district',
    path: '/summaries/hiep-hoa',
    field: 'causes',
    fields: () => ({ baseRevision: '0', from: addMonths(thisMonth, -3), to: addMonths(thisMonth, -2) }),
  },
  {
    by: 'district',
    path: '/directory/baseline',
    field: 'source',
    fields: () => ({
      ...{ baseRevision: '0', month: '12/2018', cells: '1', held: '1', required: '1', present: '1', resolutions: '1' },
    }),
  },
  {
    by: 'group',
    path: '/visits',
    field: 'seen',
    fields: () => ({ action: 'report', baseRevision: '0', unit: cell, date: formatDay(today) }),
  },
  {
    by: 'district',
    path: '/groups',
    field: 'head',
    fields: async () => ({ ...(await hidden('district', '/groups')), action: 'members', number: '8' }),
  },
  {
    by: 'commune',
    path: '/reports',
    field: 'tasks[0].what',
    fields: () => ({ ...meeting(cell, { kind: 'thematic' }), baseRevision: '0' }),
  },
  {
    by: 'district',
    path: `/reviews?month=${thisMonth}`,
    field: 'reason',
    fields: () => ({ action: 'confirm', [`tick.${cell}_${today}_thematic`]: '1' }),
  },
  {
    by: 'commune',
    path: '/themes/shared',
    field: 'note',
    fields: () => ({ report: `${cell}_${today}_thematic`, baseRevision: '0', action: 'share', theme: 'CM' }),
  },
  { by: 'district', path: guidance, field: 'text', fields: () => hidden('district', guidance) },
  { by: 'district', path: '/library', field: 'content', fields: () => ({ title: 'Bài thử chữ', subject: 'SH' }) },
  {
    by: 'commune',
    path: '/trainings',
    field: 'subject',
    fields: () => ({ heldOn: formatDay(today), trainer: 'Trung tâm Chính trị', places: '40' }),
  },
  {
    by: 'district',
    path: '/library/30',
    field: 'content',
    fields: async () => ({ ...(await hidden('district', '/library/30')), title: 'Bài thử chữ', subject: 'SH' }),
  },
  {
    by: 'district',
    path: '/directory/tokens',
    field: 'name',
    fields: () => ({ action: 'make', days: '1', 'scopes[0]': 'scorecards:read' }),
  },
  {
    by: 'district',
    path: '/directory/reorganise',
    field: 'name1',
    // It says what the plan would do, and does nothing.
    fields: () => ({
      ...{ action: 'preview', month: monthDigits(addMonths(thisMonth, 1)), kind1: 'thị trấn' },
      ...{ [`into.${commune}`]: '1', 'into.hiep-hoa.huong-lam': '1' },
    }),
  },
];

/** Their mistakes stand not at one field, or they take little text, so they are tried by themselves. */
const others = [
  'POST /months/{month}/grid',
  'POST /directory/users',
  'POST /directory/units',
  'POST /reports/import',
  'POST /reports/{id}/papers',
  'POST /trainings/{training}',
  'POST /trainings/{training}/check',
  'POST /prepare/proposals',
  'POST /proposals/{code}',
  'POST /practice',
  'POST /practice/prepare',
  'POST /practice/reports',
  'POST /practice/reports/{id}',
  'POST /practice/reports/{id}/papers',
];

it('is tried with every form that shows its mistakes at its fields', () => {
  const tried = forms.map(({ path }) => matchPath('POST', path)?.route);
  expect([...new Set([...tried, ...others])].sort()).toEqual([...formRoutes].sort());
});

/** Every text in every table, with the names of its fields. */
async function stored(): Promise<string[]> {
  const { db, outputs } = operatorDb();
  const found: string[] = [];
  for (const TableName of Object.values(tablesOf(outputs))) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
      JSON.stringify(page.Items, (name, value: unknown) => {
        found.push(name, ...(typeof value === 'string' ? [value] : []));
        return value instanceof Uint8Array ? undefined : value;
      });
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  db.destroy();
  return found;
}

describe.each(forms)('the form $path', ({ by, path, field, fields }) => {
  it('with bytes that mean nothing comes back with what else was typed, and says where', async () => {
    const sent = { csrf: await users[by].csrf(), ...(await fields()) };
    const seen = await users[by].bytes(path, { ...utf8(sent), [field]: DONG_TAM });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Có chữ không đọc được');
    const others = Object.entries(sent).filter(([name]) => name !== field);
    const typed = others.flatMap(([, value]) => (value.includes(' ') ? [value] : []));
    for (const value of typed) expect(seen.text).toContain(value);
    const headers = { 'x-csrf-token': await users[by].csrf() };
    const { csrf, ...json } = sent;
    const told = await users[by].postJson(path, { ...json, [field]: 'Đồng \ud800' }, headers);
    expect(told.status).toBe(422);
    expect(JSON.parse(told.text)).toMatchObject({ errors: [{ field, code: 'unread' }] });
  });

  it('stores text that was pasted with all that is invisible without it', async () => {
    const sent = { csrf: await users[by].csrf(), ...(await fields()) };
    // A machine token is shown with the answer itself: it was made, and its page is nowhere else.
    const done = path === '/directory/tokens' ? 201 : 200;
    expect((await users[by].post(path, { ...sent, [field]: odd('Đồng Tâm nhất trí') })).status).toBe(done);
  });
});

describe('other forms', () => {
  it('that take little text say where something could not be read', async () => {
    const { commune: by } = users;
    const csrf = await by.csrf();
    const { trainings } = (await by.json('/trainings')) as {
      trainings: readonly { day: string; number: number; unit: string }[];
    };
    const own = trainings.find(({ unit }) => unit === commune);
    const course = `/trainings/${own?.day}_${own?.number}`;
    const proposals = { cell, month: thisMonth, seen: '0' };
    await by.post('/prepare/proposals', { csrf, ...proposals, action: 'open', days: '1' });
    const led = (await by.json(agenda)) as { proposals: { address?: string } };
    for (const [path, field, fields] of [
      [`/reports/${report}/papers`, 'minutes', { baseRevision: '0' }],
      [course, 'reason', { action: 'drop', baseRevision: '1' }],
      [`${course}/check`, 'post', { cell }],
      ['/prepare/proposals', 'days', { ...proposals, action: 'open' }],
      [new URL(led.proposals.address ?? '').pathname, 'text', {}],
    ] as const) {
      const seen = await by.bytes(path, { ...utf8({ csrf, ...fields }), [field]: DONG_TAM });
      expect([path, seen.status]).toEqual([path, 422]);
      expect(seen.text).toContain('Có chữ không đọc được');
    }
  });

  it('in a stated encoding are read', async () => {
    const { commune: by } = users;
    const fields = { ...(await hidden('commune', officers)), action: 'assign', members: DONG_TAM };
    const sent = await by.bytes(officers, fields, 'windows-1258');
    expect(sent.status).toBe(200);
    expect((await by.get(officers)).text).toContain('Đồng Tâm');
  });

  it('have numbers and days with invisible marks around them', async () => {
    const { commune: by } = users;
    const [, month, day] = today.split('-');
    const sent = await by.post('/reports', {
      csrf: await by.csrf(),
      baseRevision: '0',
      ...meeting(`${commune}.tieu-hoc`, {
        present: '\u200e１７\u200b',
        durationMinutes: '\u00a095\ufeff',
        date: `\u202a${day}/${month}/\u00a0${year}`,
      }),
    });
    expect(sent.text).toContain('Báo cáo đã được lưu');
  });

  it('save nothing for later of what could not be read', async () => {
    const { commune: by } = users;
    const sent = { csrf: await by.csrf(), ...meeting(`${commune}.thcs`), kind: 'extraordinary', press: 'save' };
    const seen = await by.bytes('/reports', { ...utf8(sent), focus: DONG_TAM });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Có chữ không đọc được');
    expect((await by.post('/reports', { ...sent, focus: odd('Đồng Tâm') })).status).toBe(200);
  });

  it('of many rows store none where one could not be read', async () => {
    const { commune: by } = users;
    const path = `/months/${thisMonth}/grid?unit=${commune}`;
    const rows = { 'rows[0].cell': `${commune}.y-te`, 'rows[0].present': 'm\xb7\xf4\xc6i', commonDate: '' };
    const seen = await by.bytes(path, { csrf: await by.csrf(), ...rows });
    expect(seen.status).toBe(422);
  });

  it('that show no mistake at a field say it on a page of their own', async () => {
    const seen = await new Sender().bytes('/login', { user: DONG_TAM, password: 'x' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Có chữ không đọc được');
    const told = await new Visitor().postJson('/login', { user: 'a\ud800', password: 'x' });
    expect(JSON.parse(told.text)).toMatchObject({ errors: [{ field: 'user', pointer: '#/user', code: 'unread' }] });
  });

  it('carry another through the sign-in as clean as if it had been sent', async () => {
    const path = `/reports/${cell}_${today}_regular`;
    const csrf = await users.district.csrf();
    const carriedBody = `csrf=${csrf}&action=return&baseRevision=2&reason=%00%E2%80%8B%ED%A0%80`;
    const visitor = new Visitor();
    const done = await visitor.post('/login', {
      user: 'district',
      password: 'Chi-bo-2026',
      carriedPath: path,
      carriedBody,
    });
    expect(done.status).toBe(422);
    expect(done.text).toContain('Có chữ không đọc được');
  });

  it('have a list as a file in the encoding that it certainly has', async () => {
    const { district: by } = users;
    const take = async (content: Buffer) => {
      const form = new FormData();
      form.set('csrf', await by.csrf());
      form.set('file', new Blob([new Uint8Array(content)]), 'tai-khoan.csv');
      return by.postForm('/directory/users', form);
    };
    const list = (user: string) => `change;user;role;unit;group\r\nadd;${user};commune;${commune};\r\n`;
    const utf16 = await take(Buffer.from(`\ufeff${list('đồng-tâm')}`, 'utf16le'));
    expect(utf16.text).toContain('đồng-tâm');
    const cp1258 = await take(Buffer.from(list('th\xf4n-\xf0\xf4\xccng-t\xe2m'), 'latin1'));
    expect(cp1258.text).toContain('thôn-đồng-tâm');
    const zero = await take(Buffer.from(list('\u200bxuan-cam\u202c-hai')));
    expect(zero.text).toContain('xuan-cam-hai');
    const unknown = await take(Buffer.from(list('\xe9\xff\xfe'), 'latin1'));
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('CSV UTF-8');
  });
});

describe('the operator’s file', () => {
  // They begin next month, so that this month stays as other tests know it.
  const line = (slug: string, kind: string, name: string) =>
    `id;level;kind;name;type;from;to;group\r\n${commune}.${slug};cell;${kind};${name};thon;${addMonths(thisMonth, 1)};;\r\n`;
  const enter = async (slug: string, content: string | Buffer) => {
    const file = join(system().dataDir, `${slug}.csv`);
    await writeFile(file, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    await admin('import', 'units', file);
    const { db, outputs } = operatorDb();
    const unit = await unitStore(db, tablesOf(outputs).cells).unit(`${commune}.${slug}`);
    db.destroy();
    return unit && `${unit.kind} ${unit.name}`;
  };

  it.each([
    ['cp1258', line('cp1258', 'Chi b\xf4\xf2 th\xf4n', DONG_TAM)],
    ['tcvn3', line('tcvn3', 'Chi b\xe9 th\xabn', '\xa7\xe5ng T\xa9m')],
    ['vni', line('vni', 'Chi bo\xe4 tho\xe2n', '\xd1o\xe0ng Ta\xe2m')],
    ['utf16', Buffer.from(`\ufeff${line('utf16', 'Chi bộ thôn', 'Đồng Tâm')}`, 'utf16le')],
    ['odd', Buffer.from(line('odd', 'Chi bộ\u00a0thôn', 'Đồng\u000bTâm\u0001\u200b').normalize('NFD'))],
    ['twice', Buffer.from(line('twice', 'Chi bá»™ thÃ´n', 'Äá»“ng TÃ¢m'))],
  ])('in %s is read as it was meant', async (slug, content) => {
    expect(await enter(slug, content)).toBe('Chi bộ thôn Đồng Tâm');
  });

  it.each([
    ['french', line('french', 'Cellule', 'Lef\xe8vre No\xebl')],
    ['cut', Buffer.from(line('cut', 'Chi bộ thôn', 'Đồng Tâm')).fill(0xe1, 60, 61)],
    ['invisible', Buffer.from(line('invisible', 'Chi bộ thôn', '\u200b\u200d\u3164'))],
  ])('%s is refused, and nothing of it is entered', async (slug, content) => {
    await expect(enter(slug, content)).rejects.toThrow(/CSV UTF-8|cannot be read|name is missing/);
  });
});

describe('the tables', () => {
  it('have nothing in them that is invisible or could not be read', async () => {
    const texts = await stored();
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => forbidden.test(text) || text !== text.normalize('NFC'))).toEqual([]);
    expect(texts.some((text) => text.includes('Đồng Tâm nhất trí'))).toBe(true);
  });
});
