import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import type { Live } from '#functions/store/scorecard-store.ts';
import { chooseRegime } from '#infra/admin/choose-regime.ts';
import { canonical } from '#shared/digest.ts';
import type { Day } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { howMany } from '#test/how-many.ts';
import { aReport, entered, groupList, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const night = '2021-03-12T00:00:00.000Z';
const evening = '2021-03-12T12:00:00.000Z';
const communes = ['thanh-van', 'chau-minh'];

let own: District;
let districts = 0;

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `huyen-${districts}`);
});

const run = (at: string, commune?: string) =>
  rollUp(
    { district: own.district, month: of, official: false, ...(commune && { commune: `${own.district}.${commune}` }) },
    own.stores,
    at,
  );
const reported = async () => parts(await own.current('', of), 'reported');
const everything = async (): Promise<(Scorecard | undefined)[]> =>
  Promise.all(['', ...communes].map((path) => own.current(path, of)));

describe('a run after a change in one commune', () => {
  it('counts that commune, and merges the district from it and what the others came to', async () => {
    await own.report('chau-minh.ngo-xa');
    await run(night);
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa', { present: 20, excused: 0 }, 1);
    const [, , chauMinh] = await everything();
    await run(evening, 'thanh-van');
    expect(parts(await own.current('', of), 'attendance')).toEqual([34, 40]);
    expect(parts(await own.current('thanh-van', of), 'reported')).toEqual([1, 2]);
    expect(await own.current('chau-minh', of)).toEqual(chauMinh);
    await run(evening, 'chau-minh');
    expect(parts(await own.current('', of), 'attendance')).toEqual([37, 40]);
  });

  it('where it is the first of its day counts all', async () => {
    await run('2021-03-11T12:00:00.000Z');
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa');
    await run(night, 'thanh-van');
    expect(await reported()).toEqual([2, 3]);
  });

  it('of a commune that does not stand in the month counts all', async () => {
    await run(night);
    await own.report('thanh-van.thanh-binh');
    await run(evening, 'da-sap-nhap');
    expect(await reported()).toEqual([1, 3]);
  });

  it('counts all where the district is judged by other rules since', async () => {
    await own.report('chau-minh.ngo-xa', { present: 17, excused: 3 });
    await run(night);
    const choice = { from: of, settings: { attendance: { comparison: '>', percent: 85 } } } as const;
    await chooseRegime(own.district, choice, own.stores, '2021-02-15T00:00:00.000Z', async () => undefined);
    await own.report('thanh-van.thanh-binh');
    await run(evening, 'thanh-van');
    expect(parts(await own.current('', of), 'attendanceCells')).toEqual([0, 3]);
    expect(parts(await own.current('chau-minh', of), 'attendanceCells')).toEqual([0, 1]);
  });

  it('counts all where the district was stored before it had parts', async () => {
    await run(night);
    await forgetParts();
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa');
    await run(evening, 'thanh-van');
    expect(await reported()).toEqual([2, 3]);
  });

  it('leaves nothing out where others run at the same time', async () => {
    await run(night);
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa');
    const { scorecards } = own.stores;
    let interrupted = false;
    /** Between this run's reading and its storing another commune's run stores the district. */
    const putMerged: typeof scorecards.putMerged = async (...given) => {
      if (!interrupted) {
        interrupted = true;
        await run(evening, 'chau-minh');
        expect(await reported()).toEqual([1, 3]);
      }
      return scorecards.putMerged(...given);
    };
    const commune = `${own.district}.thanh-van`;
    await rollUp(
      { district: own.district, month: of, official: false, commune },
      { ...own.stores, scorecards: { ...scorecards, putMerged } },
      evening,
    );
    expect(await reported()).toEqual([2, 3]);
  });

  it('stores what a count of all leaves as it is, whatever has changed where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(aChange, fc.boolean()), { minLength: 1, maxLength: 6 }), async (changes) => {
        districts += 1;
        own = await aDistrict(database(), `huyen-${districts}`);
        await run(night);
        for (const [n, [{ change, cell, value }, runsAtOnce]] of changes.entries()) {
          await steps[change](cell, value, n);
          if (runsAtOnce) await run(evening, communeIn(cell));
        }
        for (const commune of new Set(changes.map(([{ cell }]) => communeIn(cell)))) await run(evening, commune);
        expect(await figures()).toEqual(await countedAnew());
      }),
      { numRuns: howMany.refreshedMonths },
    );
  });
});

