import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupListItem } from '#functions/store/directory-store.ts';
import { guidanceItem } from '#functions/store/guidance-store.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { officerListItem, officerRecordItem } from '#functions/store/officer-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { thematicPlanItem } from '#functions/store/thematic-plan-store.ts';
import { visitItems } from '#functions/store/visit-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { matterOf } from '#shared/matters/matter.ts';
import { addMonths, type Day } from '#shared/period.ts';
import { revise } from '#shared/reports/revise.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { aReport } from '#test/shared/samples.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { loggedFaults, turnQueues } from '#test/system/system.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

type Item = Record<string, unknown>;
type Table = 'cells' | 'meetings' | 'matters' | 'scorecards';

const at = `${today}T00:00:00.000Z`;
const unitsOf = (district: string) => `id;level;kind;name;type;from;to;group
${district};district;huyện;Hỏng Thử;;2019-03;;
${district}.xa-mot;commune;xã;Xã Một;;2019-03;;1
${district}.xa-mot.thon-a;cell;Chi bộ thôn;Thôn A;thon;2019-03;;
${district}.xa-hai;commune;xã;Xã Hai;;2019-03;;1
${district}.xa-hai.thon-b;cell;Chi bộ thôn;Thôn B;thon;2019-03;;
`;

/** Something of each kind that is broken in its own way, by what the page calls it. */
function brokenIn(
  district: string,
): Readonly<Record<string, { table: Table; item: Item; name: string; shownAt: string }>> {
  const commune = `${district}.xa-mot`;
  const cell = `${commune}.thon-a`;
  const by = { user: 'x', role: 'commune', unit: commune } as const;
  const date = today as Day;
  const authored = { by, at, revision: 1 };
  const report = revise(undefined, { state: 'submitted', report: aReport({ cell, date }), by, at });
  const visit = { unit: cell, date, group: 1, meeting: 'cell', state: 'planned' } as const;
  const visitId = visitIdOf(visit);
  const said = { topic: 'DD', summary: 'Ngõ đi chung', severity: 'medium' } as const;
  const matterId = `${cell}_${today}_regular_7`;
  const year = yearOf(thisMonth);
  const board = `/months/${thisMonth}`;
  return {
    'a report with a wrong digest': {
      table: 'meetings',
      item: { ...revisionItems(report).facts, digest: 'f'.repeat(64) },
      name: `${cell}_${today}_regular#1`,
      shownAt: board,
    },
    'a visit whose state is none': {
      table: 'meetings',
      item: {
        ...visitItems({ ...visit, ...authored, id: visitId }).facts,
        facts: { ...visit, id: visitId, state: null },
      },
      name: `${visitId}#1`,
      shownAt: '/visits',
    },
    'a matter whose events are text': {
      table: 'matters',
      item: { ...matterItem(matterOf(matterId, [{ kind: 'raised', said, by, at }])), events: 'raised' },
      name: matterId,
      shownAt: '/matters',
    },
    'a plan without its quarters': {
      table: 'meetings',
      item: { ...thematicPlanItem({ cell, year, quarters: {}, ...authored }), quarters: null },
      name: `${cell}_${year}_themes#1`,
      shownAt: `/themes?unit=${commune}&year=${year}`,
    },
    'a list of officers that is a number': {
      table: 'meetings',
      item: { ...officerListItem({ commune, members: [], charges: {}, ...authored }), members: 3 },
      name: `${commune}_charge#1`,
      shownAt: `/officers?unit=${commune}&month=${thisMonth}`,
    },
    'a record of officers with days that are none': {
      table: 'meetings',
      item: officerRecordItem({
        commune,
        month: thisMonth,
        cells: { [cell]: { attendedOn: '2026-02-31' as Day } },
        ...authored,
      }),
      name: `${commune}_${thisMonth}_charge#1`,
      shownAt: `/officers?unit=${commune}&month=${thisMonth}`,
    },
    'a commune’s units in a newer format': {
      table: 'cells',
      item: { pk: district, sk: `units#${commune}`, revision: 1, units: [], format: 99 },
      name: `${commune}_units`,
      shownAt: board,
    },
    'a list of groups with a month that is none': {
      table: 'cells',
      item: {
        ...groupListItem(district, { groups: [], assignments: [], ...authored, revision: 9 }),
        assignments: [{ commune, group: 1, from: '2026-13' }],
      },
      name: `${district}_groups#9`,
      shownAt: `/scorecards/${district}/${thisMonth}`,
    },
    'guidance without a text': {
      table: 'cells',
      item: { ...guidanceItem(district, { month: thisMonth, audience: 'all', text: '', ...authored }), text: null },
      name: `${district}_guidance_${thisMonth}#all#1`,
      shownAt: `/guidance?month=${thisMonth}`,
    },
  };
}

