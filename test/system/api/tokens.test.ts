import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { MOST_USES_A_MINUTE } from '#shared/access/api-token.ts';
import { pathTo, type RouteKey, routes, type TokenScope, tokenScopeOf, tokenScopes } from '#shared/access/routes.ts';
import { Machine, makeToken, revokeToken } from '#test/system/api/machine.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { system } from '#test/system/system.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'ma-cho-may';
const [own, other] = [`${district}.xuan-mai`, `${district}.thuy-xuan`];
const foreign = 'hiep-hoa.thanh-van';
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Mã Máy;;2019-03;;
${own};commune;xã;Xuân Mai;;2019-03;;
${own}.mot;cell;Chi bộ thôn;Một;thon;2019-03;;
${own}.hai;cell;Chi bộ thôn;Hai;thon;2019-03;;
${other};commune;xã;Thủy Xuân;;2019-03;;
${other}.ba;cell;Chi bộ thôn;Ba;thon;2019-03;;
`;
const allScopes = Object.keys(tokenScopes) as TokenScope[];
const params = {
  ...{ month: lastMonth, unit: own, cell: `${own}.mot`, user: 'thanh-van', file: 'x', training: `${today}_1` },
  ...{ piece: '1', code: 'aaaa-aaaa-aaaa', day: today, id: `${own}.mot_${today}_regular` },
};

let board: Visitor;

beforeAll(async () => {
  await enterDistrict(units, [{ user: district, role: 'district', unit: district }]);
  board = await Visitor.signedIn(district);
});

/** Any request of a route, about the district's own first commune. */
function ask(machine: Machine, route: RouteKey): Promise<Seen> {
  const [method = '', path = ''] = route.split(' ');
  const address = pathTo(path as never, params as never, { cell: `${own}.mot`, unit: own });
  return method === 'GET' ? machine.get(address) : machine.post(address, { cell: `${own}.mot`, unit: own });
}

/** What a change of this district's tokens left in today's record. */
async function recordOfTokens(): Promise<{ readonly of: string; readonly by: object }[]> {
  const { entries } = (await board.json('/audit')) as { entries: { kind: string; of: string; by: object }[] };
  return entries.filter(({ kind }) => kind === 'token');
}

describe('a token of one scope', () => {
  it.each(allScopes)('%s is let in on the routes of that scope and nowhere else', async (scope) => {
    const { token } = await makeToken(board, [scope], [own]);
    const machine = new Machine(token);
    for (const route of Object.keys(routes) as RouteKey[]) {
      const { status, headers, text } = await ask(machine, route);
      if (tokenScopeOf(route) === scope) {
        expect([200, 404, 422], `${route} ${text}`).toContain(status);
      } else if (['GET /health', 'GET /openapi.json'].includes(route)) {
        expect(status, route).toBe(200);
      } else {
        const isOpen = routes[route].roles === 'everyone' && route.startsWith('GET ');
        expect(status, route).toBe(403);
        expect(headers.get('www-authenticate'), route).toContain('insufficient_scope');
        expect(isOpen && text.includes('<form'), route).toBe(false);
      }
      expect(headers.get('content-type') ?? '', route).not.toContain('text/html');
      expect(headers.getSetCookie(), route).toEqual([]);
    }
  });
});

it('that is no token at all hinders nobody from reading what is open to everybody, and lets in nowhere', async () => {
  const machine = new Machine('scb_none');
  expect((await machine.get('/health')).text).toBe('{"status":"ok"}');
  expect(JSON.parse((await machine.get('/openapi.json')).text)).toMatchObject({ openapi: '3.1.0' });
  expect((await machine.get('/login')).status).toBe(403);
  expect((await machine.get('/changes')).status).toBe(401);
});

describe('a token', () => {
  it('reads and writes what it names, and nothing beside it', async () => {
    const { token, number } = await makeToken(board, allScopes, [own]);
    const machine = new Machine(token);
    const sent = await machine.post('/reports', meeting(`${own}.mot`));
    expect(sent.status, sent.text).toBe(201);
    const { id, revisions } = JSON.parse(sent.text) as { id: string; revisions: { by: object }[] };
    expect(revisions[0]?.by).toEqual({ user: `${district}#${number}`, role: 'commune', unit: own });
    expect((await machine.get(`/reports/${id}`)).status).toBe(200);
    for (const cell of [`${other}.ba`, `${foreign}.thanh-binh`, district]) {
      expect((await machine.post('/reports', meeting(cell))).status, cell).toBe(404);
      expect((await machine.postFields('/reports', meeting(cell))).status, cell).toBe(404);
      expect((await machine.get(`/reports/new?cell=${cell}`)).status, cell).toBe(404);
      expect((await machine.get(`/reports/${cell}_${today}_regular`)).status, cell).toBe(404);
    }
    for (const unit of [other, foreign, district, 'hiep-hoa']) {
      expect((await machine.get(`/scorecards/${unit}`)).status, unit).toBe(404);
      expect((await machine.get(`/scorecards/${unit}/${lastMonth}.csv`)).status, unit).toBe(404);
    }
  });

  it('is as little as a commune is in a month that is closed', async () => {
    const { token } = await makeToken(board, ['reports:write'], [own]);
    const seen = await new Machine(token).post(
      '/reports',
      meeting(`${own}.mot`, { date: '03/02/2021', 'tasks[0].due': '' }),
    );
    expect(seen.status).toBe(422);
    expect(JSON.parse(seen.text)).toMatchObject({ errors: [{ field: 'date', code: 'month-closed' }] });
  });

  it('that is for the whole district reads all of it and no other', async () => {
    const { token } = await makeToken(board, ['reports:read', 'scorecards:read', 'changes:read']);
    const machine = new Machine(token);
    expect((await machine.get(`/scorecards/${other}`)).status).toBe(200);
    expect((await machine.get(`/scorecards/${foreign}`)).status).toBe(404);
  });

  it('is gone with the request after it was taken back, and stays so', async () => {
    const { token, number } = await makeToken(board, ['scorecards:read']);
    const machine = new Machine(token);
    expect((await machine.get(`/scorecards/${own}`)).status).toBe(200);
    expect((await revokeToken(board, number)).status).toBe(200);
    const seen = await machine.get(`/scorecards/${own}`);
    expect([seen.status, seen.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="so-chi-bo", error="invalid_token"',
    ]);
    expect((await revokeToken(board, number)).status).toBe(200);
    const revoked = (await recordOfTokens()).filter(({ of }) => of === `revoke ${district}#${number}`);
    expect(revoked).toHaveLength(1);
  });

  it('is shown once, stored as a digest, and on record without its secret', async () => {
    const { token, number } = await makeToken(board, ['changes:read']);
    const secret = token.slice(-43);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await board.get('/directory/tokens')).text).not.toContain(secret);
    const entry = (await recordOfTokens()).find(({ of }) => of.startsWith(`make ${district}#${number} `));
    expect(entry?.by).toEqual({ user: district, role: 'district', unit: district });
    const { db, outputs } = operatorDb();
    const TableName = tablesOf(outputs).cells;
    const { Items } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': district },
      }),
    );
    expect(JSON.stringify([Items, entry])).not.toContain(secret);
  });

  it('leaves a refused use on record, once a day and reason, and nothing of a token that there is not', async () => {
    const { token, number } = await makeToken(board, ['scorecards:read'], [own]);
    const wrong = `${token.slice(0, -43)}${'a'.repeat(43)}`;
    const none = `sochibo_${district}_9876_${'a'.repeat(43)}`;
    const use = (sent: string, path = `/scorecards/${own}`) =>
      Promise.all([1, 2, 3].map(async () => (await new Machine(sent).get(path)).status));
    expect(await use(token, `/reports/${own}.mot_${today}_regular`)).toEqual([403, 403, 403]);
    expect([...(await use(wrong)), ...(await use(none))]).toEqual(Array.from({ length: 6 }, () => 401));
    await revokeToken(board, number);
    expect(await use(token)).toEqual([401, 401, 401]);
    const refused = (await recordOfTokens()).filter(({ of }) => of.startsWith('refuse ')).map(({ of }) => of);
    const said = (of: number) => refused.filter((each) => each.includes(`${district}#${of} `)).toSorted();
    expect(said(number)).toEqual(
      ['beyond-scope', 'revoked', 'wrong-secret'].map((why) => `refuse ${district}#${number} ${why}`),
    );
    expect(said(9876)).toEqual([]);
  });

  it('that has expired, or whose item cannot be read, lets nobody in', async () => {
    const { token, number } = await makeToken(board, ['scorecards:read']);
    const { db, outputs } = operatorDb();
    const TableName = tablesOf(outputs).cells;
    const sk = `token#${String(number).padStart(4, '0')}#0002`;
    const { Items: [made] = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': district, ':sk': sk.slice(0, -4) },
      }),
    );
    const put = (changes: object) => db.send(new PutCommand({ TableName, Item: { ...made, sk, ...changes } }));
    const status = async () => (await new Machine(token).get(`/scorecards/${own}`)).status;
    await put({ revision: 2, until: new Date(Date.now() - 1000).toISOString() });
    expect(await status()).toBe(401);
    await put({ revision: 2, scopes: 'everything' });
    expect(await status()).toBe(500);
    const list = await board.get('/directory/tokens');
    expect(list.text).toContain(`${district}_token_${String(number).padStart(4, '0')}`);
    await put({ revision: 2, revoked: true });
  });

  it.each([
    '',
    'x',
    'sochibo_ma-cho-may_1_',
    `sochibo_ma-cho-may_1_${'a'.repeat(43)}`,
    `sochibo_hiep-hoa_1_${'a'.repeat(43)}`,
  ])('of %j is none, whatever cookie comes with it', async (token) => {
    const cookie = `session=${board.cookie('session')}`;
    const seen = await new Machine(token).get(`/scorecards/${own}`, { cookie });
    expect([seen.status, JSON.parse(seen.text).type]).toEqual([401, 'urn:problem:bad-token']);
  });

  it('is answered so often a minute, and then asked to wait', async () => {
    const { token } = await makeToken(board, ['reports:read']);
    const machine = new Machine(token);
    // Over a turn of the minute there are two minutes' uses.
    const most = 2 * MOST_USES_A_MINUTE + 1;
    const statuses: number[] = [];
    while (statuses.length < most && !statuses.includes(429)) {
      const round = await Promise.all(Array.from({ length: 20 }, () => machine.get('/receipts')));
      statuses.push(...round.map(({ status }) => status));
    }
    expect(statuses.includes(429)).toBe(true);
    expect(statuses.filter((each) => each === 200).length).toBeGreaterThanOrEqual(MOST_USES_A_MINUTE);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});

