import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, medianSpan, type Span, type SpanCounts, spanOf, spans } from '#shared/matters/settling-time.ts';

const days = fc.array(fc.nat(200), { maxLength: 60 });

function count(list: readonly number[]): SpanCounts {
  const counts: Partial<Record<Span, number>> = {};
  for (const each of list) counts[spanOf(each)] = (counts[spanOf(each)] ?? 0) + 1;
  return counts;
}

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

  it('of nothing is none, and not 0 days', () => {
    expect(medianSpan({})).toBeUndefined();
  });
});
