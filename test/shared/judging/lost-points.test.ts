import { expect, it } from 'vitest';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { lostPoints } from '#shared/judging/lost-points.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { Report } from '#shared/reports/report.ts';
import { facts, month } from '#test/shared/samples.ts';

const hd42 = requireRegime(month('2026-02'));
const points = Object.fromEntries(
  criteriaOf(hd42).flatMap(({ id, max, how }) => (how === 'judged' ? [[id, max]] : [])),
);
const faultless: Partial<Report> = {
  ...{ present: 20, excused: 0, speakers: 10, selfCriticism: 'yes', tasks: [{ what: 'Họp thôn' }], points },
};
const lost = (changes: Partial<Report>) =>
  lostPoints(judgeMeeting(facts({ ...faultless, ...changes }), hd42)).map(({ id, points = 0, max }) => [
    id,
    max - points,
  ]);

it('a meeting without a fault has lost nothing', () => {
  expect(lost({})).toEqual([]);
});

it('what would win most comes first, and what would win as much by its name', () => {
  const changes = { targetsMet: 3, durationMinutes: 78, present: 17, excused: 3, papersSent: 'no' } as const;
  // 24 of 30, 0 of 2, 3 of 4 and 4 of 5.
  expect(lost(changes)).toEqual([
    ['results', 6],
    ['papersSent', 2],
    ['attendance', 1],
    ['duration', 1],
  ]);
});

it('a line that is not judged has lost nothing yet, and one that does not apply has nothing to lose', () => {
  const { guiding: _, ...rest } = points;
  expect(lost({ points: rest })).toEqual([]);
  expect(lost({ targetsSet: 0, targetsMet: 0 })).toEqual([]);
  expect(lost({ points: { ...points, guiding: 0 } })).toEqual([['guiding', 4]]);
});
