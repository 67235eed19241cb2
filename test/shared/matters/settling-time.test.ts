import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, medianSpan, type Span, type SpanCounts, spanOf, spans } from '#shared/matters/settling-time.ts';

const days = fc.array(fc.nat(200), { maxLength: 60 });

function count(list: readonly number[]): SpanCounts {
  const counts: Partial<Record<Span, number>> = {};
  for (const each of list) counts[spanOf(each)] = (counts[spanOf(each)] ?? 0) + 1;
  return counts;
}

const addSpans = (a: SpanCounts, b: SpanCounts): SpanCounts =>
  Object.fromEntries(spans.map((span) => [span, (a[span] ?? 0) + (b[span] ?? 0)]));

describe('spans of days', () => {
  it.each([
    [0, '3'],
    [3, '3'],
    [4, '7'],
    [15, '15'],
    [16, '30'],
    [90, '90'],
    [91, 'more'],
  ] as const)('%i days lie in the span %s', (of, span) => {
    expect(spanOf(of)).toBe(span);
  });

  it('touch and do not overlap', () => {
    expect(spans.map(daysOf).map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [4, 7],
      [8, 15],
      [16, 30],
      [31, 60],
      [61, 90],
      [91, undefined],
    ]);
  });
});

describe('the median', () => {
  it('is told as the span that holds it: the middle one, or of two the lower', () => {
    fc.assert(
      fc.property(days, (list) => {
        const middle = [...list].sort((a, b) => a - b)[Math.ceil(list.length / 2) - 1];
        expect(medianSpan(count(list))).toBe(middle === undefined ? undefined : spanOf(middle));
      }),
    );
  });

  it.each([
    [[2, 40], '3'],
    [[2, 9, 40], '15'],
    [[2, 9, 16, 40], '15'],
    [[3, 4], '3'],
    [[4, 4, 3, 3], '3'],
  ] as const)('of %j is in the span that ends with day %s, also where months or units are added up', (list, span) => {
    expect(medianSpan(count(list))).toBe(span);
    const merged = list.map((each) => count([each])).reduce((sum, each) => addSpans(sum, each), {});
    expect(medianSpan(merged)).toBe(span);
  });

  it('of nothing is none, and not 0 days', () => {
    expect(medianSpan({})).toBeUndefined();
  });
});
