import { expect, it } from 'vitest';
import { backlogOf } from '#shared/matters/backlog.ts';
import { type MatterEvent, matterOf } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue } from '#shared/matters/matter-term.ts';
import type { Matter } from '#shared/reports/report.ts';

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const now = '2021-06-30T05:00:00.000Z';

function matter(number: number, day: string, said: Partial<Matter> = {}, ...then: readonly MatterEvent[]) {
  const whole: Matter = { topic: 'DD', summary: 'Tranh chấp ngõ', severity: 'medium', ...said };
  const raised = { kind: 'raised', said: whole, by, at: `${day}T05:00:00.000Z` } as const;
  return matterOf(`hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular_${number}`, [raised, ...then]);
}

it('a matter is due by its severity, from when it came to the level that has it', () => {
  expect(dueDayOf(matter(1, '2021-06-01', { severity: 'high' }))).toBe('2021-06-08');
  expect(dueDayOf(matter(1, '2021-06-01'))).toBe('2021-06-16');
  expect(dueDayOf(matter(1, '2021-06-01', { severity: 'low' }))).toBe('2021-07-01');
  const up = { kind: 'pass-up', by, at: '2021-06-15T05:00:00.000Z' } as const;
  expect(dueDayOf(matter(1, '2021-06-01', {}, up))).toBe('2021-06-30');
});

it('it is overdue from the day after, by the calendar of Vietnam, until it is closed', () => {
  const due = matter(1, '2021-06-01');
  expect(isOverdue(due, '2021-06-16T16:59:59.000Z')).toBe(false);
  expect(isOverdue(due, '2021-06-16T17:00:00.000Z')).toBe(true);
  expect(isOverdue(matter(1, '2021-06-01', {}, { kind: 'settle', by, at: now }), now)).toBe(false);
});

it('the backlog counts open ones by topic and age, the longest line first', () => {
  const settled = { kind: 'settle', by, at: now } as const;
  const backlog = backlogOf(
    [
      matter(1, '2021-06-23', { topic: 'MT' }),
      matter(2, '2021-06-22'),
      matter(3, '2021-05-31'),
      matter(4, '2021-05-30'),
      matter(5, '2021-03-31'),
      matter(6, '2021-06-29', {}, settled),
    ],
    now,
  );
  expect(backlog).toEqual([
    { topic: 'DD', ages: { week: 0, month: 2, quarter: 1, longer: 1 }, open: 4, overdue: 3 },
    { topic: 'MT', ages: { week: 1, month: 0, quarter: 0, longer: 0 }, open: 1, overdue: 0 },
  ]);
});
