import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFraction, findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';

const figure = (id: IndicatorId, numerator: number, denominator: number) => ({ id, numerator, denominator, met: true });
const figures = [figure('reported', 2, 3), figure('attendance', 0, 0)];

it.each([
  {
    id: 'reported',
    found: figures[0],
    fraction: { numerator: 2, denominator: 3 },
    parts: { numerator: 2, denominator: 3 },
  },
  // Counted, and nobody was required to attend: not the same as not counted.
  {
    id: 'attendance',
    found: figures[1],
    fraction: { numerator: 0, denominator: 0 },
    parts: { numerator: 0, denominator: 0 },
  },
  { id: 'score', found: undefined, fraction: null, parts: { numerator: 0, denominator: 0 } },
] as const)('$id is found whole, by its parts, or is not there', ({ id, found, fraction, parts }) => {
  expect(findIndicator(figures, id)).toBe(found);
  expect(findFraction(figures, id)).toEqual(fraction);
  expect(partsOf(figures, id)).toEqual(parts);
});

it('there is none where there are no figures', () => {
  expect(findIndicator(undefined, 'reported')).toBeUndefined();
  expect(findFraction(undefined, 'reported')).toBeNull();
  expect(partsOf(undefined, 'reported')).toEqual({ numerator: 0, denominator: 0 });
});

it('each is found wherever it stands, whatever lists were read before', () => {
  const ids = ['reported', 'onTime', 'attendance', 'score'] as const;
  const lists = fc.array(fc.shuffledSubarray([...ids]), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, (orders) => {
      for (const order of orders) {
        const own = order.map((id) => figure(id, 1, 1));
        for (const id of ids) expect(findIndicator(own, id)).toBe(own.find((each) => each.id === id));
      }
    }),
  );
});
