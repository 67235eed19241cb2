import { describe, expect, it } from 'vitest';
import { othersIn, sessionMinutes } from '#shared/judging/session.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Report } from '#shared/reports/report.ts';
import { day, facts, month } from '#test/shared/samples.ts';

const regime = { ...requireRegime(month('2021-02')), longestBreak: 15 };
const at = (startTime: string | undefined, durationMinutes: number, changes: Partial<Report> = {}) =>
  facts({ ...(startTime !== undefined && { startTime }), durationMinutes, ...changes });
const thematic = (startTime: string | undefined, minutes: number, changes: Partial<Report> = {}) =>
  at(startTime, minutes, { kind: 'thematic', ...changes });

describe('a session', () => {
  const regular = at('09:30', 60);
  it.each([
    ['right after', [thematic('10:30', 45)], 105],
    ['after the longest break', [thematic('10:45', 45)], 105],
    ['after a longer one', [thematic('10:46', 45)], undefined],
    ['right before', [thematic('08:45', 45)], 105],
    ['that it overlaps', [thematic('10:29', 45)], undefined],
    ['on another day', [thematic('10:30', 45, { date: day('2021-02-04') })], undefined],
    ['of which nobody knows when it began', [thematic(undefined, 45)], undefined],
    ['that is an extraordinary one', [at('10:30', 45, { kind: 'extraordinary' })], undefined],
    ['and none', [], undefined],
  ])('is a regular meeting and one %s', (_, others, minutes) => {
    expect(sessionMinutes(regular, [regular, ...others], regime)).toBe(minutes);
    expect(sessionMinutes(regular, [...others, regular], regime)).toBe(minutes);
  });

  it('is none where it is not known when the meeting itself began', () => {
    const unknown = at(undefined, 60);
    expect(sessionMinutes(unknown, [unknown, thematic('10:30', 45)], regime)).toBeUndefined();
  });
});

it('the others of a month are all but the one of that day and kind', () => {
  const own = at('09:30', 60);
  const others = [thematic('10:30', 45), at('09:30', 60, { date: day('2021-02-20') })];
  expect(othersIn([own, ...others], own)).toEqual(others);
});
