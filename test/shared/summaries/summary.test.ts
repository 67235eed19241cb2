import { describe, expect, it } from 'vitest';
import type { Month } from '#shared/period.ts';
import type { BaselineCounts } from '#shared/scorecards/baseline.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { breaksIn, trendOf } from '#shared/scorecards/trend.ts';
import { summaryOf } from '#shared/summaries/summary.ts';
import { summaryGenerated, summarySections } from '#shared/summaries/summary-document.ts';
import { summaryLines } from '#shared/summaries/summary-lines.ts';

/** A month in which so many of 100 came, and one of two cells met. */
function card(month: string, present: number, regime = 'de-an-06'): Scorecard {
  const percent = regime === 'hd-42' ? 90 : 85;
  const met = present >= percent;
  const none = { previousMonth: null, previousYear: null };
  return {
    ...{ unit: 'h', name: 'huyện H', month, status: 'official', revision: 1, regime, digest: month, groups: [] },
    generatedAt: `${month}-28T00:00:00.000Z`,
    indicators: [
      {
        ...{ id: 'attendance', numerator: present, denominator: 100, value: present, ...none },
        ...{ target: { comparison: '>=', percent }, verdict: met ? 'met' : 'missed', met },
      },
    ],
    children: [],
    belowNorm: [{ cell: 'h.a.b', name: 'Chi bộ B', commune: 'xã A', reasons: ['late', 'too-short'] }],
  } as unknown as Scorecard;
}

const counts = (present: number): BaselineCounts => ({ cells: 2, held: 1, present, required: 100, resolutions: 1 });
const span = (from: string, to: string) => ({ from: from as Month, to: to as Month });
const baselines = [
  { month: '2018-12' as Month, counts: counts(70) },
  { month: '2019-02' as Month, counts: counts(74) },
];
const months = ['2019-03', '2019-05', '2020-01'].map((month, at) => card(month, 80 + 4 * at));
const later = [card('2025-09', 92), card('2025-10', 88, 'hd-42')];

describe('a span that is summed up', () => {
  it('adds counts, never rates, year by year, and what two regimes judged never together', () => {
    const { stretches } = summaryOf(span('2018-12', '2025-10'), [...months, ...later], baselines);
    const shown = stretches.map(({ from, to, regime, counted, of, indicators }) => {
      const { numerator, denominator } = findIndicator(indicators, 'attendance') ?? {};
      return [from, to, regime, counted, of, numerator, denominator];
    });
    expect(shown).toEqual([
      ['2018-12', '2018-12', undefined, 1, 1, 70, 100],
      ['2019-02', '2019-02', undefined, 1, 1, 74, 100],
      ['2019-03', '2019-05', 'de-an-06', 2, 3, 164, 200],
      ['2020-01', '2020-01', 'de-an-06', 1, 1, 88, 100],
      ['2025-09', '2025-09', 'de-an-06', 1, 1, 92, 100],
      ['2025-10', '2025-10', 'hd-42', 1, 1, 88, 100],
    ]);
  });

  it('is the same as adding month by month by hand, and counts no baseline among what was judged', () => {
    const { whole, counted, of, reasons } = summaryOf(span('2018-12', '2020-12'), months, baselines);
    let [present, required] = [0, 0];
    for (const { indicators } of months) {
      present += indicators[0]?.numerator ?? 0;
      required += indicators[0]?.denominator ?? 0;
    }
    const { numerator, denominator, value } = findIndicator(whole, 'attendance') ?? {};
    expect([numerator, denominator, value]).toEqual([present, required, Math.round((present * 1000) / required) / 10]);
    expect([counted, of]).toEqual([5, 25]);
    expect(reasons).toEqual([
      ['late', 3],
      ['too-short', 3],
    ]);
  });

  it('takes a scorecard where there is one, and says how many months are lacking', () => {
    const facts = {
      ...{ unit: 'h', name: 'huyện H', months: [], today: '2020-12-31' as never, generated: false },
      summary: summaryOf(span('2019-02', '2019-05'), months.slice(0, 2), [
        ...baselines.slice(1),
        { month: '2019-03' as Month, counts: counts(1) },
      ]),
    };
    const [results] = summarySections(facts);
    expect(results?.parts[0]?.counted[0]).toContain(
      'có 4 tháng, 3 tháng có số liệu; 1 tháng không có số liệu không được tính',
    );
    expect(findIndicator(facts.summary.whole, 'attendance')?.numerator).toBe(164);
    const said = summarySections(facts)
      .flatMap(({ parts }) => parts.flatMap(({ counted }) => counted))
      .concat(Object.values(summaryGenerated(facts)))
      .join(' ');
    expect(said).toContain('theo quy định khác nhau');
    expect(said).not.toMatch(/undefined|NaN/);
  });
});

