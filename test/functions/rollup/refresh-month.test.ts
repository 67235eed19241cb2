import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import type { Live } from '#functions/store/scorecard-store.ts';
import { chooseRegime } from '#infra/admin/choose-regime.ts';
import type { Day } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { howMany } from '#test/how-many.ts';
import { aReport, month } from '#test/shared/samples.ts';

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
    const { scorecard } = (await own.stores.scorecards.live(own.district, of)) as Live;
    await own.stores.scorecards.putLive(scorecard);
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
        const stored = await everything();
        await run('2021-03-12T13:00:00.000Z');
        expect(await everything()).toEqual(stored);
      }),
      { numRuns: howMany.refreshedMonths },
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

const aChange = fc.record({
  change: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  cell: fc.constantFrom('thanh-van.thanh-binh', 'thanh-van.thanh-an', 'chau-minh.ngo-xa'),
  value: fc.integer({ min: 0, max: 20 }),
});
