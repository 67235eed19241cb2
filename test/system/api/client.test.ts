import { beforeAll, describe, expect, it } from 'vitest';
import type { RouteKey } from '#shared/access/routes.ts';
import { operationId } from '#shared/api/openapi.ts';
import { pageSchemas } from '#shared/api/page-schemas.ts';
import { addMonths } from '#shared/period.ts';
import { clientOf } from '#test/system/api/client-of.ts';
import { makeToken } from '#test/system/api/machine.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { system, turnQueues } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'khach-tu-dong';
const commune = `${district}.dong-son`;
const cell = `${commune}.mot`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Khách Tự Động;;2019-03;;
${commune};commune;xã;Đông Sơn;;2019-03;;
${cell};cell;Chi bộ thôn;Một;thon;2019-03;;
`;

describe('a client made of the document', () => {
  beforeAll(() => enterDistrict(units, [{ user: district, role: 'district', unit: district }]));

  it('does the main job by a token: facts, report, receipt, scorecard, changes', async () => {
    const board = await Visitor.signedIn(district);
    const scopes = ['reports:read', 'reports:write', 'scorecards:read', 'changes:read'];
    const { token } = await makeToken(board, scopes, [commune]);
    const ask = await clientOf({ authorization: `Bearer ${token}` });

    const from = await ask('getChanges');
    expect([from.status, from.faults, from.json['changes']]).toEqual([200, [], []]);

    const facts = await ask('getReportsNew', { params: { cell } });
    expect([facts.status, facts.faults]).toEqual([200, []]);
    expect(facts.json).toMatchObject({ cell, month: thisMonth, baseRevision: 0, fields: { kind: 'regular' } });

    const nested = { tasks: [{ what: 'Lập danh sách hộ hiến đất', who: 'Chi ủy' }], matters: [] };
    const flat = Object.entries(meeting(cell)).filter(([name]) => !name.includes('['));
    const body = { ...(facts.json['fields'] as object), ...Object.fromEntries(flat), ...nested, baseRevision: 0 };
    const wrong = await ask('postReports', { body: { ...body, present: 'mười' } });
    expect([wrong.status, wrong.faults, wrong.type]).toEqual([422, [], 'application/problem+json']);
    const sent = await ask('postReports', { body });
    expect([sent.status, sent.faults]).toEqual([201, []]);
    const again = await ask('postReports', { body });
    expect([again.status, again.json['receipt']]).toEqual([200, sent.json['receipt']]);
    const stale = await ask('postReports', { body: { ...body, present: 16, excused: 3 } });
    expect([stale.status, stale.faults]).toEqual([409, []]);

    const { id, receipt } = sent.json as { id: string; receipt: string };
    const read = await ask('getReportsById', { params: { id } });
    expect([read.status, read.faults, read.json['receipt']]).toEqual([200, [], receipt]);
    const found = await ask('getReceipts', { params: { number: receipt } });
    expect([found.faults, found.json]).toMatchObject([[], { found: { id, revision: 1, isCurrent: true } }]);

    await turnQueues(60);
    const next = { params: { since: String(from.json['next']) } };
    await expect
      .poll(async () => ((await ask('getChanges', next)).json['changes'] as { kind: string }[]).map(({ kind }) => kind))
      .toEqual(['report', 'scorecard']);
    const changes = await ask('getChanges', next);
    expect([changes.faults, changes.json['changes']]).toMatchObject([
      [],
      [
        { kind: 'report', id, revision: 1, state: 'submitted', receipt },
        { kind: 'scorecard', unit: commune, month: thisMonth, status: 'live' },
      ],
    ]);

    const scorecard = await ask('getScorecardsByUnitByMonth', { params: { unit: commune, month: thisMonth } });
    expect([scorecard.status, scorecard.faults]).toEqual([200, []]);
    const told = (changes.json['changes'] as { digest?: string }[]).find((each) => each.digest);
    expect(told?.digest).toBe(scorecard.json['digest']);
    const refused = await ask('getScorecardsByUnitByMonth', { params: { unit: district, month: thisMonth } });
    expect([refused.status, refused.faults]).toEqual([404, []]);
  });
});

/** Those for people whose answer in JSON is described all the same. */
const described = (Object.keys(pageSchemas) as RouteKey[]).map((route) => operationId(route));

describe('what the demonstration answers is as the document says', () => {
  it.each(['district', 'thanh-van', 'group1', 'thanh-van.thanh-binh'])('to %s', async (user) => {
    const visitor = await Visitor.signedIn(user);
    const ask = await clientOf({ cookie: `session=${visitor.cookie('session')}` });
    const unit = user === 'district' ? 'hiep-hoa' : 'hiep-hoa.thanh-van';
    const board = (await (await Visitor.signedIn('district')).json(`/months/${lastMonth}?unit=hiep-hoa.thanh-van`)) as {
      cells: { reports: { id: string }[] }[];
    };
    const ids = board.cells.flatMap(({ reports }) => reports.map(({ id }) => id));
    const { trainings } = (await visitor.json('/trainings')) as { trainings: { day: string; number: number }[] };
    const training = trainings.map(({ day, number }) => `${day}_${number}`)[0] ?? `${today}_1`;
    const names = {
      ...{ month: lastMonth, cell: 'hiep-hoa.thanh-van.thanh-binh', q: 'thanh', unit, piece: '11', training },
      ...{ user: 'thanh-van', day: today },
    };
    const calls: [string, Record<string, string>][] = [
      ['getHealth', {}],
      ['getReceipts', {}],
      ['getReceipts', { number: '2611-AAAA-AAAA' }],
      ['getChanges', {}],
      // Who is still to be called is told of a month that is open.
      ['getCalls', { month: thisMonth }],
      ['getReportsNew', { cell: 'hiep-hoa.thanh-van.thanh-binh' }],
      ['getScorecardsByUnit', { unit }],
      ['getScorecardsByUnit', { unit, from: 'x' }],
      ...[
        thisMonth,
        lastMonth,
        `${lastMonth.slice(0, 4)}`,
        `${lastMonth}.json`,
        `${lastMonth}.csv`,
        '1999-01',
        'x',
      ].map((month): [string, Record<string, string>] => ['getScorecardsByUnitByMonth', { unit, month }]),
      ...['cells', 'months'].map((rows): [string, Record<string, string>] => [
        'getScorecardsByUnitByMonth',
        { unit, month: `${lastMonth}.json`, rows },
      ]),
      ['getScorecardsByUnitByMonth', { unit, month: lastMonth, view: 'matrix' }],
      ['getScorecardsByUnitByMonth', { unit, month: lastMonth, with: addMonths(lastMonth, -1) }],
      ['getScorecardsByUnitByMonth', { unit, month: `${lastMonth}.csv-metadata.json` }],
      ...described.map((operation): [string, Record<string, string>] => [operation, names]),
      ...[...ids.slice(0, 12), 'x'].map((id): [string, Record<string, string>] => ['getReportsById', { id }]),
    ];
    expect(ids.length).toBeGreaterThan(0);
    const shown = new Set<string>();
    const faults: unknown[] = [];
    for (const [operation, params] of calls) {
      const told = await ask(operation, { params });
      if (told.status === 200) shown.add(operation);
      if (told.faults.length > 0 || told.status >= 500)
        faults.push([operation, params, told.status, told.faults.slice(0, 5)]);
    }
    expect(faults).toEqual([]);
    // What nobody is shown is held to nothing.
    if (user === 'district') expect(described.filter((each) => !shown.has(each))).toEqual([]);
  });
});

it('a CSV file leads to what describes its columns', async () => {
  const visitor = await Visitor.signedIn('district');
  for (const path of [
    `/scorecards/hiep-hoa/${lastMonth}.csv`,
    `/scorecards/hiep-hoa/${lastMonth}.csv?rows=cells`,
    `/scorecards/hiep-hoa/${lastMonth}.csv?rows=months`,
    `/scorecards/hiep-hoa/${lastMonth}.csv?revision=1`,
    `/scorecards/hiep-hoa/${lastMonth}.csv?rows=cells&revision=1`,
    `/audit/${lastMonth}-03.csv`,
  ]) {
    const file = await visitor.get(path);
    const [, link = ''] =
      /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(file.headers.get('link') ?? '') ?? [];
    const described = await visitor.get(new URL(link, new URL(path, system().url)).href.replace(system().url, ''));
    expect(described.headers.get('content-type'), path).toBe('application/csvm+json; charset=utf-8');
    const { url, tableSchema } = JSON.parse(described.text) as {
      url: string;
      tableSchema: { columns: { titles: string }[] };
    };
    expect(new URL(url, new URL(link, new URL(path, system().url))).href).toBe(new URL(path, system().url).href);
    const [head = ''] = file.text.replace(/^\uFEFF/, '').split('\r\n');
    expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(head.split(';'));
  }
});