async function plant(table: Table, item: Item): Promise<() => Promise<unknown>> {
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs)[table];
  await db.send(new PutCommand({ TableName, Item: item }));
  return () => db.send(new DeleteCommand({ TableName, Key: { pk: item['pk'], sk: item['sk'] } }));
}

const reported = ({ indicators }: Scorecard) => indicators.find(({ id }) => id === 'reported')?.numerator;

describe('a month with a broken item', () => {
  it.each(Object.keys(brokenIn('x')).map((what, at) => [what, `hong-${at}`] as const))(
    '%s: the others are counted within the usual time, and the page names it',
    async (what, district) => {
      const broken = brokenIn(district)[what];
      if (!broken) throw new Error(what);
      await enterDistrict(unitsOf(district), [
        { user: `${district}.district`, role: 'district', unit: district },
        { user: `${district}.xa-hai`, role: 'commune', unit: `${district}.xa-hai` },
      ]);
      await plant(broken.table, broken.item);
      const commune = await Visitor.signedIn(`${district}.xa-hai`);
      const cell = `${district}.xa-hai.thon-b`;
      const sent = await commune.post('/reports', { ...meeting(cell), csrf: await commune.csrf(), baseRevision: '0' });
      expect(sent.status).toBe(200);

      const viewer = await Visitor.signedIn(`${district}.district`);
      const path = `/scorecards/${district}/${thisMonth}`;
      await turnQueues(65);
      await expect.poll(async () => reported((await viewer.json(path)) as Scorecard)).toBe(1);
      if (what.startsWith('guidance')) expect((await viewer.json(path)) as Scorecard).not.toHaveProperty('leftOut');
      else expect((await viewer.get(path)).text).toContain(broken.name);
      const list = await viewer.get(broken.shownAt);
      expect(list.status).toBe(200);
      expect(list.text).toContain('1 mục không đọc được');
      expect(list.text).toContain(broken.name);
      // Whoever calls those that have not reported is told, too.
      const calls = `/calls?month=${thisMonth}`;
      if (what.startsWith('a report')) expect((await viewer.get(calls)).text).toContain(broken.name);
      // Not what is somebody else's.
      expect((await commune.get('/')).text).not.toContain('không đọc được');
    },
  );
});

describe('a form that needs what cannot be read', () => {
  it('comes back with all that was typed, and is stored once that is mended', async () => {
    const district = 'hong-gui';
    const commune = `${district}.xa-mot`;
    const cell = `${commune}.thon-a`;
    await enterDistrict(unitsOf(district), [{ user: commune, role: 'commune', unit: commune }]);
    const officer = await Visitor.signedIn(commune);
    const by = { user: commune, role: 'commune', unit: commune } as const;
    const date = today as Day;
    const first = revise(undefined, { state: 'submitted', report: aReport({ cell, date }), by, at });
    const mend = await plant('meetings', { ...revisionItems(first).facts, facts: 'hỏng' });
    const fields = { ...meeting(cell), csrf: await officer.csrf(), baseRevision: '0' };
    const seen = await officer.post('/reports', fields);
    expect(seen.status).toBe(500);
    expect(seen.text).toContain('Có dữ liệu không đọc được');
    expect(seen.text).toContain('báo người vận hành');
    const again = hiddenFields(seen.text, '/reports');
    const { csrf: _, ...typed } = fields;
    expect(again).toMatchObject(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));
    await mend();
    expect((await officer.post('/reports', again)).status).toBe(200);
  });
});

