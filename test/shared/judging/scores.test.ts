import { describe, expect, it } from 'vitest';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { scoresOf } from '#shared/judging/scores.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { facts, month } from '#test/shared/samples.ts';

const regime = requireRegime(month('2026-02'));
const points = Object.fromEntries(
  criteriaOf(regime).flatMap(({ id, max, how }) => (how === 'judged' ? [[id, max]] : [])),
);
const reviewed = { guiding: { points: 2, reason: 'Chưa sát' }, democratic: { points: 1, reason: 'Ít ý kiến' } };
const official = { guiding: { points: 3, reason: 'Đã xem biên bản' } };
const whole: Partial<Report> = {
  points,
  present: 20,
  excused: 0,
  speakers: 10,
  selfCriticism: 'yes',
  tasks: [{ what: 'Họp thôn' }],
};
const scores = (changes: Partial<Report>) => scoresOf(facts({ ...whole, ...changes }), regime, []);

describe('three scores', () => {
  it('are the cell’s own alone before a review', () => {
    expect(scores({})).toEqual({
      self: { total: { points: 100, max: 100, reachable: 100, complete: true }, grade: 'good' },
    });
  });

  it('are kept apart: a later one changes no earlier one', () => {
    expect(scores({ reviewed, official })).toMatchObject({
      self: { total: { points: 100 } },
      reviewed: { total: { points: 96 } },
      official: { total: { points: 97 } },
    });
  });

  it('are the same where the reviewer agrees', () => {
    const { self, reviewed: agreed } = scores({ reviewed: {} });
    expect(agreed).toEqual(self);
  });

  it('the last of them is what the meeting is judged by, and its line says why', () => {
    const judgement = judgeMeeting(facts({ ...whole, reviewed, official }), regime, []);
    expect(judgement.total.points).toBe(97);
    expect(criteriaJson(judgement.criteria).find(({ id }) => id === 'guiding')).toMatchObject({
      points: 3,
      why: 'Cấp trên chấm lại (chi bộ chấm 4 điểm), lý do: Đã xem biên bản: 3/4 điểm',
    });
    expect(judgement.criteria.find(({ id }) => id === 'democratic')?.points).toBe(1);
  });
});

describe('the gap in a cell’s month', () => {
  const count = (changes: Partial<Report>) => {
    const report = { ...facts({ ...whole, ...changes }) };
    const at = '2026-02-10T00:00:00.000Z';
    const cell = {
      id: report.cell,
      name: 'Thanh Bình',
      kind: 'Chi bộ thôn',
      level: 'cell',
      from: month('2019-03'),
    } as const;
    return judgeCellMonth(cell, [{ id: reportIdOf(report), firstReceivedAt: at, report }], {
      regime,
      due: at,
      month: month('2026-02'),
    }).tally;
  };

  it('is how far the own score is above the last one given, in hundredths of percent', () => {
    expect(count({})).not.toHaveProperty('reviewed');
    expect(count({ reviewed: {} })).toMatchObject({ reviewed: 1, gapSum: 0 });
    expect(count({ reviewed })).toMatchObject({ reviewed: 1, gapSum: 400, scoreSum: 9600 });
    expect(count({ reviewed, official })).toMatchObject({ reviewed: 1, gapSum: 300, scoreSum: 9700 });
  });

  it('is below 0 where reviewers give more', () => {
    const modest = { ...points, guiding: 1 };
    expect(count({ points: modest, reviewed: { guiding: { points: 4, reason: 'Tốt' } } })).toMatchObject({
      gapSum: -300,
    });
  });
});
