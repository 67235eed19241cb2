import { describe, expect, it } from 'vitest';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { ChangeSign } from '#web/home/change-sign.tsx';
import { renderPart } from '#web/render.ts';

const figure = (numerator: number): Indicator =>
  ({ id: 'reported', numerator, denominator: 10, previousMonth: { numerator: 5, denominator: 10 } }) as Indicator;
const wordsOf = (numerator: number) =>
  renderPart(<ChangeSign figure={figure(numerator)} lang="vi" />).replaceAll(/<[^>]+>/g, '');

describe('the change of a figure, as it is read aloud', () => {
  it.each([
    [7, ' (▲tăng 20)'],
    [4, ' (▼giảm 10)'],
    [5, ' (=không đổi)'],
  ])('%d of 10 after 5 is “%s”', (numerator, words) => {
    expect(wordsOf(numerator)).toBe(words);
  });
});
