import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { lastMonthOf } from '#shared/period.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { type RandomDistrict, randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { type Counts, recompute } from '#test/functions/scorecards/recompute.ts';
import { recomputeRanks } from '#test/functions/scorecards/recompute-ranks.ts';
import { readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const seeds = Array.from({ length: 200 }, (_, at) => `beside ${at}`);
const context = { lang: 'vi', path: '/' } as const;

/** Days of a month of March 2021 as a district officer comes by: its 2nd and 20th, after the deadline, closing day. */
const openDays = ['2021-03-02', '2021-03-20', '2021-04-06', '2021-04-10'].map((day) => `${day}T03:00:00.000Z`);

interface Beside {
  readonly now: RandomDistrict;
  readonly before: RandomDistrict;
  readonly quarterBefore: RandomDistrict;
  readonly yearBefore: RandomDistrict;
}

/** A month, and those that may stand beside it; of every fifth one the month before is open. */
function beside(seed: string, at?: string): Beside {
  const number = Number(seed.split(' ')[1]);
  const of = (name: string, open = false) =>
    randomDistrict(`${seed} ${name}`, 1 + (number % 4), 1 + ((number * 13) % 20), open ? openDays[2] : undefined);
  const [before, quarterBefore, yearBefore] = [of('before', number % 5 === 0), of('quarter'), of('year')];
  const earlier = {
    previousMonth: before.scorecard,
    quarterBefore: quarterBefore.scorecard,
    previousYear: yearBefore.scorecard,
  };
  const now = randomDistrict(`${seed} now`, 1 + (number % 4), 1 + ((number * 13) % 20), at, earlier);
  return { now, before, quarterBefore, yearBefore };
}

/** What is counted since the quarter began. */
const ofQuarter: readonly string[] = ['thematicQuarter', 'themesHeld'];

/** What each figure of a unit is compared with, from the reports of those months. */
function comparisonsOf({ before, quarterBefore, yearBefore }: Beside) {
  const counted = [before, quarterBefore, yearBefore].map((district) =>
    district.scorecard.status === 'official' ? recompute(district).figures : undefined,
  );
  return (unit: string) => {
    const where = unit === 'h' ? '1 OR :unit' : 'commune = :unit';
    const [month, quarter, year] = counted.map((figures): Counts | undefined => figures?.(where, { unit }));
    return (id: string) => [(ofQuarter.includes(id) ? quarter : month)?.[id] ?? null, year?.[id] ?? null];
  };
}

const partsOf = (fraction: Indicator['previousMonth']) => fraction && [fraction.numerator, fraction.denominator];

describe('200 closed months beside earlier ones, recomputed in SQL', () => {
  it.each(seeds)('%s is compared with what they say in JSON and CSV, and ranked by the rule', (seed) => {
    const all = beside(seed);
    const { scorecard } = all.now;
    const json = JSON.parse(toJson(scorecard)) as Scorecard;
    const comparisons = comparisonsOf(all);
    for (const { unit, indicators } of [json, ...json.children]) {
      const compared = comparisons(unit);
      for (const { id, previousMonth, previousYear } of indicators) {
        expect([partsOf(previousMonth), partsOf(previousYear)], `${unit} ${id}`).toEqual(compared(id));
      }
    }
    const [head = [], ...lines] = toCsv(scorecard)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    const ofDistrict = comparisons('h');
    for (const line of lines.filter(([unit]) => unit === 'h')) {
      const of = (column: string) => line[head.indexOf(column)];
      const parts = ['previousMonth', 'previousYear'].map((name) => [of(`${name}Numerator`), of(`${name}Denominator`)]);
      const said = ofDistrict(of('indicator') ?? '').map((pair) => pair?.map(String) ?? ['', '']);
      expect(parts, of('indicator')).toEqual(said);
    }
    const ranks = Object.fromEntries(json.children.map(({ unit, rank }) => [unit, rank]));
    expect(ranks).toEqual(recomputeRanks(all.now));
  });

  it.each(seeds.filter((_, at) => at % 40 === 1))('%s is so in its workbook', async (seed) => {
    const all = beside(seed);
    const { scorecard, cells } = all.now;
    const to = lastMonthOf(scorecard.month);
    const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
    const { sheets } = await readXlsx(
      await toXlsx(scorecard, { cells, trend: trendOf({ from: to, to }, [scorecard]), exported }),
    );
    const rows = sheets.find(({ name }) => name === 'Bảng tổng hợp')?.rows ?? [];
    const compared = comparisonsOf(all)('h');
    for (const id of ['reported', 'attendance', ...ofQuarter] as const) {
      const [before] = compared(id);
      const row = rows.find(([, name]) => name === indicatorLabels.vi[id as 'reported']);
      const [numerator = 0, denominator = 0] = before ?? [];
      expect(row?.[7] ?? null, id).toEqual(denominator > 0 ? numerator / denominator : null);
    }
  });
});

describe.each(openDays)('a month that is open on %s', (day) => {
  it.each(seeds.filter((_, at) => at % 10 === 3))('%s is compared with nothing and ranks nobody', (seed) => {
    const { scorecard } = beside(seed, day).now;
    const json = JSON.parse(toJson(scorecard)) as Scorecard;
    expect(json.status).toBe('live');
    const figures = [json, ...json.children, ...json.groups].flatMap(({ indicators }) => indicators);
    expect(figures.filter(({ previousMonth, previousYear }) => previousMonth || previousYear)).toEqual([]);
    expect(new Set(json.children.map(({ rank }) => rank))).toEqual(new Set([null]));
    const page =
      readPage(<ScorecardPage context={context} scorecard={scorecard} />).find(({ name }) => name === 'body')?.text ??
      '';
    expect(page).toContain('chưa xếp hạng');
    expect(page).toContain('chưa so với kỳ trước');
    expect(page).not.toMatch(/Tăng so|Giảm so|Hạng|So kỳ trước|So cùng kỳ/);
    // While reports are not due nobody is in need, and nothing has fallen to nothing.
    if (recompute(beside(seed, day).now).figures('1')['notDue']?.[0])
      expect(page).not.toMatch(/Đơn vị cần ưu tiên giúp đỡ|(?<![\d,])0%/);
  });
});
