import { describe, expect, it } from 'vitest';
import { scoreInMonth } from '#shared/judging/score-in-month.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Report } from '#shared/reports/report.ts';
import { day, facts, month } from '#test/shared/samples.ts';

const hd42 = requireRegime(month('2026-02'));
const regular = (changes: Partial<Report> = {}) =>
  facts({ startTime: '07:30', points: { regularContent: 8, guiding: 4 }, ...changes });
const thematic = (on: string, points: Report['points'], changes: Partial<Report> = {}) =>
  facts({ kind: 'thematic', date: day(on), points, ...changes });
const lineOf = (id: string, report: ReportFigures, ...others: ReportFigures[]) =>
  scoreInMonth(report, hd42, [report, ...others]).find((line) => line.id === id);

describe('the thematic line', () => {
  it('has the highest points of several thematic reports, whichever came last', () => {
    const [low, high] = [
      thematic('2021-02-20', { thematicContent: 2 }),
      thematic('2021-02-25', { thematicContent: 4.5 }),
    ];
    for (const others of [
      [low, high],
      [high, low],
    ]) {
      expect(lineOf('thematicContent', regular(), ...others)).toMatchObject({ points: 4.5, why: ['thematicReport'] });
    }
  });

  it('goes with the regular content where the thematic report has no points, also where that has none yet', () => {
    const line = lineOf('thematicContent', regular({ points: {} }), thematic('2021-02-20', {}));
    expect(line).toMatchObject({ points: 0, max: 0, why: ['lower', undefined, 5] });
  });

  it('has nothing of an extraordinary meeting', () => {
    const report = regular({ points: { regularContent: 2 } });
    const other = thematic('2021-02-20', { thematicContent: 5 }, { kind: 'extraordinary' });
    expect(scoreInMonth(report, hd42, [report, other])).toEqual(scoreInMonth(report, hd42, [report]));
  });

  it('keeps what a reviewer gave on the regular report, and no other line says that its points are taken over', () => {
    const reviewed = { thematicContent: { points: 5, reason: 'Đã dự' } };
    const other = thematic('2021-02-20', { thematicContent: 4.5 });
    expect(lineOf('thematicContent', regular({ reviewed }), other)?.why[0]).toBe('rescored');
    expect(lineOf('guiding', regular(), other)?.why).toEqual(['judged']);
  });
});

it('a session that earns no more than the meeting alone leaves the words of the meeting', () => {
  const report = regular({ durationMinutes: 60 });
  const other = thematic('2021-02-03', {}, { startTime: '08:30', durationMinutes: 30 });
  // 30 of 90 minutes short alone, 30 of 120 together: 3 points either way.
  expect(lineOf('duration', report, other)).toMatchObject({ points: 3, why: ['tooShort', 30, 90, 0] });
});