describe('the form for a token', () => {
  const send = async (fields: Readonly<Record<string, string>>) =>
    board.post('/directory/tokens', {
      csrf: await board.csrf(),
      action: 'make',
      name: 'Kho số liệu',
      days: '30',
      ...fields,
    });

  it('shows the token in the page, and says what is wrong at its field, with what was typed', async () => {
    const made = await send({ 'scopes[0]': 'scorecards:read' });
    expect(made.status).toBe(201);
    expect(made.text).toContain('<td data-as="Với đơn vị: ">Huyện Mã Máy</td>');
    expect(made.text).toMatch(/<code>sochibo_ma-cho-may_\d+_[\w-]{43}<\/code>/);
    const wrong = await send({ 'scopes[1]': 'reports:write', name: 'Kho riêng', days: '366' });
    expect(wrong.status).toBe(422);
    for (const said of [
      'Kho riêng',
      'Số ngày có hiệu lực: Không được lớn hơn 365.',
      'Với đơn vị: Chọn ít nhất một đơn vị.',
    ]) {
      expect(wrong.text).toContain(said);
    }
  });

  it.each([
    [{}, 'scopes[0]'],
    [{ 'scopes[0]': 'everything' }, 'scopes[0]'],
    [{ 'scopes[0]': 'reports:read', 'units[0]': foreign }, 'units[0]'],
    [{ 'scopes[0]': 'reports:read', days: '0' }, 'days'],
    [{ 'scopes[0]': 'reports:read', name: ' ' }, 'name'],
  ])('refuses %j', async (fields, field) => {
    const headers = { 'x-csrf-token': await board.csrf() };
    const body = { action: 'make', name: 'x', days: '1', ...fields };
    const seen = await board.postJson('/directory/tokens', body, headers);
    expect([seen.status, JSON.parse(seen.text).errors[0].field]).toEqual([422, field]);
  });
});

it('the open documents are answered without a token', async () => {
  for (const path of ['/openapi.json', '/api', `/api?lang=en`]) {
    expect((await fetch(new URL(path, system().url))).status, path).toBe(200);
  }
});
