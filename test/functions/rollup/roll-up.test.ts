import { brotliCompressSync } from 'node:zlib';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { verify } from '#infra/admin/verify.ts';
import { type Day, dayAt, type Month, monthAt, monthOf } from '#shared/period.ts';
import { reportDigest } from '#shared/reports/free-text.ts';
import type { Matter } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { isOfDirectory } from '#shared/scorecards/inputs.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import type { Theme } from '#shared/themes/themes.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { aReport, facts, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
/** A district's directory: its two communes and itself. */
const DIRECTORY = 3;
const now = '2021-03-12T00:00:00.000Z';

let own: District;
let districts = 0;

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `huyen-${districts}`);
});

const run = (official = false, at = now, in_: Month = of) =>
  rollUp({ district: own.district, month: in_, official }, own.stores, at);
const officialOf = (path = '', revision?: number) =>
  own.stores.scorecards.official(path ? `${own.district}.${path}` : own.district, of, revision);
/** What an official scorecard counted besides the directory. */
const inputsOf = async (path = '') => {
  const official = await officialOf(path);
  return official && (await own.stores.scorecards.inputsOf(official)).filter((input) => !isOfDirectory(input));
};

const closed = (figures: readonly Indicator[] = []) =>
  figures.map((figure) => ({ ...figure, value: readingOf(figure, ruleOf(figure.id).as) }));