describe('a summary that begins before a regime', () => {
  const before = {
    month: '2018-12' as Month,
    counts: { cells: 370, held: 300, present: 8, required: 9, resolutions: 200 },
  };
  const none = { target: null, verdict: null, met: null, previousMonth: null, previousYear: null };
  /** Of 373 cells 3 said that they did not meet: the regime leaves them out of the resolutions. */
  const judged = {
    ...card('2019-03', 90),
    indicators: [
      { id: 'met', numerator: 360, denominator: 373, value: 96.5, ...none, verdict: 'missed' },
      { id: 'resolution', numerator: 349, denominator: 370, value: 94.3, ...none, verdict: 'missed' },
    ],
  } as unknown as Scorecard;
  const factsOf = (scorecards: readonly Scorecard[]) => ({
    ...{ unit: 'h', name: 'huyện H', months: [], today: '2019-12-31' as never, generated: false },
    summary: summaryOf(span('2018-12', '2019-06'), scorecards, [before]),
  });
  const countedIn = (facts: ReturnType<typeof factsOf>) =>
    summarySections(facts)
      .flatMap(({ parts }) => parts.flatMap(({ counted }) => counted))
      .join(' ');

  it('compares on one base, in its sentence and in every line of its table', () => {
    const facts = factsOf([judged]);
    expect(countedIn(facts)).toContain('(trên tổng số chi bộ) từ 54,1% đến 93,6%');
    const lines = summaryLines(facts.summary, 'vi').flatMap(({ label, figures }) =>
      label.startsWith('Có nghị quyết')
        ? [[label, ...figures.map((each) => each && `${each.numerator}/${each.denominator}`)]]
        : [],
    );
    expect(lines).toEqual([
      ['Có nghị quyết hoặc kết luận', undefined, '349/370'],
      ['Có nghị quyết hoặc kết luận (trên tổng số chi bộ)', '200/370', '349/373'],
    ]);
    const after = summaryOf(span('2019-03', '2019-03'), [judged], []);
    expect(summaryLines(after, 'vi').filter(({ label }) => label.includes('tổng số chi bộ'))).toEqual([]);
  });

  it('says of months that nobody judged neither that nothing was missed nor that anything was met', () => {
    const facts = factsOf([]);
    const said = [countedIn(facts), ...Object.values(summaryGenerated(facts))].join(' ');
    expect(said).toContain('Chưa có chỉ tiêu nào được xét đạt hay chưa đạt.');
    expect(said).not.toMatch(/Không có chỉ tiêu chưa đạt|đã đạt|còn yếu/);
  });

  it('keeps what was met only where something was', () => {
    const { tasks } = summaryGenerated(factsOf([judged]));
    expect(tasks).not.toContain('Giữ vững');
    expect(summaryGenerated(factsOf([card('2019-03', 90)])).tasks).toContain('Giữ vững những chỉ tiêu đã đạt');
  });
});

describe('the break between two regimes', () => {
  it('is where a month with figures was judged by another than the one before, months without any apart', () => {
    const { months: line } = trendOf(span('2018-12', '2025-12'), [...months, ...later], baselines);
    expect(breaksIn(line)).toEqual(['2019-03', '2025-10']);
    expect(line.find(({ month }) => month === '2018-12')).toMatchObject({ status: 'baseline', topics: null });
    expect(line.find(({ month }) => month === '2019-01')).toMatchObject({ status: null, indicators: [] });
    expect(breaksIn(trendOf(span('2019-03', '2020-01'), months).months)).toEqual([]);
  });
});
