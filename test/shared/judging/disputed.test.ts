import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import { type Grade, type Regime, regimeById, regimes, requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { monthOf } from '#shared/period.ts';
import { type ReportFigures, splitFreeText } from '#shared/reports/free-text.ts';
import type { Report } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { aReport, aUnit, current, day, month, reports } from '#test/shared/samples.ts';

const deAn06 = requireRegime(month('2021-02'));
const hd42 = requireRegime(month('2026-02'));
const gated = { ...hd42, fullMarksForGood: ['attendance', 'duration', 'speakers', 'minutes'], gradedFrom: 50 };

const full = (regime: Regime) =>
  Object.fromEntries(criteriaOf(regime).flatMap(({ id, max, how }) => (how === 'judged' ? [[id, max]] : [])));

/** A regular meeting with all points, at half past seven. */
const good = (regime: Regime, changes: Partial<Report> = {}): ReportFigures =>
  splitFreeText(
    aReport({
      ...{ startTime: '07:30', durationMinutes: 90, present: 20, excused: 0, speakers: 10, selfCriticism: 'yes' },
      ...{ tasks: [{ what: 'Họp thôn' }], points: full(regime), ...changes },
    }),
  ).facts;
const thematic = (changes: Partial<Report> = {}, regime = hd42) => good(regime, { kind: 'thematic', ...changes });
const without = <K extends keyof ReportFigures>(report: ReportFigures, ...names: K[]) =>
  Object.fromEntries(Object.entries(report).filter(([name]) => !(names as string[]).includes(name))) as ReportFigures;

const { thematicContent: _, ...regularPoints } = full(hd42);

interface Dispute {
  readonly of: string;
  readonly regime: Regime;
  readonly report: ReportFigures;
  readonly beside?: readonly ReportFigures[];
  readonly grade: Grade | undefined;
  readonly flags?: readonly Flag[];
  readonly line: string;
  readonly says: string;
}

const disputes: readonly Dispute[] = [
  {
    of: 'a thematic report does not find itself: it is as long as its own kind asks',
    regime: hd42,
    report: thematic({ date: day('2026-02-20') }),
    beside: [good(hd42), thematic({ date: day('2026-02-20') })],
    grade: 'good',
    line: 'duration',
    says: 'Họp 90 phút, đạt mức tối thiểu 90 phút: 5/5 điểm',
  },
  {
    of: 'two parts in one session add up to the 120 minutes',
    regime: hd42,
    report: good(hd42, { durationMinutes: 60 }),
    beside: [thematic({ startTime: '08:30', durationMinutes: 60 })],
    grade: 'good',
    line: 'duration',
    says: 'Thường kỳ và chuyên đề họp liền trong một buổi, cộng 120 phút; cả hai phần cần ít nhất 120 phút: 5/5 điểm',
  },
  {
    of: 'also where the thematic part came first, and from its own side',
    regime: hd42,
    report: thematic({ startTime: '06:30', durationMinutes: 50 }),
    beside: [good(hd42, { durationMinutes: 70 })],
    grade: 'good',
    line: 'duration',
    says: 'Thường kỳ và chuyên đề họp liền trong một buổi, cộng 120 phút; cả hai phần cần ít nhất 120 phút: 5/5 điểm',
  },
  ...(['14:00', undefined, '08:00', '09:01'] as const).map((startTime) => ({
    of: `a thematic part at ${startTime} does not follow a regular one that ended at 08:30`,
    regime: hd42,
    report: good(hd42, { durationMinutes: 60 }),
    beside: [without(thematic({ durationMinutes: 60 }), 'startTime')].map((each) => ({
      ...each,
      ...(startTime && { startTime }),
    })),
    grade: 'good' as const,
    flags: ['too-short'] as const,
    line: 'duration',
    says: 'Thiếu 30 phút so với 90 phút: 3/5 điểm',
  })),
  {
    of: 'a regular meeting of 90 minutes stays long enough beside a short thematic part in the session',
    regime: hd42,
    report: good(hd42),
    beside: [thematic({ startTime: '09:00', durationMinutes: 20 })],
    grade: 'good',
    line: 'duration',
    says: 'Họp 90 phút, đạt mức tối thiểu 90 phút: 5/5 điểm',
  },
  {
    of: 'the thematic line has the points of the thematic report',
    regime: hd42,
    report: good(hd42, { points: { ...regularPoints, regularContent: 8 } }),
    beside: [thematic({ date: day('2021-02-20'), points: { thematicContent: 4.5 } })],
    grade: 'good',
    line: 'thematicContent',
    says: 'Lấy theo điểm của báo cáo sinh hoạt chuyên đề trong tháng: 4,5/5 điểm',
  },
  {
    of: 'a thematic meeting with a lower share never costs the regular one points',
    regime: hd42,
    report: good(hd42, { points: regularPoints }),
    beside: [thematic({ date: day('2021-02-20'), points: { thematicContent: 2 } })],
    grade: 'good',
    line: 'thematicContent',
    says: 'Buổi chuyên đề được chấm 2/5 điểm, thấp hơn mức của nội dung thường kỳ, nên tính theo nội dung thường kỳ',
  },
  {
    of: 'and neither does one that was not scored',
    regime: hd42,
    report: good(hd42, { points: regularPoints }),
    beside: [thematic({ date: day('2021-02-20'), points: {} })],
    grade: 'good',
    line: 'thematicContent',
    says: 'Buổi chuyên đề chưa được chấm, điểm tính theo nội dung sinh hoạt thường kỳ',
  },
  {
    of: 'a thematic report has no regular content to score',
    regime: hd42,
    report: thematic(),
    grade: 'good',
    line: 'regularContent',
    says: 'Báo cáo chuyên đề không có nội dung thường kỳ, không tính tiêu chí này',
  },
  {
    of: 'a gate is not passed by leaving its line blank, even where the share of the sheet would do for a grade',
    regime: gated,
    report: without(good(hd42), 'speakers'),
    grade: 'fair',
    line: 'speakers',
    says: 'Báo cáo còn để trống: số đảng viên phát biểu',
  },
  {
    of: '61 of 100 points judged are no grade',
    regime: hd42,
    report: good(hd42, { points: {} }),
    grade: undefined,
    line: 'guiding',
    says: 'Chưa được chấm',
  },
  {
    of: 'a cell of eight full members may have no committee',
    regime: hd42,
    report: good(hd42, { fullMembers: 8, present: 9, speakers: 9, committeeMet: 'na' }),
    grade: 'good',
    line: 'committeeMet',
    says: 'Chi bộ không có chi ủy, được tính đủ: 2/2 điểm',
  },
  {
    of: 'one of nine has one, and has not said whether it met',
    regime: hd42,
    report: good(hd42, { fullMembers: 9, present: 10, speakers: 9, committeeMet: 'na' }),
    grade: undefined,
    line: 'committeeMet',
    says: 'Báo cáo còn để trống: họp chi ủy',
    flags: ['preparation-unsaid'],
  },
  {
    of: 'the decimal that decides is shown',
    regime: hd42,
    report: good(hd42, {
      ...{ fullMembers: 1999, probationaryMembers: 1, exempt: 0, joining: 0 },
      ...{ present: 1799, excused: 201, speakers: 900 },
    }),
    grade: 'good',
    flags: ['below-attendance'],
    line: 'attendance',
    says: 'Có mặt 1.799/2.000 đảng viên (89,95%), điểm tối đa từ 90%: 3/4 điểm',
  },
  {
    of: 'one absence without a reason says what it does',
    regime: deAn06,
    report: good(deAn06, { present: 19, unexcused: 1 }),
    grade: 'fair',
    flags: ['unexcused-absence'],
    line: 'attendance',
    says: 'Có 1 đảng viên vắng không lý do, nên chỉ được mức điểm thấp nhất: 4/20 điểm',
  },
  {
    of: 'the share of targets is said',
    regime: hd42,
    report: good(hd42, { targetsSet: 4, targetsMet: 3 }),
    grade: 'good',
    line: 'results',
    says: 'Nghị quyết kỳ trước đạt 3/4 chỉ tiêu (75%), điểm tối đa từ 90%: 24/30 điểm',
  },
];

describe('what was disputed', () => {
  it.each(disputes.map((each) => [each.of, each] as const))('%s', (_, dispute) => {
    const { criteria, grade, flags } = judgeMeeting(dispute.report, dispute.regime, dispute.beside);
    expect(criteriaJson(criteria).find(({ id }) => id === dispute.line)?.why).toBe(dispute.says);
    expect(grade).toBe(dispute.grade);
    expect(flags).toEqual(dispute.flags ?? []);
  });

  it.each([
    ['hd-42', 18, 0, { attendanceMet: 1, attendanceRateMet: 1, nobodyUnexcused: 1 }],
    ['hd-42', 19, 1, { attendanceRateMet: 1 }],
    ['hd-42', 17, 0, { nobodyUnexcused: 1 }],
    ['de-an-06', 19, 1, { attendanceMet: 1, attendanceRateMet: 1 }],
  ] as const)('by %s %i of 20 with %i absent without a reason count %j', (id, present, unexcused, counted) => {
    const regime = regimeById(id) as Regime;
    const report = current({ present, unexcused, excused: 20 - present - unexcused });
    const setting = { regime, due: '2021-03-05T16:59:59.999Z', month: month('2021-02') };
    const { tally, regular } = judgeCellMonth(aUnit(report.report.cell), [report], setting);
    const names = ['attendanceMet', 'attendanceRateMet', 'nobodyUnexcused'] as const;
    const parts = names.flatMap((name) => (tally[name] ? [[name, tally[name]]] : []));
    expect(Object.fromEntries(parts)).toEqual(counted);
    // The judgement of the meeting itself is of the rate alone.
    expect(regular?.judgement.attendance.met).toBe(present >= 18 || id === 'de-an-06' ? 'met' : 'missed');
  });
});

const order: readonly (Grade | undefined)[] = [undefined, 'poor', 'average', 'fair', 'good'];
const better = (a: Grade | undefined, b: Grade | undefined) => order.indexOf(a) > order.indexOf(b);

describe('whatever is reported', () => {
  it('a second report never worsens the first', () => {
    fc.assert(
      fc.property(reports, reports, fc.boolean(), ({ kind: _kind, ...one }, other, sameDay) => {
        const first = splitFreeText({ ...one, kind: 'regular' }).facts;
        const regime = requireRegime(monthOf(first.date));
        const second = splitFreeText({
          ...other,
          kind: 'thematic',
          cell: first.cell,
          date: sameDay ? first.date : day(`${first.date.slice(0, 8)}28`),
        }).facts;
        const alone = judgeMeeting(first, regime);
        const both = judgeMeeting(first, regime, [first, second]);
        expect(both.total.points).toBeGreaterThanOrEqual(alone.total.points);
        expect([both.total.max, both.total.reachable]).toSatisfy(
          ([max, reachable]: [number, number]) => max >= alone.total.max && reachable === alone.total.reachable,
        );
        expect(better(alone.grade, both.grade)).toBe(false);
        expect(alone.flags).toEqual(expect.arrayContaining([...both.flags]));
      }),
    );
  });

  const noes = {
    ...{ committeeMet: 'no', oriented: 'no', papersSent: 'no', stepsFollowed: 'no', previousReviewed: 'no' },
    ...{ selfCriticism: 'no', minutesKept: 'no', speakers: 0, targetsMet: 0 },
  } as const satisfies Partial<ReportFigures>;

  it('a blank never scores better than a no, on any line of any regime', () => {
    const names = Object.keys(noes) as (keyof typeof noes)[];
    const regime = fc.constantFrom(...regimes, gated, regimeById('de-an-06-gated') as Regime);
    fc.assert(
      fc.property(reports, reports, regime, (report, other, by) => {
        const { facts } = splitFreeText(report);
        const beside = [splitFreeText({ ...other, kind: 'thematic', date: report.date }).facts];
        const judge = (each: ReportFigures) => judgeMeeting(each, by, beside);
        const pairs: (readonly [ReportFigures, ReportFigures])[] = [
          ...names
            .filter((name) => name !== 'targetsMet' || (facts.targetsSet ?? 0) > 0)
            .map((name) => [without(facts, name), { ...facts, [name]: noes[name] }] as const),
          ...criteriaOf(by).map(({ id }) => {
            const { [id]: _points, ...points } = facts.points;
            return [
              { ...facts, points },
              { ...facts, points: { ...points, [id]: 0 } },
            ] as const;
          }),
        ];
        for (const [blank, no] of pairs.map((pair) => pair.map(judge))) {
          expect(better(blank?.grade, no?.grade)).toBe(false);
          expect(blank?.total.points).toBeLessThanOrEqual(no?.total.points ?? 0);
        }
      }),
    );
  });

  it('a share in a sentence is on the side of the full marks on which the points are', () => {
    const number = (text = '') => Number(text.replaceAll('.', '').replace(',', '.'));
    fc.assert(
      fc.property(reports, (report) => {
        const { facts } = splitFreeText(report);
        for (const { why, points, max } of criteriaJson(
          judgeMeeting(facts, requireRegime(monthOf(report.date))).criteria,
        )) {
          const [, share, from] = /\(([\d.,]+)%\), điểm tối đa từ ([\d.,]+)%/.exec(why) ?? [];
          if (share) expect([why, number(share) >= number(from)]).toEqual([why, points === max]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