describe('a roll-up', () => {
  it('makes the scorecards of the district and of each commune', async () => {
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa', { present: 20, excused: 0 });
    expect(await run()).toEqual([]);
    const [district, thanhVan, chauMinh] = [
      await own.current('', of),
      await own.current('thanh-van', of),
      await own.current('chau-minh', of),
    ];
    expect(parts(district, 'reported')).toEqual([2, 3]);
    expect(parts(district, 'attendance')).toEqual([37, 40]);
    expect(parts(thanhVan, 'attendance')).toEqual([17, 20]);
    expect(parts(chauMinh, 'attendance')).toEqual([20, 20]);
    expect(district).toMatchObject({ status: 'live', revision: 0, regime: 'de-an-06', generatedAt: now });
    expect(district?.belowNorm.map(({ cell }) => cell)).toEqual([`${own.district}.thanh-van.thanh-an`]);
    expect(district?.groups[0]?.indicators).toEqual(thanhVan?.indicators);
  });

  it('raises the concerns of a report whose function died before it could', async () => {
    const at = new Date().toISOString();
    const land = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
    const refuse = { ...land, topic: 'MT', summary: 'Rác thải tồn đọng' } as const;
    const cell = `${own.district}.thanh-van.thanh-binh`;
    const by = { user: 'thanh-van', role: 'commune', unit: `${own.district}.thanh-van` } as const;
    const store = (matters: readonly Matter[], base: number) =>
      own.stores.reports.append(
        { state: 'submitted', report: aReport({ cell, date: dayAt(at), matters }), by, at },
        base,
      );
    const raised = () => own.stores.matters.all(own.district);

    await store([land, refuse], 0);
    for (let again = 0; again < 2; again++) await run(false, at, monthAt(at));
    expect((await raised()).map(({ said, raisedAt }) => [said, raisedAt])).toEqual([
      [land, at],
      [refuse, at],
    ]);
    await store([{ ...land, severity: 'high' }], 1);
    await run(false, at, monthAt(at));
    expect((await raised()).map(({ said, state }) => [said.severity, state])).toEqual([
      ['high', 'open'],
      ['medium', 'open'],
    ]);
  });

  it('raises none whose words have expired: their matters may be gone for good', async () => {
    await own.report('thanh-van.thanh-binh', {
      matters: [{ topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' }],
    });
    await run();
    expect(await own.stores.matters.all(own.district)).toEqual([]);
  });

  it('of a month without any report counts every cell as missing', async () => {
    expect(await run()).toEqual([]);
    const district = await own.current('', of);
    expect(parts(district, 'reported')).toEqual([0, 3]);
    expect(parts(district, 'attendance')).toEqual([0, 0]);
    expect(district?.indicators.find(({ id }) => id === 'attendance')).toMatchObject({ value: null, met: null });
  });

  it('counts the newest revision of a report, and each report once', async () => {
    await own.report('thanh-van.thanh-binh');
    await own.report('thanh-van.thanh-binh', { present: 19, excused: 1 }, 1);
    await run();
    expect(parts(await own.current('', of), 'attendance')).toEqual([19, 20]);
    expect(parts(await own.current('', of), 'reported')).toEqual([1, 3]);
  });

  it('run again gives the same scorecard, under the same digest', async () => {
    await own.report('thanh-van.thanh-binh');
    await run();
    const first = await own.current('', of);
    const again = '2021-03-13T00:00:00.000Z';
    await run(false, again);
    expect(await own.current('', of)).toEqual({ ...first, generatedAt: again });
  });

  it('run again on the same day leaves what still says the same, and writes what has changed', async () => {
    await own.report('thanh-van.thanh-binh');
    await run();
    const chauMinh = await own.current('chau-minh', of);
    await own.report('thanh-van.thanh-an');
    const again = '2021-03-12T08:00:00.000Z';
    await run(false, again);
    expect(await own.current('chau-minh', of)).toEqual(chauMinh);
    expect((await own.current('thanh-van', of))?.generatedAt).toBe(again);
    expect(await own.current('', of)).toMatchObject({ generatedAt: again });
  });

  it('run by several at once gives the same as one', async () => {
    await own.report('thanh-van.thanh-binh');
    await Promise.all([run(), run(), run()]);
    const live = await own.current('', of);
    await Promise.all([run(true), run(true), run(true)]);
    expect(await own.current('', of)).toEqual({
      ...live,
      // Before the month is closed nobody is ranked, and what has not come yet has no rate.
      indicators: closed(live?.indicators),
      groups: live?.groups.map((group) => ({ ...group, indicators: closed(group.indicators) })),
      children: live?.children.map((child) => ({
        ...child,
        indicators: closed(child.indicators),
        rank: child.unit.endsWith('thanh-van') ? 1 : null,
      })),
      ...{ status: 'official', revision: 1, rules: RULES, inputs: expect.any(String) },
    });
  });

  it('begun earlier does not replace the scorecard of a later one', async () => {
    await run();
    await own.report('thanh-van.thanh-binh');
    await run(false, '2021-03-12T00:01:00.000Z');
    await run(false, now);
    expect((await own.current('', of))?.generatedAt).toBe('2021-03-12T00:01:00.000Z');
  });

  it('shows the change from last month and from the same month last year', async () => {
    for (const [day, present] of [
      ['2020-02-03', 10],
      ['2021-01-03', 15],
      ['2021-02-03', 18],
    ] as const) {
      await own.report('thanh-van.thanh-binh', { date: day as Day, present, excused: 20 - present });
      await run(true, now, monthOf(day as Day));
    }
    for (const path of ['', 'thanh-van']) {
      const scorecard = await own.current(path, of);
      expect(scorecard?.indicators.find(({ id }) => id === 'attendance')).toMatchObject({
        numerator: 18,
        previousMonth: { numerator: 15, denominator: 20 },
        previousYear: { numerator: 10, denominator: 20 },
      });
    }
  });

  it('shows no change while the month is open', async () => {
    for (const day of ['2020-02-03', '2021-01-03', '2021-02-03'] as Day[]) {
      await own.report('thanh-van.thanh-binh', { date: day });
      await run(day < '2021-02', now, monthOf(day));
    }
    for (const path of ['', 'thanh-van']) {
      const { indicators = [] } = (await own.current(path, of)) ?? {};
      expect(indicators.filter(({ previousMonth, previousYear }) => previousMonth || previousYear)).toEqual([]);
    }
  });

  it('counts the thematic meetings of the quarter’s earlier months, and names them among its inputs', async () => {
    const thematic = { kind: 'thematic', date: '2021-01-20' as Day } as const;
    await own.report('thanh-van.thanh-binh', thematic);
    await own.report('thanh-van.thanh-an', { ...thematic, date: '2020-12-20' as Day });
    for (const path of ['thanh-van.thanh-binh', 'thanh-van.thanh-an']) {
      await own.report(path, { date: '2021-03-03' as Day });
    }
    const march = month('2021-03');
    await run(true, '2021-04-12T00:00:00.000Z', march);
    const official = await own.stores.scorecards.official(own.district, march);
    expect(parts(official, 'thematicQuarter')).toEqual([1, 3]);
    expect(
      official &&
        (await own.stores.scorecards.inputsOf(official))
          .filter((input) => !isOfDirectory(input))
          .map((input) => input.split(' ')[0]?.slice(own.district.length + 1)),
    ).toEqual([
      'thanh-van.thanh-an_2021-03-03_regular#1',
      'thanh-van.thanh-binh_2021-01-20_thematic#1',
      'thanh-van.thanh-binh_2021-03-03_regular#1',
    ]);
    expect(official?.belowNorm.find(({ cell }) => cell.endsWith('thanh-an'))?.reasons).toEqual(['no-thematic']);
    const verdict = await verify({ unit: own.district, month: march }, own.stores, now);
    expect(verdict).toMatchObject({ inputs: 3 + DIRECTORY, differences: [], uncounted: [] });
  });

  it('is refused for a district that is not in the directory, and for a month before the first regime', async () => {
    await expect(rollUp({ district: 'khong-co', month: of, official: false }, own.stores, now)).rejects.toThrow(
      'khong-co',
    );
    await expect(run(false, now, month('2019-02'))).rejects.toThrow('2019-02');
  });
});

describe('a bad item', () => {
  const bad = () => [
    { kind: 'report', name: `${own.district}.thanh-van.thanh-an_2021-02-03_regular#1`, why: 'unreadable' },
  ];

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it.each<[string, (item: Record<string, unknown>) => Record<string, unknown>]>([
    ['whose figures were changed', (item) => ({ ...item, facts: { ...(item['facts'] as object), present: 20 } })],
    ['that has lost its figures', ({ facts, ...item }) => item],
    ['that has lost its digest', ({ digest, ...item }) => item],
    [
      'that is whole but cannot be right',
      (item) => {
        const report = { ...facts({ present: 99 }), cell: (item['facts'] as { cell: string }).cell };
        return { ...item, facts: report, digest: reportDigest(report, String(item['wordsDigest'])) };
      },
    ],
  ])('%s is named, and the others are counted', async (_, change) => {
    await own.report('thanh-van.thanh-binh');
    await own.tamper('thanh-van.thanh-an', change);
    expect(await run()).toEqual(bad());
    expect((await own.current('', of))?.leftOut).toEqual(bad());
    expect((await own.current('thanh-van', of))?.leftOut).toEqual(bad());
    expect((await own.current('chau-minh', of))?.leftOut).toBeUndefined();
    expect(parts(await own.current('', of), 'reported')).toEqual([1, 3]);
    expect(parts(await own.current('', of), 'attendance')).toEqual([17, 20]);
  });

  it('of a cell that is not in the directory is named', async () => {
    await own.report('thanh-van.thanh-binh');
    await own.report('thanh-van.khong-co');
    const name = `${own.district}.thanh-van.khong-co_2021-02-03_regular#1`;
    expect(await run()).toEqual([{ kind: 'report', name, why: 'no-unit' }]);
    expect((await own.current('', of))?.leftOut).toEqual([{ kind: 'report', name, why: 'no-unit' }]);
    expect(parts(await own.current('', of), 'reported')).toEqual([1, 3]);
  });
});

describe('an official scorecard', () => {
  it('names the reports it was made of, each scorecard its own', async () => {
    await own.report('thanh-van.thanh-binh');
    await own.report('chau-minh.ngo-xa');
    await run(true);
    const input = (path: string) => {
      const id = `${own.district}.${path}_2021-02-03_regular`;
      const { digest } = revise(undefined, {
        state: 'submitted',
        report: { ...facts(), cell: `${own.district}.${path}`, tasks: [], followUps: [], matters: [] },
        by: { user: 'x', role: 'commune', unit: own.district },
        at: now,
      });
      return `${id}#1 ${digest}`;
    };
    expect(await inputsOf()).toEqual([input('chau-minh.ngo-xa'), input('thanh-van.thanh-binh')]);
    expect(await inputsOf('thanh-van')).toEqual([input('thanh-van.thanh-binh')]);
    expect(await inputsOf('chau-minh')).toEqual([input('chau-minh.ngo-xa')]);
  });

  it('stays as it is while nothing has changed', async () => {
    await own.report('thanh-van.thanh-binh');
    await run(true);
    const first = await officialOf();
    await run(true, '2021-03-13T00:00:00.000Z');
    expect(await officialOf()).toEqual(first);
    expect(await officialOf('', 2)).toBeUndefined();
  });

  it('has a next revision where an amendment changed it, for the commune and the district alone', async () => {
    await own.report('thanh-van.thanh-binh');
    await run(true);
    const first = await officialOf();
    await own.report('thanh-van.thanh-binh', { present: 18, excused: 2 }, 1);
    await run(true, '2021-03-20T00:00:00.000Z');
    expect(await officialOf()).toMatchObject({ revision: 2 });
    expect(parts(await officialOf('thanh-van'), 'attendance')).toEqual([18, 20]);
    expect((await officialOf('thanh-van'))?.revision).toBe(2);
    expect((await officialOf('chau-minh'))?.revision).toBe(1);
    // What was official stays readable as it was.
    expect(await officialOf('', 1)).toEqual(first);
  });

  it('is counted again where another was stored meanwhile, from what is there then', async () => {
    await own.report('thanh-van.thanh-binh');
    const { scorecards } = own.stores;
    /** Between this run's counting and its first storing a report is amended and another run closes the month. */
    const meanwhile = async () => {
      await own.report('thanh-van.thanh-binh', { present: 18, excused: 2 }, 1);
      await run(true);
      await own.report('thanh-van.thanh-binh', { present: 19, excused: 1 }, 2);
    };
    let over: Promise<void> | undefined;
    // The units are stored side by side: each waits, whichever comes first.
    const putOfficial: typeof scorecards.putOfficial = async (...given) => {
      over ??= meanwhile();
      await over;
      return scorecards.putOfficial(...given);
    };
    await rollUp(
      { district: own.district, month: of, official: true },
      { ...own.stores, scorecards: { ...scorecards, putOfficial } },
      now,
    );
    expect(parts(await officialOf('', 1), 'attendance')).toEqual([18, 20]);
    expect(parts(await officialOf('', 2), 'attendance')).toEqual([19, 20]);
    expect(parts(await officialOf('thanh-van'), 'attendance')).toEqual([19, 20]);
    expect(await officialOf('', 3)).toBeUndefined();
  });

  it('stays beside the live one, which goes on', async () => {
    await run(true);
    await own.report('thanh-van.thanh-binh');
    await run(false, '2021-03-20T00:00:00.000Z');
    expect(await own.current('', of)).toMatchObject({ status: 'official', revision: 1 });
  });
});

describe('matters', () => {
  const land = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
  const by = () => ({ user: 'thanh-van', role: 'commune', unit: `${own.district}.thanh-van` }) as const;
  const raise = (source: string, rows: readonly Matter[] = [land]) =>
    own.stores.matters.raise({ source: `${own.district}.${source}`, rows, by: by(), at: '2021-02-04T02:00:00.000Z' });
  const settle = (source: string, at: string, seen = 1) =>
    own.stores.matters.append(`${own.district}.${source}_1`, { kind: 'settle', answer: 'Đã xong', by: by(), at }, seen);
  const ofCell = 'thanh-van.thanh-binh_2021-02-03_regular';
  const ofVisit = 'thanh-van_2021-02-20_visit-1';
  const check = (at: string, path = '') =>
    verify({ unit: path ? `${own.district}.${path}` : own.district, month: of }, own.stores, at);

  it('are counted for their cell or commune and all above, by topic, with the span of the median', async () => {
    await raise(ofCell, [land, { ...land, topic: 'MT' }]);
    await raise(ofVisit);
    await settle(ofCell, '2021-02-10T02:00:00.000Z');
    await run();
    const [district, thanhVan, chauMinh] = [
      await own.current('', of),
      await own.current('thanh-van', of),
      await own.current('chau-minh', of),
    ];
    for (const scorecard of [district, thanhVan]) {
      expect(scorecard?.matters).toEqual({
        DD: { opened: 2, settled: 1, open: 1, overdue: 1, days: { 7: 1 } },
        MT: { opened: 1, settled: 0, open: 1, overdue: 1, days: {} },
      });
      expect(parts(scorecard, 'mattersOverdue')).toEqual([2, 2]);
    }
    expect(chauMinh).not.toHaveProperty('matters');
    expect(chauMinh?.indicators.find(({ id }) => id === 'mattersOverdue')).toMatchObject({ value: null });
    const [thanhBinh] = thanhVan?.children.filter(({ unit }) => unit.endsWith('thanh-binh')) ?? [];
    expect(thanhBinh?.indicators.find(({ id }) => id === 'mattersOpened')?.numerator).toBe(2);
  });

  it('of a cell that does not stand in the month count for its commune', async () => {
    await raise('thanh-van.khong-con_2021-02-03_regular');
    await run();
    expect(parts(await own.current('thanh-van', of), 'mattersOpened')?.[0]).toBe(1);
    expect(parts(await own.current('', of), 'mattersOpened')?.[0]).toBe(1);
  });

  it('are counted again as they were, whatever is done about them after the month', async () => {
    await raise(ofCell);
    await raise(ofVisit);
    await run(true);
    expect(await inputsOf('thanh-van')).toHaveLength(2);
    await settle(ofCell, '2021-03-15T02:00:00.000Z');
    expect(await check(now)).toMatchObject({ inputs: 2 + DIRECTORY, differences: [], expired: [], uncounted: [] });
    expect(await check(now, 'thanh-van')).toMatchObject({ differences: [] });
    await run(true, '2021-03-20T00:00:00.000Z');
    expect(await officialOf('', 2)).toBeUndefined();
  });

  it('that were changed behind the store’s back are noticed, and words that were purged are not missed', async () => {
    await raise(ofCell);
    await settle(ofCell, '2021-02-10T02:00:00.000Z');
    await run(true);
    await own.stores.matters.removeFreeText(`${own.district}.${ofCell}`, now);
    expect((await check(now)).differences).toEqual([]);
    const [matter] = await own.stores.matters.all(own.district);
    const [raised] = matter?.events ?? [];
    await own.putMatter(`${own.district}.${ofCell}_1`, [raised, { kind: 'not-founded', by: by(), at: now }]);
    const { differences } = await check(now);
    expect(differences[0]).toMatch(/^It is not stored as it was counted: .*_regular_1#2 /);
    expect(differences.at(-1)).toBe('Counted again, the figures are others.');
  });

  it('that are not kept any more are named, and all that does not rest on them is still compared', async () => {
    await own.report('thanh-van.thanh-binh');
    await raise(ofCell);
    await settle(ofCell, '2021-02-10T02:00:00.000Z');
    await run(true);
    await own.removeMatter(`${own.district}.${ofCell}_1`);
    expect((await check('2023-01-31T00:00:00.000Z')).differences).not.toEqual([]);
    const twoYearsLater = '2023-02-02T00:00:00.000Z';
    expect(await check(twoYearsLater)).toMatchObject({
      differences: [],
      expired: [expect.stringContaining(`${ofCell}_1#2 `)],
    });
    await own.tamper('thanh-van.thanh-binh', (item) => ({
      ...item,
      facts: { ...(item['facts'] as object), present: 20 },
    }));
    expect((await check(twoYearsLater)).differences).not.toEqual([]);
  });
});

describe('visits and members in charge', () => {
  const by = () => ({ user: 'x', role: 'group', unit: own.district }) as const;
  const visit = (
    path: string,
    state: 'planned' | 'done' | 'dropped',
    base: number,
    at = '2021-02-10T02:00:00.000Z',
  ) => {
    const unit = `${own.district}.${path}`;
    const date = '2021-02-03' as Day;
    const id = visitIdOf({ unit, date, group: 1 });
    const plan = { id, group: 1, unit, date, meeting: 'cell', state } as const;
    return own.stores.visits.append(plan, base, { by: by(), at });
  };
  const list = (path: string, at: string, base = 0) => {
    const commune = `${own.district}.thanh-van`;
    const charges = { [`${own.district}.${path}`]: 'Bí thư' };
    return own.stores.officers.append({ commune, members: ['Bí thư'], charges }, base, { by: by(), at });
  };
  const record = (cells: object, base = 0, at = '2021-02-10T02:00:00.000Z') =>
    own.stores.officers.record({ commune: `${own.district}.thanh-van`, month: of, cells: { ...cells } }, base, {
      by: by(),
      at,
    });
  const figures = async (path = '') => {
    const scorecard = await own.current(path, of);
    return (['visitsDone', 'cellsCovered', 'inCharge', 'chargeOriented', 'chargeAttended'] as const).map((id) =>
      parts(scorecard, id)?.join('/'),
    );
  };

  it('are counted from what groups and communes entered, for the unit and all above', async () => {
    await own.report('thanh-van.thanh-binh', { oriented: 'no', attendedBy: 'none' });
    await visit('thanh-van.thanh-binh', 'done', 0);
    await visit('thanh-van.thanh-an', 'planned', 0);
    await list('thanh-van.thanh-binh', '2021-02-01T02:00:00.000Z');
    await record({ [`${own.district}.thanh-van.thanh-binh`]: { orientedOn: '2021-02-01' } });
    await run();
    const expected = ['1/2', '1/2', '1/2', '1/1', '0/1'];
    expect(await figures()).toEqual(expected);
    expect(await figures('thanh-van')).toEqual(expected);
    // No group answers for it, and it has entered nobody: that is no base, and not 0%.
    expect(await figures('chau-minh')).toEqual(['0/0', '0/0', '0/0', '0/0', '0/0']);
  });

  it('are named by their revision, and what is entered after the closing changes no closed month', async () => {
    await visit('thanh-van.thanh-binh', 'planned', 0);
    await list('thanh-van.thanh-binh', '2021-02-01T02:00:00.000Z');
    await record({});
    await run(true);
    const before = await figures();
    expect((await inputsOf('thanh-van'))?.map((input) => input.split(' ')[0]?.slice(own.district.length + 1))).toEqual([
      'thanh-van.thanh-binh_2021-02-03_visit-1#1',
      'thanh-van_2021-02_charge#1',
      'thanh-van_charge#1',
    ]);
    expect(await inputsOf('chau-minh')).toEqual([]);

    const later = '2021-03-11T02:00:00.000Z';
    await visit('thanh-van.thanh-binh', 'done', 1, later);
    await list('thanh-van.thanh-an', later, 1);
    await run(true, '2021-03-12T08:00:00.000Z');
    expect(await officialOf('', 2)).toBeUndefined();
    expect(await figures()).toEqual(before);
    for (const [path, directory] of [
      ['', DIRECTORY],
      ['.thanh-van', 1],
    ] as const) {
      const verdict = await verify({ unit: `${own.district}${path}`, month: of }, own.stores, now);
      expect(verdict).toMatchObject({ inputs: 3 + directory, differences: [], uncounted: [] });
    }
    // Only the district records then: that is an amendment.
    await record({ [`${own.district}.thanh-van.thanh-binh`]: { orientedOn: '2021-02-01' } }, 1, later);
    await run(true, '2021-03-12T08:00:00.000Z');
    expect(parts(await officialOf('', 2), 'chargeOriented')).toEqual([1, 1]);
    expect(await verify({ unit: own.district, month: of }, own.stores, now)).toMatchObject({ differences: [] });
  });
});

describe('what trends show of an official scorecard', () => {
  it('is what it says, or verifying names the difference', async () => {
    await own.report('thanh-van.thanh-binh', {});
    await run(true);
    const check = () => verify({ unit: own.district, month: of }, own.stores, now);
    expect((await check()).differences).toEqual([]);
    const Key = { pk: own.district, sk: `${of}#official#0001` };
    const { db, scorecards: TableName } = database();
    const [shown] = await own.stores.scorecards.linesBetween(own.district, of, of);
    const line = brotliCompressSync(JSON.stringify({ ...shown, name: 'huyện khác' }));
    const setting = { UpdateExpression: 'SET line = :line', ExpressionAttributeValues: { ':line': line } };
    await db.send(new UpdateCommand({ TableName, Key, ...setting }));
    expect((await check()).differences).toEqual(['A trend shows of it what it does not say.']);
  });
});

describe('planned themes', () => {
  it('count where they were planned by the month’s end and held in the quarter, and are counted again from their names', async () => {
    const by = { user: 'x', role: 'commune', unit: own.district } as const;
    const plan = (path: string, at: string, base = 0, theme: Theme = 'HCM') => {
      const cell = `${own.district}.thanh-van.${path}`;
      return own.stores.thematicPlans.append({ cell, year: '2021' as Year, quarters: { 1: { theme } } }, base, {
        by,
        at,
      });
    };
    await own.report('thanh-van.thanh-binh', { kind: 'thematic', date: '2021-01-20' as Day });
    await plan('thanh-binh', '2021-01-05T02:00:00.000Z');
    await plan('thanh-an', '2021-01-05T02:00:00.000Z');
    await run(true);
    expect(parts(await officialOf(), 'themesHeld')).toEqual([1, 2]);
    expect(parts(await officialOf('chau-minh'), 'themesHeld')).toEqual([0, 0]);
    await plan('thanh-an', '2021-03-05T02:00:00.000Z', 1, 'MT');
    await run(true, '2021-03-20T00:00:00.000Z');
    expect(await officialOf('', 2)).toBeUndefined();
    expect(await verify({ unit: own.district, month: of }, own.stores, now)).toMatchObject({
      inputs: 3 + DIRECTORY,
      differences: [],
      uncounted: [],
    });
  });
});