describe('a run that fails', () => {
  it('comes back within a minute, and counts once it can', async () => {
    const district = 'hong-lai';
    await enterDistrict(unitsOf(district), [
      { user: `${district}.district`, role: 'district', unit: district },
      { user: `${district}.xa-hai`, role: 'commune', unit: `${district}.xa-hai` },
    ]);
    const commune = await Visitor.signedIn(`${district}.xa-hai`);
    const viewer = await Visitor.signedIn(`${district}.district`);
    const fields = { ...meeting(`${district}.xa-hai.thon-b`), csrf: await commune.csrf(), baseRevision: '0' };
    expect((await commune.post('/reports', fields)).status).toBe(200);
    const { db, outputs } = operatorDb();
    const key = { TableName: tablesOf(outputs).cells, Key: { pk: district, sk: `units#${district}` } };
    const { Item = {} } = await db.send(new GetCommand(key));
    await db.send(new DeleteCommand(key));
    const failed = async () =>
      (await loggedFaults()).filter((line) => line.includes(district) && line.includes('in 60 s'));
    await turnQueues(65);
    await expect.poll(failed).not.toHaveLength(0);
    await plant('cells', Item);
    await turnQueues(60);
    const live = `/scorecards/${district}/${thisMonth}`;
    await expect.poll(async () => reported((await viewer.json(live)) as Scorecard)).toBe(1);
  });
});

describe('a month that closes with a broken item', () => {
  const district = 'hong-chot';
  const month = addMonths(lastMonth, -2);
  const path = `/scorecards/${district}/${month}`;
  const cell = `${district}.xa-mot.thon-a`;
  const close = () => admin('rollup', '--district', district, '--month', month, '--official');
  const verify = () => admin('verify', '--scorecard', `${district}/${month}`);
  const report = aReport({ cell, date: `${month}-03` as Day, matters: [] });
  const by = { user: 'x', role: 'commune', unit: `${district}.xa-mot` } as const;
  const first = revise(undefined, { state: 'submitted', report, by, at: `${month}-04T00:00:00.000Z` });
  const { facts, words } = revisionItems(first);
  const name = `${cell}_${month}-03_regular#1`;
  let viewer: Visitor;

  beforeAll(async () => {
    await enterDistrict(unitsOf(district), [{ user: `${district}.district`, role: 'district', unit: district }]);
    viewer = await Visitor.signedIn(`${district}.district`);
    await plant('meetings', words);
    await plant('meetings', { ...facts, digest: 'f'.repeat(64) });
  });
  const shown = async () => (await viewer.json(path)) as Scorecard;

  it('says what it left out, and verify names it', async () => {
    expect(await close()).toContain(`Left out, since it cannot be counted: ${name}`);
    expect(await shown()).toMatchObject({ status: 'official', revision: 1, leftOut: [{ kind: 'report', name }] });
    await expect(verify()).rejects.toThrow(`the same, but NOT ALL IS COUNTED.`);
    await expect(verify()).rejects.toThrow(name);
    await close();
    expect(await shown()).toMatchObject({ revision: 1 });
  });

  it('gets its next official revision once the item can be read', async () => {
    await plant('meetings', facts);
    await close();
    const official = await shown();
    expect(official).toMatchObject({ revision: 2, corrections: [{ kind: 'report', after: 1 }] });
    expect(official).not.toHaveProperty('leftOut');
    expect(reported(official)).toBe(1);
  });

  it('stays as it is while something that it counted cannot be read, and verify says so', async () => {
    await plant('meetings', { ...facts, facts: 'hỏng' });
    await close();
    expect(await shown()).toMatchObject({ revision: 2 });
    await expect(verify()).rejects.toThrow(`does not match its digest: ${name}`);
    await plant('meetings', facts);
  });

  it('says so of an earlier scorecard whose body is none, with which it is compared', async () => {
    const before = addMonths(month, -1);
    const item = { pk: district, sk: `${before}#live`, generatedAt: at, digest: 'x', body: new Uint8Array([1, 2, 3]) };
    const takeOut = await plant('scorecards', item);
    // The month is counted anew, since a report of it was amended.
    const amended = { ...report, durationMinutes: 90 };
    const again = revisionItems(
      revise(first, { state: 'submitted', report: amended, by, at: `${month}-05T00:00:00.000Z` }),
    );
    await plant('meetings', again.facts);
    await plant('meetings', again.words);
    await close();
    await takeOut();
    const name = `${district}_${before}_live`;
    expect(await shown()).toMatchObject({ revision: 3, leftOut: [{ kind: 'scorecard', name }] });
    expect((await viewer.get(path)).text).toContain(name);
  });

  afterAll(() => plant('meetings', facts));
});
