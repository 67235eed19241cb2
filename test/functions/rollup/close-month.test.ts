import { beforeEach, describe, expect, it } from 'vitest';
import { plan } from '#functions/plan/plan.ts';
import { rollUp } from '#functions/rollup/roll-up.ts';
import type { Stores } from '#functions/rollup/run.ts';
import { changeUnits } from '#functions/store/change-units.ts';
import { verify } from '#infra/admin/verify.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import { communeOf, renamed, type Unit } from '#shared/units/units.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { aUnit, entered, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const now = '2021-03-12T00:00:00.000Z';
const later = '2021-06-12T00:00:00.000Z';

let own: District;
let districts = 0;

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `dong-${districts}`);
  await own.report('thanh-van.thanh-binh');
});

const id = (path: string) => (path ? `${own.district}.${path}` : own.district);
const close = (at = now, stores: Stores = own.stores) =>
  rollUp({ district: own.district, month: of, official: true }, stores, at);
const official = (path = '', revision?: number) => own.stores.scorecards.official(id(path), of, revision);
const check = (path = '', revision?: number) =>
  verify({ unit: id(path), month: of, ...(revision && { revision }) }, own.stores, later);
const change = (to: (units: readonly Unit[]) => readonly Unit[], reason?: string) =>
  changeUnits(
    own.district,
    to,
    { ...entered, at: later, ...(reason && { reason }) },
    {
      ...own.stores,
      record: async () => undefined,
    },
  );
const add = (path: string, changes: Partial<Unit> = {}) => change((units) => [...units, aUnit(id(path), changes)]);
const reopen = (reason = 'Bổ sung chi bộ bị sót', revision = 1) =>
  own.stores.reopenings.reopen({ district: own.district, month: of, revision, by: entered.by, at: later, reason });