/** All scorecards as they say it, whenever they were stored. */
const figures = async () =>
  (await everything()).map((each) => canonical({ ...each, generatedAt: 'whenever it was stored' }));

/** The same after a run that has nothing to take over, and reads and judges everything. */
async function countedAnew() {
  await forgetParts();
  await run('2021-03-12T13:00:00.000Z');
  return figures();
}

async function forgetParts(): Promise<void> {
  const { scorecard } = (await own.stores.scorecards.live(own.district, of)) as Live;
  await own.stores.scorecards.putLive(scorecard);
}

describe('a later run of the day that names no commune', () => {
  /** Runs, and says of which units the reports were read and not only named. */
  async function runReading(at = evening): Promise<readonly string[]> {
    const read: string[] = [];
    const { reports } = own.stores;
    const newestOfMonth: typeof reports.newestOfMonth = (unit, ...rest) => {
      read.push(unit.slice(own.district.length + 1));
      return reports.newestOfMonth(unit, ...rest);
    };
    const request = { district: own.district, month: of, official: false };
    await rollUp(request, { ...own.stores, reports: { ...reports, newestOfMonth } }, at);
    return read;
  }

  it('stores to the byte what counting everything anew stores, whatever has changed where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyChange, fc.boolean()), { minLength: 1, maxLength: 6 }), async (changes) => {
        districts += 1;
        own = await aDistrict(database(), `huyen-${districts}`);
        await run(night);
        for (const [n, [{ change, cell, value }, runsAtOnce]] of changes.entries()) {
          await everyStep[change](cell, value, n);
          if (runsAtOnce) await run(evening);
        }
        await run(evening);
        expect(await figures()).toEqual(await countedAnew());
      }),
      { numRuns: howMany.refreshedMonths },
    );
  });

  it('reads the reports of the communes that changed, and of none where nothing has', async () => {
    await own.report('chau-minh.ngo-xa');
    expect(await runReading(night)).toEqual(['']);
    expect(await runReading()).toEqual([]);
    await own.report('thanh-van.thanh-binh');
    expect(await runReading()).toEqual(['thanh-van']);
    await own.report('chau-minh.ngo-xa', { present: 20, excused: 0 }, 1);
    await own.report('thanh-van.thanh-an');
    expect(await runReading()).toEqual(['']);
    expect(parts(await own.current('', of), 'attendance')).toEqual([54, 60]);
  });

  it('reads everything where other rules counted', async () => {
    await run(night);
    const { scorecards } = own.stores;
    const { scorecard, parts } = (await scorecards.live(own.district, of)) as Required<Live>;
    await scorecards.putMerged({ scorecard, parts: { ...parts, rules: RULES - 1 } }, scorecard);
    expect(await runReading()).toEqual(['']);
    expect(await runReading()).toEqual([]);
  });

  describe('where a report was damaged since it was counted', () => {
    const damage = async (changes: object) =>
      own.tamper('thanh-van.thanh-binh', (item) => ({
        ...{ ...item, facts: { ...(item['facts'] as object), present: 20 } },
        ...changes,
      }));
    const attendance = async () => parts(await own.current('', of), 'attendance');

    beforeEach(async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await own.report('thanh-van.thanh-binh');
      await run(night);
    });

    it('keeps what it said when it was sound; the next day’s first run, and the closing, leave it out', async () => {
      await damage({});
      expect(await run(evening)).toEqual([]);
      expect(await attendance()).toEqual([17, 20]);
      const leftOut = [
        { kind: 'report', name: `${idOf('thanh-van.thanh-binh')}_2021-02-03_regular#1`, why: 'unreadable' },
      ];
      expect(await run('2021-03-13T00:00:00.000Z')).toEqual(leftOut);
      expect(await attendance()).toEqual([0, 0]);
      const closing = { district: own.district, month: of, official: true };
      expect(await rollUp(closing, own.stores, '2021-03-13T01:00:00.000Z')).toEqual(leftOut);
    });

    it.each([{ digest: 'khác' }, { digest: undefined }])(
      'and named otherwise leaves it out at once: %o',
      async (name) => {
        await damage(name);
        expect(await run(evening)).toHaveLength(1);
        expect(await attendance()).toEqual([0, 0]);
      },
    );
  });
});

