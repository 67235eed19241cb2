import { expect, it } from 'vitest';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { withStoredVerdicts } from '#shared/scorecards/stored-verdicts.ts';

const target = { comparison: '>=', percent: 100 } as const;
/** As rules before the third stored it. */
const old = (met: boolean | null, asked: typeof target | null = target) =>
  ({ id: 'met', numerator: 1, denominator: 2, target: asked, met }) as Indicator;
const card = (status: Scorecard['status'], ...indicators: Indicator[]) =>
  ({
    status,
    indicators,
    children: [{ unit: 'a', indicators }],
    groups: [{ group: 1, indicators }],
  }) as unknown as Scorecard;
const toldBy = ({ indicators, children, groups }: Scorecard) =>
  [indicators, children[0]?.indicators, groups[0]?.indicators].map((figures) =>
    figures?.map(({ verdict, met }) => [verdict, met]),
  );
const threeTimes = (told: unknown) => [told, told, told];

it('an official scorecard of older rules says what it said', () => {
  const told = toldBy(withStoredVerdicts(card('official', old(true), old(false), old(null), old(null, null))));
  expect(told).toEqual(
    threeTimes([
      ['met', true],
      ['missed', false],
      [null, null],
      [null, null],
    ]),
  );
});

it('a live one is open until it is counted anew', () => {
  const told = toldBy(withStoredVerdicts(card('live', old(true), old(false), old(null, null))));
  expect(told).toEqual(
    threeTimes([
      ['open', null],
      ['open', null],
      [null, null],
    ]),
  );
});

it('one of these rules stays as it is', () => {
  const told = card('live', { ...old(null), verdict: 'open' }, { ...old(true), verdict: 'met' });
  expect(withStoredVerdicts(told)).toEqual(told);
});