describe('a closed month', () => {
  it('names the directory that it counted, each commune its own', async () => {
    await close();
    const first = await official();
    const named = (first && (await own.stores.scorecards.inputsOf(first))) ?? [];
    expect(named.map((input) => input.split(' ')[0])).toEqual([
      id('chau-minh_2021-02_units'),
      id('thanh-van.thanh-binh_2021-02-03_regular#1'),
      id('thanh-van_2021-02_units'),
      `${own.district}_2021-02_district`,
    ]);
    expect(first).toMatchObject({ rules: RULES, inputs: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('refuses a change with effect in it, by its name, and stores nothing of it', async () => {
    await close();
    const before = await own.stores.directory.unitRevisions(own.district);
    expect(await add('thanh-van.moi')).toEqual({ kind: 'closed', months: [{ month: of, units: [id('thanh-van')] }] });
    const rename = (units: readonly Unit[]) =>
      units.map((unit) =>
        unit.id === id('thanh-van') ? renamed(unit, { name: 'Khác', kind: 'xã' }, unit.from) : unit,
      );
    expect(await change(rename)).toMatchObject({ kind: 'closed' });
    const end = (units: readonly Unit[]) =>
      units.map((unit) => (unit.id === id('thanh-van.thanh-an') ? { ...unit, to: month('2021-01') } : unit));
    expect(await change(end)).toMatchObject({ kind: 'closed' });
    expect(await own.stores.directory.unitRevisions(own.district)).toEqual(before);
  });

  it('lets through what begins in a month that is open', async () => {
    await close();
    expect(await add('thanh-van.moi', { from: month('2021-03') })).toMatchObject({ kind: 'stored' });
    await close(later);
    expect(await official('', 2)).toBeUndefined();
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
  });

  it('keeps what it counted where a unit of a past month got in while it closed; verify names it', async () => {
    await close();
    const commune = id('thanh-van');
    const stored = await own.stores.directory.newestUnitsOf(commune);
    const units = [...(stored?.units ?? []), aUnit(id('thanh-van.moi'))];
    await own.stores.directory.saveUnits(commune, units, 1, { ...entered, at: later });
    await close(later);
    expect(await official('', 2)).toBeUndefined();
    for (const path of ['', 'thanh-van']) {
      expect(await check(path)).toMatchObject({
        differences: [],
        uncounted: [expect.stringContaining(`says otherwise of the month, which was not opened again: ${commune}`)],
      });
    }
    expect(await check('chau-minh')).toMatchObject({ differences: [], uncounted: [] });
  });

  it('stays as it was when a group changes its members', async () => {
    await close();
    const list = await own.stores.directory.groupList(own.district);
    const groups = [
      { number: 1, members: [{ post: 'Phó Bí thư' }] },
      { number: 2, members: [] },
    ];
    await own.stores.directory.saveGroups(own.district, { groups, assignments: list?.assignments ?? [] }, 1, {
      ...entered,
      at: later,
    });
    await close(later);
    expect(await official('', 2)).toBeUndefined();
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
  });
});

describe('a month that is opened again', () => {
  it('takes the change, and its next revision says what changed and why; the first stays and verifies', async () => {
    await close();
    const first = await official();
    await reopen();
    expect(await check()).toMatchObject({ uncounted: [expect.stringContaining('opened again')] });
    expect(await add('thanh-van.moi', { name: 'Mới', kind: 'Chi bộ thôn' })).toMatchObject({ kind: 'stored' });
    await close(later);
    expect(parts(await official(), 'reported')).toEqual([1, 4]);
    const changed = {
      of: id('thanh-van.moi'),
      kind: 'units',
      names: { after: 'Chi bộ thôn Mới' },
      reason: 'Bổ sung chi bộ bị sót',
    };
    expect(await official()).toMatchObject({ revision: 2, reopenings: 1 });
    expect((await official())?.corrections).toContainEqual(changed);
    expect((await official('thanh-van'))?.corrections).toEqual([changed]);
    expect(await official('chau-minh')).toMatchObject({ revision: 1 });
    expect(await official('', 1)).toEqual(first);
    for (const [path, revision] of [
      ['', 1],
      ['', 2],
      ['thanh-van', 1],
      ['thanh-van', 2],
      ['chau-minh', 1],
    ] as const) {
      expect((await check(path, revision)).differences).toEqual([]);
    }
    expect(await check()).toMatchObject({ uncounted: [] });
    // From then on it is closed as any other.
    expect(await add('thanh-van.moi-2')).toMatchObject({ kind: 'closed' });
  });

  it('is closed again by the night however old it is, once, also if nothing has changed', async () => {
    await close();
    const asked = async () =>
      (await plan(own.stores, later)).filter(({ district }) => district === own.district).map((each) => each.month);
    // The closing of March was missed: it is made up for.
    const nightly = ['2021-03', '2021-04', '2021-05', '2021-06'];
    expect(await asked()).toEqual(nightly);
    await reopen('Nhầm');
    expect((await asked()).toSorted()).toEqual([of, ...nightly]);
    await close(later);
    expect(await asked()).toEqual(nightly);
    expect(await official()).toMatchObject({
      revision: 2,
      corrections: [{ of: `${own.district}_2021-02_reopened`, kind: 'reopening', after: 1, reason: 'Nhầm' }],
    });
    expect(await official('thanh-van')).toMatchObject({ revision: 1 });
    await reopen('Lần nữa', 2);
    expect(await asked()).toContain(of);
  });

  it('is opened once, however often the same is sent', async () => {
    await close();
    expect((await reopen()).kind).toBe('added');
    expect((await reopen()).kind).toBe('same');
    expect((await reopen('Lý do khác')).kind).toBe('stale');
  });
});

describe('an amendment of a month more than two back', () => {
  it('is named by verify until it is counted, for the commune and the district, and then its reason is told', async () => {
    await close();
    await own.report('thanh-van.thanh-binh', { present: 18, excused: 2 }, 1);
    const report = id('thanh-van.thanh-binh_2021-02-03_regular');
    for (const path of ['', 'thanh-van']) {
      expect(await check(path)).toMatchObject({
        differences: [],
        uncounted: [`Newer than counted: ${report}#2, not 1`],
      });
    }
    expect((await check('chau-minh')).uncounted).toEqual([]);
    await close(later);
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
    expect((await official())?.corrections).toEqual([{ of: report, kind: 'report', before: 1, after: 2 }]);
  });

  it('is named where no run can count it: its cell does not stand, or its content is not its digest’s', async () => {
    await close();
    await own.report('thanh-van.khong-co');
    await own.tamper('thanh-van.thanh-an', ({ digest, ...item }) => item);
    for (const path of ['', 'thanh-van']) {
      expect((await check(path)).uncounted?.toSorted()).toEqual([
        expect.stringMatching(/^No run can count, .*thanh-an/),
        expect.stringMatching(/^Not counted, since its cell does not stand in the month: .*khong-co/),
      ]);
    }
  });
});

describe('other code', () => {
  /** Stores what another version of the rules would have: other figures under other digests. */
  const ofOtherRules = (): Stores => {
    const { scorecards } = own.stores;
    const putOfficial: typeof scorecards.putOfficial = (scorecard, inputs) =>
      scorecards.putOfficial(
        { ...scorecard, rules: RULES + 1, digest: 'f'.repeat(64), belowNorm: [], inputs: 'counted otherwise' },
        inputs,
      );
    return { ...own.stores, scorecards: { ...scorecards, putOfficial } };
  };

  it('makes no official revision by itself, and verify tells it from other data', async () => {
    await close(now, ofOtherRules());
    await close(later);
    expect(await official('', 2)).toBeUndefined();
    expect(await check()).toMatchObject({
      differences: [],
      uncounted: [],
      otherRules: { counted: RULES + 1, own: RULES },
    });
  });

  it('counts an amendment by its own rules, and says so', async () => {
    await close(now, ofOtherRules());
    await own.report('thanh-van.thanh-binh', { present: 18, excused: 2 }, 1);
    await close(later);
    expect(await official()).toMatchObject({ revision: 2, rules: RULES });
    expect(await official('chau-minh')).toMatchObject({ revision: 1, rules: RULES + 1 });
    expect(await check()).toMatchObject({ differences: [] });
  });

  it('is other data where an input is gone', async () => {
    await close(now, ofOtherRules());
    await own.tamper('thanh-van.thanh-binh', (item) => ({ ...item, digest: 'x' }));
    const verdict = await check();
    expect(verdict.otherRules).toBeUndefined();
    expect(verdict.differences).toContainEqual(expect.stringContaining('It is not stored as it was counted'));
  });
});

describe('two runs at once', () => {
  const amend = (present: number, base: number) =>
    own.report('thanh-van.thanh-binh', { present, excused: 20 - present }, base);
  const attendance = async (path: string) => parts(await official(path), 'attendance');

  it('leave the newest data, where one stores a commune after the other has closed the month', async () => {
    const { scorecards } = own.stores;
    let over: Promise<unknown> | undefined;
    const putOfficial: typeof scorecards.putOfficial = async (scorecard, inputs) => {
      if (communeOf(scorecard.unit) !== own.district) {
        over ??= amend(18, 1).then(() => close());
        await over;
      }
      return scorecards.putOfficial(scorecard, inputs);
    };
    await close(now, { ...own.stores, scorecards: { ...scorecards, putOfficial } });
    expect([await attendance(''), await attendance('thanh-van')]).toEqual([
      [18, 20],
      [18, 20],
    ]);
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
    expect(await check('thanh-van')).toMatchObject({ differences: [], uncounted: [] });
  });

  it('never store what one has read too early', async () => {
    await close();
    const old = await own.stores.reports.newestOfMonth(own.district, of);
    await amend(18, 1);
    await close(later);
    const { reports } = own.stores;
    const newestOfMonth: typeof reports.newestOfMonth = async (unit, of, freshness) =>
      freshness?.consistent === false ? old : reports.newestOfMonth(unit, of, freshness);
    await close(later, { ...own.stores, reports: { ...reports, newestOfMonth } });
    expect(await attendance('')).toEqual([18, 20]);
    expect(await official('', 3)).toBeUndefined();
  });
});

it('no month is made official before its closing day has passed', async () => {
  await expect(close('2021-03-10T00:00:00.000Z')).rejects.toThrow('2021-02 is open until 2021-03-10');
  await expect(close('2021-01-10T00:00:00.000Z')).rejects.toThrow('2021-02 is open until');
  expect(await official()).toBeUndefined();
});
