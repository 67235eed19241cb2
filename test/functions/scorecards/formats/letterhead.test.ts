import { expect, it } from 'vitest';
import { longDay } from '#functions/scorecards/formats/letterhead.ts';

it.each([
  ['2021-02-03T03:00:00.000Z', 'ngày 03 tháng 02 năm 2021'],
  ['2021-05-19T18:00:00.000Z', 'ngày 20 tháng 5 năm 2021'],
])('dates a document as offices do, by the calendar of Vietnam: %s', (instant, words) => {
  expect(longDay(instant)).toBe(words);
});