const by = () => ({ user: 'x', role: 'commune', unit: own.district }) as const;
const at = '2021-02-20T02:00:00.000Z';
const idOf = (path: string) => `${own.district}.${path}`;
const communeIn = (path: string) => path.split('.')[0] as string;

/** A member more or less, a matter, a visit: whatever a commune's figures are counted from. */
const steps = {
  report: async (cell: string, present: number) => {
    const report = aReport({ cell: idOf(cell), present, excused: 20 - present });
    const base = (await own.stores.reports.newest(reportIdOf(report)))?.revision ?? 0;
    await own.stores.reports.append({ state: 'submitted', report, by: by(), at }, base);
  },
  thematic: async (cell: string, present: number) => {
    const day = `2021-0${present > 10 ? 1 : 2}-20` as Day;
    const report = aReport({ cell: idOf(cell), kind: 'thematic', date: day });
    await own.stores.reports.append({ state: 'submitted', report, by: by(), at }, 0);
  },
  matter: async (cell: string, value: number, n: number) => {
    const source = `${idOf(cell)}_2021-02-0${n + 1}_regular`;
    const land = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
    await own.stores.matters.raise({ source, rows: [land, land], by: by(), at });
    const settled = { kind: 'settle', answer: 'Đã xong', by: by(), at: '2021-02-25T02:00:00.000Z' } as const;
    if (value > 10) await own.stores.matters.append(`${source}_1`, settled, 1);
  },
  visit: async (cell: string, value: number, n: number) => {
    const unit = value > 15 ? idOf(communeIn(cell)) : idOf(cell);
    const date = `2021-02-0${n + 1}` as Day;
    const plan = { id: visitIdOf({ unit, date, group: 1 }), group: 1, unit, date, meeting: 'cell' } as const;
    await own.stores.visits.append({ ...plan, state: value > 5 ? 'done' : 'planned' }, 0, { by: by(), at });
  },
  charge: async (cell: string) => {
    const commune = idOf(communeIn(cell));
    const base = (await own.stores.officers.newest(commune))?.revision ?? 0;
    await own.stores.officers.append({ commune, members: ['Bí thư'], charges: { [idOf(cell)]: 'Bí thư' } }, base, {
      by: by(),
      at,
    });
  },
  plan: async (cell: string) => {
    const plan = { cell: idOf(cell), year: '2021' as Year, quarters: { 1: { theme: 'HCM' } } } as const;
    await own.stores.thematicPlans.append(plan, 0, { by: by(), at });
  },
};

/** And what is the district's: who answers for a commune, by what it is judged, what stands in it. */
const everyStep = {
  ...steps,
  group: async (cell: string, value: number) => {
    const { directory } = own.stores;
    const base = (await directory.groupList(own.district))?.revision ?? 0;
    const list = groupList(value > 10 ? { 1: [idOf(communeIn(cell))] } : { 2: [idOf(communeIn(cell))] });
    await directory.saveGroups(own.district, list, base, { by: by(), at });
  },
  unit: async (cell: string, value: number) => {
    const { directory } = own.stores;
    const { units = [], revision = 0 } = (await directory.newestUnitsOf(idOf(communeIn(cell)))) ?? {};
    const change = value > 10 ? { name: `Chi bộ ${value}` } : { to: month('2021-01') };
    const changed = units.map((unit) => (unit.id === idOf(cell) ? { ...unit, ...change } : unit));
    await directory.saveUnits(idOf(communeIn(cell)), changed, revision, entered);
  },
  regime: async (_: string, percent: number) => {
    const choice = { from: of, settings: { attendance: { comparison: '>', percent: 80 + (percent % 3) } } } as const;
    await chooseRegime(own.district, choice, own.stores, '2021-02-15T00:00:00.000Z', async () => undefined);
  },
};

const changeOf = <Step extends string>(all: Readonly<Record<Step, unknown>>) =>
  fc.record({
    change: fc.constantFrom(...(Object.keys(all) as Step[])),
    cell: fc.constantFrom('thanh-van.thanh-binh', 'thanh-van.thanh-an', 'chau-minh.ngo-xa'),
    value: fc.integer({ min: 0, max: 20 }),
  });
const aChange = changeOf(steps);
const anyChange = changeOf(everyStep);
