import { describe, expect, it } from 'vitest';
import { lostGroups, lostPointsOf } from '#shared/briefings/lost-points.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { directory, month, revisionsOf } from '#test/web/demo-month.ts';

const regime = requireRegime(month);
const reports: ReportFigures[] = directory.cells
  .flatMap((cell) => [...new Map(revisionsOf(cell).map((revision) => [revision.id, revision])).values()])
  .map(({ report }) => report);

describe('where the meetings of a month lost points', () => {
  it('is counted as somebody with all score sheets on the table would', () => {
    const [cells, judged, lost]: Record<string, number>[] = [{}, {}, {}];
    let meetings = 0;
    for (const { id } of directory.cells) {
      const own = reports.filter(({ cell }) => cell === id);
      let first: ReportFigures | undefined;
      for (const each of own) if (each.kind === 'regular' && (!first || each.date < first.date)) first = each;
      if (!first) continue;
      meetings += 1;
      for (const line of judgeMeeting(first, regime, own).criteria) {
        if (line.points === undefined) continue;
        (judged as Record<string, number>)[line.id] = (judged?.[line.id] ?? 0) + 1;
        if (line.points < line.max) (cells as Record<string, number>)[line.id] = (cells?.[line.id] ?? 0) + 1;
        (lost as Record<string, number>)[line.id] = (lost?.[line.id] ?? 0) + line.max * 100 - line.points * 100;
      }
    }
    const counted = lostPointsOf(reports, regime);
    expect(counted.meetings).toBe(meetings);
    expect(counted.meetings).toBeGreaterThan(300);
    for (const line of counted.lines) {
      expect([line.id, line.cells, line.judged, line.lost]).toEqual([
        line.id,
        cells?.[line.id],
        judged?.[line.id],
        Math.round(lost?.[line.id] ?? 0),
      ]);
    }
    const all = Object.values(lost ?? {}).reduce((sum, each) => sum + Math.round(each), 0);
    expect(counted.lost).toBe(all);
    const none = Object.keys(judged ?? {}).filter((id) => !counted.lines.some((line) => line.id === id));
    expect(none.map((id) => Math.round(lost?.[id] ?? 0))).toEqual(none.map(() => 0));
  });

  it('is a matter of regular meetings alone, and of the first of a cell', () => {
    const [one] = reports.filter(({ kind }) => kind === 'regular') as [ReportFigures];
    const later = { ...one, date: `${one.date.slice(0, 8)}28`, durationMinutes: 1 } as ReportFigures;
    const lines = lostPointsOf([one], regime);
    expect(lostPointsOf([later, one], regime)).toEqual(lines);
    expect(lostPointsOf([{ ...one, kind: 'thematic' }], regime)).toEqual({ meetings: 0, lost: 0, lines: [] });
    expect(lostPointsOf([], regime)).toEqual({ meetings: 0, lost: 0, lines: [] });
  });

  it('comes most first, by lines and by headings, whose points add up', () => {
    const counted = lostPointsOf(reports, regime);
    const points = counted.lines.map(({ lost }) => lost);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    const groups = lostGroups(counted);
    expect(groups.reduce((sum, { lost }) => sum + lost, 0)).toBe(counted.lost);
    for (const { group, worst } of groups) {
      const own = counted.lines.filter((line) => line.group === group);
      expect(worst.lost).toBe(Math.max(...own.map(({ lost }) => lost)));
    }
  });

  it('follows the last score: points that a superior gave count, not those of the cell', () => {
    const judged = reports.find(({ kind, points }) => kind === 'regular' && Object.keys(points).length > 0);
    const [id = ''] = Object.keys(judged?.points ?? {});
    const before = lostPointsOf([judged as ReportFigures], regime).lines.find((line) => line.id === id)?.lost ?? 0;
    const none = { ...(judged as ReportFigures), official: { [id]: { points: 0, reason: 'Không có' } } };
    const after = lostPointsOf([none], regime).lines.find((line) => line.id === id)?.lost ?? 0;
    expect(after).toBeGreaterThan(before);
  });
});
