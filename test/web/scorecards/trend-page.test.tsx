import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsBetween } from '#shared/period.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { month } from '#test/shared/samples.ts';
import { readPage } from '#test/web/read-page.ts';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

const to = month('2026-11');
const span = { from: addMonths(to, -2), to };

/** A month of a commune in which so many of ten cells have reported. */
function card(of: Month, count: number, status: Scorecard['status'] = 'official', notDue = 0): Scorecard {
  const reported: Indicator = {
    ...{ id: 'reported', numerator: count, denominator: 10, target: { comparison: '>=', percent: 100 } },
    ...{ verdict: status === 'live' ? 'open' : count === 10 ? 'met' : 'missed', met: null },
    ...{ value: count === 0 ? null : count * 10, previousMonth: null, previousYear: null },
  };
  return {
    ...{ unit: 'h.a', name: 'xã A', month: of, status, revision: 1, generatedAt: '', digest: '', regime: 'hd-42' },
    ...{ indicators: [reported, { ...reported, id: 'notDue', numerator: notDue }], groups: [], belowNorm: [] },
    children: [{ unit: 'h.a.b', name: 'Chi bộ B', rank: null, indicators: [reported] }],
  };
}

function chartOf(last: Scorecard) {
  const trend = trendOf(span, [card(span.from, 9), card(addMonths(to, -1), 10), last]);
  const page = readPage(
    <TrendPage context={{ lang: 'vi', path: '/' }} unit={{ id: 'h.a', name: 'xã A' }} span={span} trend={trend} />,
  );
  const isIn = (name: string) => page.filter((each) => each.name === name);
  return {
    page,
    title: isIn('title').find(({ parent }) => parent?.name === 'svg')?.text,
    hollow: isIn('circle').filter(({ attributes }) => attributes['fill'] === '#fff'),
    dotted: isIn('path').filter(
      (each) => each.attributes['stroke-dasharray'] === '2 4' && /L/.test(each.attributes['d'] ?? ''),
    ),
  };
}

describe('a month that is open, at the end of a line', () => {
  it('is a hollow dot on a dotted line, and is told in words', () => {
    const { hollow, dotted, title, page } = chartOf(card(to, 4, 'live'));
    expect([hollow.length, dotted.length]).toEqual([1, 1]);
    expect(title).toBe('Chi bộ đã báo cáo: tháng đầu 90%, tháng cuối 40% (chưa chốt, còn thay đổi).');
    const text = page.find(({ name }) => name === 'body')?.text;
    expect(text).toContain('tạm thời, chưa chốt');
    expect(text).toContain('11/2026 (chưa chốt)');
    expect(text).toContain('4/10');
  });

  it('falls to no 0% where nothing has come yet', () => {
    const { hollow, dotted, title, page } = chartOf(card(to, 0, 'live'));
    expect([hollow.length, dotted.length]).toEqual([0, 0]);
    expect(title).toBe('Chi bộ đã báo cáo: tháng đầu 90%, tháng cuối 100%.');
    const text = page.find(({ name }) => name === 'body')?.text;
    expect(text).toContain('0/10');
    expect(text).not.toMatch(/(?<![\d,])0%(?! *50%)/);
  });

  it('has no dot of how many reported before that is due', () => {
    const { hollow, dotted, page } = chartOf(card(to, 4, 'live', 6));
    expect([hollow.length, dotted.length]).toEqual([0, 0]);
    expect(page.find(({ name }) => name === 'body')?.text).toContain('40% 4/10');
  });

  it('is a dot like the others once it is closed', () => {
    const { hollow, dotted, title } = chartOf(card(to, 10));
    expect([hollow.length, dotted.length]).toEqual([0, 0]);
    expect(title).not.toContain('chưa chốt');
  });
});

describe('a trend of ten years', () => {
  const long = { from: addMonths(to, -119), to };
  const cards = monthsBetween(long.from, to).map((each, at) => card(each, at % 12 === 0 ? 0 : at % 5 === 0 ? 7 : 10));
  const pageOf = (months: readonly Scorecard[]) =>
    readPage(
      <TrendPage
        context={{ lang: 'vi', path: '/' }}
        unit={{ id: 'h.a', name: 'xã A' }}
        span={long}
        trend={trendOf(long, months)}
      />,
    );
  const page = pageOf(cards);

  it('writes the first and the last value, and the last alone where one would stand on the other', () => {
    const written = (months: readonly Scorecard[]) =>
      pageOf(months).filter(({ name, attributes }) => name === 'text' && attributes['font-weight'] === '700').length;
    expect([written(cards), written(cards.slice(-12)), written(cards.slice(-1))]).toEqual([2, 1, 1]);
  });

  it('names some of its years below a chart, and no month', () => {
    const labels = page
      .filter(({ name, parent }) => name === 'text' && parent?.name === 'svg')
      .map(({ text }) => text.trim());
    expect([...new Set(labels.filter((each) => each.includes('20')))]).toEqual([
      '2017',
      '2019',
      '2021',
      '2023',
      '2025',
    ]);
  });

  it('has a column a year of who reported, with a mark a month and its words', () => {
    const map = page.filter(({ name }) => name === 'table').at(-1);
    const cells = page.filter(({ name, parent }) => name === 'td' && parent?.parent?.parent === map);
    expect(cells.map(({ text }) => text).slice(0, 2)).toEqual([
      '○ 1 tháng: 0 đủ, 0 thiếu, 1 không có báo cáo',
      '●●●●◐●●●●◐●○ 12 tháng: 9 đủ, 2 thiếu, 1 không có báo cáo',
    ]);
  });
});

it('a month before the unit began leads to the unit of which its figures are, if they are of one', () => {
  const earlier = addMonths(to, -1);
  const linksOf = (stoodAs?: ReadonlyMap<typeof to, readonly string[]>) =>
    readPage(
      <TrendPage
        context={{ lang: 'vi', path: '/' }}
        unit={{ id: 'h.a', name: 'xã A' }}
        span={{ from: earlier, to }}
        trend={trendOf({ from: earlier, to }, [card(earlier, 10), card(to, 10)])}
        {...(stoodAs && { stoodAs })}
      />,
    )
      .filter(({ name, parent }) => name === 'a' && parent?.name === 'th')
      .map(({ attributes }) => attributes['href']);
  const own = `/scorecards/h.a/${to}`;
  expect(linksOf()).toEqual([`/scorecards/h.a/${earlier}`, own]);
  expect(linksOf(new Map([[earlier, ['h.b']]]))).toEqual([`/scorecards/h.b/${earlier}`, own]);
  expect(linksOf(new Map([[earlier, ['h.b', 'h.c']]]))).toEqual([own]);
});
