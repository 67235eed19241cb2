import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addMonths, type Day, type Month, monthOf } from '#shared/period.ts';
import { type Report, requiredOf } from '#shared/reports/report.ts';
import { type SentinelId, sentinelIds } from '#shared/reviews/sentinels.ts';
import { demoYear, reviewedYear } from '#test/shared/reviews/demo-year.ts';

/** The stated rate of false alarm, of all reports of a year of honest ones. In percent. */
const MOST_PERCENT = 2;
const PLANTED = 100;
const LEAST_FOUND = 95;

const year = demoYear();
const reviewed = reviewedYear(year);
const regulars = year.map(({ report }) => report).filter(({ kind }) => kind === 'regular');

const onDay = (month: Month) => `${month}-03` as Day;
const judged = criteriaOf(requireRegime('2026-10' as Month)).filter(({ how }) => how === 'judged');
const fullMarks = Object.fromEntries(judged.map(({ id, max }) => [id, max]));
const bare = {
  papersSent: 'no',
  oriented: 'no',
  stepsFollowed: 'no',
  previousReviewed: 'no',
  selfCriticism: 'no',
} as const;
const words = (at: number) => ({
  focus: `Chi bộ bàn việc chung của thôn theo định hướng, phần thứ ${'abcdefghij'.charAt(at % 10)}`,
  resolutionText: 'Giao chi ủy tiếp tục lãnh đạo thực hiện các nhiệm vụ thường xuyên của chi bộ trong tháng tới',
});

/** An honest report made wrong in one way, with what its cell reported before; `undefined` where it cannot be. */
type Planted = readonly [Report, (readonly Report[])?];
type Planting = (report: Report, at: number) => Planted | undefined;

const plantings: Readonly<Record<SentinelId, Planting>> = {
  'self-mark': (report) => {
    const required = requiredOf(report);
    const present = Math.max(1, Math.floor(required * 0.6));
    const shown = { ...bare, present, excused: required - present, unexcused: 0, speakers: 0, targetsMet: 0 };
    return [{ ...report, ...shown, targetsSet: 4, durationMinutes: 60, resolution: 'none', points: fullMarks }];
  },
  'missed-lines': (report) => [
    { ...report, ...bare, speakers: 0, targetsSet: 4, targetsMet: 0, resolution: 'none', minutesKept: 'no', tasks: [] },
  ],
  unexcused: (report, at) => {
    const unexcused = 3 + (at % 3);
    const required = requiredOf(report);
    return required > unexcused + 1
      ? [{ ...report, unexcused, present: required - unexcused, excused: 0, late: 0 }]
      : undefined;
  },
  'copied-before': (report, at) => {
    const before = { ...report, ...words(at), date: onDay(addMonths(monthOf(report.date), -1 - (at % 3))) };
    return [{ ...report, ...words(at) }, [before]];
  },
  'copied-from-others': (report, at) => {
    const month = monthOf(report.date);
    const others = regulars.filter(
      ({ cell, date, resolutionText }) => cell !== report.cell && monthOf(date) === month && resolutionText,
    );
    const { resolutionText } = others[(at * 7) % others.length] ?? {};
    return resolutionText ? [{ ...report, resolution: 'resolution', resolutionText: `${resolutionText}.` }] : undefined;
  },
  'same-length': (report) => {
    const month = monthOf(report.date);
    return [report, [1, 2, 3].map((back) => ({ ...report, date: onDay(addMonths(month, -back)) }))];
  },
  'members-jump': (report, at) => {
    const before = { ...report, date: onDay(addMonths(monthOf(report.date), -1)) };
    const change = Math.max(3, Math.ceil(report.fullMembers * 0.25)) + (at % 4);
    return [{ ...report, fullMembers: report.fullMembers + change, away: report.away + change }, [before]];
  },
  'result-jump': (report) => {
    const [first, ...rest] = report.results ?? [];
    return first && [{ ...report, results: [{ ...first, quantity: first.quantity * 10 }, ...rest] }];
  },
};

const flagged = new Map(sentinelIds.map((id) => [id, 0]));
for (const { report } of year) {
  for (const { id } of reviewed.findings(report)) flagged.set(id, (flagged.get(id) ?? 0) + 1);
}

describe.each(sentinelIds)('%s', (id) => {
  it(`names at most ${MOST_PERCENT}% of the reports of a year of honest cells`, () => {
    const share = ((flagged.get(id) ?? 0) * 100) / year.length;
    console.log(`${id}: ${flagged.get(id)} of ${year.length} honest reports (${share.toFixed(2)}%)`);
    expect(year.length).toBeGreaterThan(5000);
    expect(share).toBeLessThanOrEqual(MOST_PERCENT);
  });

  it(`finds at least ${LEAST_FOUND} of ${PLANTED} planted ones`, () => {
    const planted: Planted[] = [];
    // Spread over the whole district and year: every 37th report.
    for (let at = 0; planted.length < PLANTED && at < regulars.length; at += 1) {
      const one = plantings[id](regulars[(at * 37) % regulars.length] as Report, at);
      if (one) planted.push(one);
    }
    expect(planted).toHaveLength(PLANTED);
    const found = planted.filter(([report, before]) =>
      reviewed.findings(report, before).some((each) => each.id === id),
    );
    expect(found.length).toBeGreaterThanOrEqual(LEAST_FOUND);
  });
});

it('the stated rate is the one that is measured here', () => {
  expect(readFileSync('shared/README.md', 'utf8')).toContain(`at most ${MOST_PERCENT}% of a year of honest reports`);
});
