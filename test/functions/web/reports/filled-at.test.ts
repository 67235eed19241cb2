import { expect, it } from 'vitest';
import { filledAtBy } from '#functions/web/reports/filled-at.ts';

const now = '2026-11-24T02:00:00.000Z';

it.each([
  ['2026-11-23T20:00:00Z', now, '2026-11-23T20:00:00.000Z'], // a clock that is right
  ['2026-11-26T01:00:00Z', '2026-11-26T02:00:00Z', '2026-11-24T01:00:00.000Z'], // two days ahead
  ['2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z', '2026-11-24T01:00:00.000Z'], // two days behind
  ['2026-11-23T20:00:00Z', undefined, '2026-11-23T20:00:00.000Z'],
  ['2026-11-30T00:00:00Z', undefined, now], // nobody fills in a form tomorrow
  ['yesterday', now, undefined],
  [undefined, now, undefined],
])('claimed %s by a device that has %s: %s', (claimed, clock, filled) => {
  expect(filledAtBy(claimed, clock, now)).toBe(filled);
});
