import { describe, expect, it } from 'vitest';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { lostPoints } from '#shared/judging/lost-points.ts';
import { lastAnswer } from '#shared/matters/matter.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { practiceEnd, practiceUnits } from '#shared/practice/practice.ts';
import { sceneMatters, sceneReport } from '#shared/practice/scene.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { revise } from '#shared/reports/revise.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';

const types = Object.keys(cellTypes) as CellType[];
/** The first and the last months of each regime, months of different lengths, the turn of a year. */
const starts = ['2021-03-31T16:00:00.000Z', '2026-01-02T03:00:00.000Z', '2026-11-27T10:00:00.000Z'];
const practices = types.flatMap((type) => starts.map((startedAt) => ({ type, startedAt })));

describe.each(practices)('the scene for $type, begun $startedAt', (practice) => {
  const { report } = sceneReport(practice);

  it('is a report that the form would take', () => {
    const parsed = parseReport(toTyped(report), { today: report.date, norms: (month) => requireRegime(month) });
    expect(parsed).toMatchObject({ ok: true });
  });

  it('leaves something to do better, to follow up, to answer and to read out', () => {
    expect(lostPoints(judgeMeeting(report, requireRegime(monthOf(report.date)), [])).length).toBeGreaterThanOrEqual(2);
    const begun = practice.startedAt.slice(0, 10);
    expect(report.tasks.filter(({ due = '' }) => due < begun.slice(0, 7)).length).toBe(1);
    const [answered, open] = sceneMatters([revise(undefined, sceneReport(practice))], practice);
    expect(answered?.state).toBe('settled');
    expect(lastAnswer(answered as NonNullable<typeof answered>)).toContain('đặt ra để tập');
    expect(open?.state).toBe('open');
  });

  it('says in every text, and in the names of its units, that it is made up', () => {
    const texts = [report.focus, report.resolutionText, ...report.tasks.map(({ what }) => what)];
    for (const text of [...texts, ...report.matters.map(({ summary }) => summary)]) {
      expect(text).toContain('(việc đặt ra để tập)');
    }
    for (const unit of practiceUnits(practice)) {
      expect(unit).toMatchObject({ name: 'Tháng Tập', generated: true });
    }
  });
});

it('is gone at the end of the seventh day', () => {
  expect(practiceEnd({ type: 'thon', startedAt: '2026-11-27T10:00:00.000Z' })).toBe('2026-12-04T16:59:59.999Z');
});
