import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { gradeOf, judgeMeeting, scoreMeeting } from '#shared/judging/judge-meeting.ts';
import type { CriterionResult } from '#shared/judging/judgement.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import { langs } from '#shared/language/lang.ts';
import { type Regime, regimeById, regimes, requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { monthOf } from '#shared/period.ts';
import { splitFreeText } from '#shared/reports/free-text.ts';
import type { FollowUp, Report } from '#shared/reports/report.ts';
import { aReport, day, facts, month, reports } from '#test/shared/samples.ts';

const deAn06 = requireRegime(month('2021-02'));
const hd42 = requireRegime(month('2026-02'));
/** The month's reports besides the regular one: none, or a thematic meeting on another day or in the same session. */
const thematics = ['none', 'apart', 'session'] as const;
type Thematic = (typeof thematics)[number];
const begun = { startTime: '07:30' };

function monthOfReports(report: Report, thematic: Thematic, more: Partial<Report> = {}) {
  if (thematic === 'none') return [];
  const end = 7 * 60 + 30 + report.durationMinutes;
  const startTime = [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const when = thematic === 'apart' ? { date: day('2021-02-20') } : { startTime };
  return [facts({ kind: 'thematic', durationMinutes: 30, ...when, ...more })];
}

function lineFor(criterion: string, changes: Partial<Report>, regime: Regime = hd42, thematic: Thematic = 'none') {
  const report = aReport({ ...begun, ...changes });
  const { criteria } = judgeMeeting(splitFreeText(report).facts, regime, monthOfReports(report, thematic));
  return criteriaJson(criteria).find(({ id }) => id === criterion);
}

const pointsFor = (...given: Parameters<typeof lineFor>) => lineFor(...given)?.points;

/** Full marks for everything that is judged. */
const judgedFully = (regime: Regime) =>
  Object.fromEntries(criteriaOf(regime).flatMap(({ id, max, how }) => (how === 'judged' ? [[id, max]] : [])));

/** A meeting without a fault: everybody there, everything done. */
const faultless = (regime: Regime): Partial<Report> => ({
  present: 20,
  excused: 0,
  speakers: 10,
  selfCriticism: 'yes',
  tasks: [{ what: 'Dọn vệ sinh đường làng' }],
  points: judgedFully(regime),
});

describe('the same meeting by the two regimes', () => {
  it('17 of 20 meets Đề án 06, and not Hướng dẫn 42', () => {
    expect(judgeMeeting(facts(), deAn06)).toMatchObject({ attendance: { met: 'met' }, flags: [] });
    expect(judgeMeeting(facts(), hd42)).toMatchObject({ attendance: { met: 'missed' }, flags: ['below-attendance'] });
    expect(pointsFor('attendance', {}, deAn06)).toBe(20);
    expect(pointsFor('attendance', {}, hd42)).toBe(3);
  });

  it('17 of 20 does not meet a target of more than 85 percent', () => {
    const strict: Regime = { ...deAn06, attendance: { comparison: '>', percent: 85 } };
    expect(judgeMeeting(facts(), strict).attendance.met).toBe('missed');
  });

  it.each(regimes.map((regime) => [regime.id, regime] as const))(
    'a meeting without a fault has 100 by %s',
    (_, regime) => {
      for (const thematic of ['none', 'apart'] as const) {
        const { total, grade } = judgeMeeting(facts(faultless(regime)), regime, monthOfReports(aReport(), thematic));
        expect(total).toEqual({ points: 100, max: 100, reachable: 100, complete: true });
        expect(grade).toBe('good');
      }
    },
  );
});

describe('duration', () => {
  it.each([
    [90, 'none', 5, false],
    [90, 'apart', 5, false],
    [89, 'none', 4, true],
    [78, 'none', 4, true],
    [75, 'none', 4, true], // exactly 15 minutes short is in two bands of the form: the better one
    [74, 'none', 3, true],
    [60, 'none', 3, true],
    [59, 'none', 2, true], // 46 to 59 of 90 minutes are in no band of the form: "half"
    [45, 'none', 2, true],
    [44, 'none', 1, true],
    [0, 'none', 1, true],
    [119, 'session', 5, false],
    [90, 'session', 5, false], // the regular part alone is long enough
    [89, 'session', 4, true], // 119 of 120 together
    [60, 'session', 3, true], // 90 of 120 together
    [45, 'session', 2, true],
  ] as const)('%i minutes, thematic part: %s, has %i points; too short: %s', (minutes, thematic, points, short) => {
    const meeting = { durationMinutes: minutes };
    expect(pointsFor('duration', meeting, hd42, thematic)).toBe(points);
    expect(
      judgeMeeting(facts({ ...begun, ...meeting }), hd42, monthOfReports(aReport(meeting), thematic)).flags.includes(
        'too-short',
      ),
    ).toBe(short);
  });

  it('says what lacks, in one sentence with its points', () => {
    expect(lineFor('duration', { durationMinutes: 78 })?.why).toBe('Thiếu 12 phút so với 90 phút: 4/5 điểm');
  });

  it('more minutes never have fewer points', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.constantFrom(...thematics), (some, more, thematic) => {
        const points = (durationMinutes: number) => pointsFor('duration', { durationMinutes }, hd42, thematic) ?? 0;
        expect(points(some + more)).toBeGreaterThanOrEqual(points(some));
      }),
    );
  });
});

describe('duration by the size of the cell', () => {
  const bySize: Regime = {
    ...hd42,
    minimumMinutes: [
      { members: 0, regular: 60, withThematic: 90 },
      { members: 30, regular: 120, withThematic: 150 },
    ],
  };
  it.each([
    [29, 0, 60, false],
    [29, 0, 59, true],
    [29, 1, 119, true], // probationary members count
    [30, 0, 119, true],
    [30, 0, 120, false],
  ])('%i full and %i probationary members, %i minutes: too short: %s', (full, probationaryMembers, minutes, short) => {
    const meeting = { fullMembers: full, probationaryMembers, durationMinutes: minutes };
    expect(judgeMeeting(facts(meeting), bySize).flags.includes('too-short')).toBe(short);
  });

  it('is not known where the regime names none for so few, and that is a fault of the regime', () => {
    const large: Regime = { ...hd42, minimumMinutes: [{ members: 30, regular: 120, withThematic: 150 }] };
    expect(() => judgeMeeting(facts({ fullMembers: 28 }), large)).toThrow('No length for a cell of 29 members');
  });

  it('with a thematic part has a length of its own', () => {
    const large = { fullMembers: 30, durationMinutes: 119 };
    expect(pointsFor('duration', large, bySize, 'session')).toBe(4);
    const longer: Regime = {
      ...hd42,
      minimumMinutes: [
        { members: 0, regular: 60, withThematic: 90 },
        { members: 30, regular: 120, withThematic: 149 },
      ],
    };
    expect(pointsFor('duration', large, longer, 'session')).toBe(5);
  });
});

describe('the day of the regular meeting', () => {
  const flagsOn = (date: string, changes: Partial<Report> = {}, regime = hd42) =>
    judgeMeeting(facts({ date: day(date), ...changes }), regime).flags.includes('off-day');

  it.each([
    ['2026-02-03', false], // the fixed day
    ['2026-02-01', false],
    ['2026-02-06', false], // moved inside the first week of a Tết month
    ['2026-02-07', false],
    ['2026-02-08', true],
  ])('held on %s, is outside what 50-CT/TW allows: %s', (date, off) => {
    expect(flagsOn(date)).toBe(off);
  });

  it('is not fixed before 50-CT/TW, nor for other meetings', () => {
    expect(flagsOn('2021-02-20', {}, deAn06)).toBe(false);
    expect(flagsOn('2026-02-20', { kind: 'thematic' })).toBe(false);
  });
});

describe('attendance', () => {
  it.each([
    [18, 2, 0, 4], // 90%
    [17, 3, 0, 3],
    [15, 5, 0, 3], // 75%
    [14, 6, 0, 2],
    [13, 7, 0, 2], // 65%
    [12, 8, 0, 1],
    [19, 0, 1, 1], // any absence without a reason caps it
  ])('%i present, %i excused, %i unexcused of 20 has %i points', (present, excused, unexcused, points) => {
    expect(pointsFor('attendance', { present, excused, unexcused })).toBe(points);
  });

  it('9 of 10 meets 90 percent', () => {
    const ten = { fullMembers: 10, probationaryMembers: 0, exempt: 0, joining: 0, present: 9, excused: 1 };
    expect(judgeMeeting(facts(ten), hd42).attendance).toEqual({ present: 9, required: 10, met: 'met' });
    expect(pointsFor('attendance', ten)).toBe(4);
  });

  it('a cell of three of whom two are exempt is judged by the one', () => {
    const one = { fullMembers: 3, probationaryMembers: 0, exempt: 2, joining: 0, present: 1, excused: 0 };
    expect(judgeMeeting(facts(one), hd42).attendance).toEqual({ present: 1, required: 1, met: 'met' });
  });

  it('without anybody required has no points, and is no reproach', () => {
    const nobody = { fullMembers: 0, probationaryMembers: 0, exempt: 0, joining: 0, present: 0, excused: 0 };
    expect(lineFor('attendance', nobody)).toMatchObject({ why: 'Không có đảng viên phải dự, không có cơ sở tính' });
    expect(pointsFor('attendance', nobody)).toBeUndefined();
    expect(judgeMeeting(facts(nobody), hd42)).toMatchObject({
      attendance: { required: 0, met: 'no-base' },
      total: { complete: false },
      flags: [],
    });
  });

  it('where excused absences are out of the base, 17 of 17 remain', () => {
    const variant: Regime = { ...hd42, excused: 'out-of-base' };
    expect(judgeMeeting(facts(), variant).attendance).toEqual({ present: 17, required: 17, met: 'met' });
    expect(pointsFor('attendance', {}, variant)).toBe(4);
  });

  it('one more present never has fewer points, in any criterion or in all', () => {
    fc.assert(
      fc.property(reports, (report) => {
        fc.pre(report.excused > 0);
        const regime = requireRegime(monthOf(report.date));
        const more = { ...report, present: report.present + 1, excused: report.excused - 1 };
        // Those who spoke are the same share of those present.
        const { speakers: _, ...before } = splitFreeText(report).facts;
        const { speakers: __, ...after } = splitFreeText(more).facts;
        const points = (of: typeof before) => judgeMeeting(of, regime).total.points;
        expect(points(after)).toBeGreaterThanOrEqual(points(before));
      }),
    );
  });
});

describe('speaking', () => {
  it.each([
    [11, 5],
    [10, 5], // exactly half is in no band of the form: counted as more than half
    [9, 4],
    [8, 4],
    [7, 3],
    [6, 3],
    [5, 2],
    [0, 2],
  ])('%i of 20 present has %i points', (speakers, points) => {
    expect(pointsFor('speakers', { present: 20, excused: 0, speakers })).toBe(points);
  });

  it('at a meeting to which nobody came has no base', () => {
    expect(pointsFor('speakers', { present: 0, excused: 20, speakers: 0 })).toBeUndefined();
  });
});

describe('what follows from answers', () => {
  it.each<[string, Partial<Report>, number]>([
    ['committeeMet', {}, 2],
    ['committeeMet', { committeeMet: 'no' }, 0],
    ['oriented', { oriented: 'no' }, 0],
    ['papersSent', {}, 2],
    ['steps', {}, 5],
    ['steps', { previousReviewed: 'no' }, 3],
    ['steps', { stepsFollowed: 'no' }, 2],
    ['selfCriticism', { selfCriticism: 'yes' }, 2],
    ['conclusion', { resolution: 'none' }, 0],
    ['conclusion', { resolution: 'conclusion' }, 2],
    ['minutes', { tasks: [] }, 1],
    ['minutes', { tasks: [{ what: 'Họp thôn' }] }, 2],
    ['minutes', { tasks: [{ what: 'Họp thôn' }], minutesKept: 'no' }, 1],
    ['results', { targetsSet: 10, targetsMet: 10 }, 30],
    ['results', { targetsSet: 10, targetsMet: 9 }, 30],
    ['results', { targetsSet: 10, targetsMet: 8 }, 27],
    ['results', { targetsSet: 10, targetsMet: 7 }, 24],
    ['results', { targetsSet: 10, targetsMet: 6 }, 20],
    ['results', { targetsSet: 10, targetsMet: 5 }, 15],
    ['results', { targetsSet: 10, targetsMet: 4 }, 10],
    ['results', { targetsSet: 10, targetsMet: 0 }, 10],
  ])('%s of %j has %i points', (criterion, changes, points) => {
    expect(pointsFor(criterion, changes)).toBe(points);
  });

  it.each([
    ['committeeMet', 'committeeMet'],
    ['oriented', 'oriented'],
    ['papersSent', 'papersSent'],
    ['steps', 'stepsFollowed'],
    ['steps', 'previousReviewed'],
    ['minutes', 'minutesKept'],
    ['results', 'targetsSet'],
    ['results', 'targetsMet'],
  ] as const)(
    '%s has no points while %s is unknown, and the total says that it is not complete',
    (criterion, field) => {
      const { [field]: _, ...rest } = facts();
      const judgement = judgeMeeting(rest, hd42);
      expect(judgement.criteria.find(({ id }) => id === criterion)).not.toHaveProperty('points');
      expect(judgement.total.complete).toBe(false);
    },
  );
});

describe('last month’s tasks', () => {
  const tasks = (...statuses: FollowUp['status'][]) => statuses.map((status) => ({ task: 'Họp thôn', status }));

  it.each([
    [
      4,
      3,
      tasks('done', 'done', 'done', 'overdue'),
      24,
      'đạt 3/4 chỉ tiêu, xong 3/4 nhiệm vụ, tính chung 6/8 (75%), điểm tối đa từ 90%: 24/30 điểm',
    ],
    [
      0,
      undefined,
      tasks('done', 'done', 'done', 'doing'),
      24,
      'xong 3/4 nhiệm vụ (75%), điểm tối đa từ 90%: 24/30 điểm',
    ],
    [2, 2, tasks('dropped'), 30, 'đạt 2/2 chỉ tiêu (100%), điểm tối đa từ 90%: 30/30 điểm'],
    [
      1,
      0,
      tasks('done'),
      15,
      'đạt 0/1 chỉ tiêu, xong 1/1 nhiệm vụ, tính chung 1/2 (50%), điểm tối đa từ 90%: 15/30 điểm',
    ],
  ])('%s targets, %s met, and %j give %i', (targetsSet, targetsMet, followUps, points, why) => {
    const { targetsSet: _, targetsMet: __, ...rest } = aReport({ followUps });
    const report = { ...rest, targetsSet, ...(targetsMet !== undefined && { targetsMet }) };
    const { criteria } = judgeMeeting(splitFreeText(report).facts, hd42);
    const line = criteriaJson(criteria).find(({ id }) => id === 'results');
    expect(line).toMatchObject({ points, max: 30, why: `Nghị quyết kỳ trước ${why}` });
  });

  const results = (report: Report) =>
    judgeMeeting(splitFreeText(report).facts, hd42).criteria.find(({ id }) => id === 'results');

  it('never lower the line when one more of them is done, or one more was there and is done', () => {
    fc.assert(
      fc.property(reports, fc.nat(), (report, pick) => {
        const before = results(report);
        if (before?.points === undefined) return;
        const share = ({ points = 0, max }: CriterionResult) => (max === 0 ? 0 : points / max);
        const { followUps } = report;
        const done = { task: 'Họp thôn', status: 'done' } as const;
        const one = followUps.map((each, at) => (at === pick % followUps.length ? done : each));
        for (const more of [one, [...followUps, done]]) {
          const after = results({ ...report, followUps: more });
          expect(share(after as CriterionResult)).toBeGreaterThanOrEqual(share(before));
        }
      }),
    );
  });

  it('leave the line without points while the targets are unknown', () => {
    fc.assert(
      fc.property(reports, ({ targetsSet: _, targetsMet: __, ...report }) => {
        expect(results(report)).not.toHaveProperty('points');
        expect(results({ ...report, targetsSet: 2 })).not.toHaveProperty('points');
      }),
    );
  });
});

describe('what does not apply', () => {
  const small = { fullMembers: 8, present: 8, excused: 1, unexcused: 0 };

  it('a cell without a committee has full marks for its meeting', () => {
    expect(lineFor('committeeMet', { committeeMet: 'na', ...small })).toMatchObject({
      points: 2,
      max: 2,
      why: 'Chi bộ không có chi ủy, được tính đủ: 2/2 điểm',
    });
  });

  it('a resolution without targets leaves the results out of the total', () => {
    const judgement = judgeMeeting(facts({ ...faultless(hd42), targetsSet: 0, targetsMet: 0 }), hd42);
    expect(judgement.total).toEqual({ points: 70, max: 70, reachable: 70, complete: true });
    expect(judgement.grade).toBe('good');
  });

  it('a resolution whose only tasks were dropped leaves them out too', () => {
    const followUps = [{ task: 'Họp thôn', status: 'dropped' }] as const;
    expect(lineFor('results', { targetsSet: 0, followUps })).toMatchObject({
      points: 0,
      max: 0,
      why: 'Nghị quyết kỳ trước không đề ra chỉ tiêu, nhiệm vụ, không tính tiêu chí này',
    });
  });

  it('without a thematic meeting its points go to the regular content', () => {
    const points = { regularContent: 8, thematicContent: 4 };
    expect(lineFor('regularContent', { points })).toMatchObject({
      points: 12,
      max: 15,
      why: 'Chi ủy, bí thư chi bộ chấm, quy từ thang 10 lên thang 15: 12/15 điểm',
    });
    expect(lineFor('thematicContent', { points })).toMatchObject({ points: 0, max: 0 });
    for (const thematic of ['apart', 'session'] as const) {
      expect(lineFor('regularContent', { points }, hd42, thematic)).toMatchObject({ points: 8, max: 10 });
      expect(lineFor('thematicContent', { points }, hd42, thematic)).toMatchObject({ points: 4, max: 5 });
    }
  });
});

describe('the total', () => {
  it('covers what has points, and says so', () => {
    const { total } = judgeMeeting(facts({ ...faultless(hd42), points: {} }), hd42);
    expect(total).toEqual({ points: 61, max: 61, reachable: 100, complete: false });
  });

  it('is the sum of its parts, each between 0 and its maximum, and complete when none lacks points', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...thematics), (report, thematic) => {
        const regime = requireRegime(monthOf(report.date));
        const { criteria, total, grade } = judgeMeeting(
          splitFreeText(report).facts,
          regime,
          monthOfReports(report, thematic),
        );
        for (const { points = 0, max } of criteria) expect(points >= 0 && points <= max).toBe(true);
        const sum = criteria.reduce((all, { points = 0 }) => all + points, 0);
        expect(total.points).toBeCloseTo(sum, 6);
        expect(total.complete).toBe(criteria.every(({ points }) => points !== undefined));
        const promised = report.targetsSet !== 0 || report.followUps.some(({ status }) => status !== 'dropped');
        const left = [promised || regime !== hd42 ? 0 : 30, report.kind === 'thematic' && regime === hd42 ? 10 : 0];
        expect(total.reachable).toBe(100 - left.reduce((all, each) => all + each, 0));
        expect(grade !== undefined).toBe(total.complete);
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const judge = () =>
          judgeMeeting(splitFreeText(structuredClone(report)).facts, requireRegime(monthOf(report.date)));
        expect(judge()).toEqual(judge());
      }),
    );
  });
});

describe('the sheet of a meeting by itself', () => {
  it('is that of the meeting in a month without others', () => {
    for (const changes of [faultless(hd42), { durationMinutes: 75 }, { kind: 'thematic' as const }]) {
      const { criteria, total, grade } = judgeMeeting(facts(changes), hd42);
      expect(scoreMeeting(facts(changes), hd42)).toEqual({ criteria, total, ...(grade && { grade }) });
    }
    expect(scoreMeeting(facts(faultless(hd42)), hd42)).toMatchObject({ total: { points: 100 }, grade: 'good' });
    expect(scoreMeeting(facts({ kind: 'thematic' }), hd42).total.reachable).toBe(90);
  });
});

describe('flags', () => {
  it.each([
    [{}, []],
    [{ present: 12, excused: 8 }, ['below-attendance']],
    [{ present: 19, excused: 0, unexcused: 1 }, ['unexcused-absence']],
    [{ durationMinutes: 89 }, ['too-short']],
    [{ resolution: 'none' }, ['no-resolution']],
    [{ papersSent: 'no' }, ['papers-late']],
    [{ committeeMet: 'no' }, ['committee-not-met']],
    [{ papersSent: 'no', committeeMet: 'no' }, ['papers-late', 'committee-not-met']],
    [{ committeeMet: 'na' }, ['preparation-unsaid']],
    [{ committeeMet: 'na', fullMembers: 8, present: 9, excused: 0 }, []],
  ] as const)('%j has %j', (changes, flags) => {
    expect(judgeMeeting(facts({ present: 18, excused: 2, ...changes }), hd42).flags).toEqual(flags);
  });

  it.each(['committeeMet', 'papersSent'] as const)('a blank %s is no preparation, of a regular meeting', (name) => {
    const { [name]: _, ...blank } = facts({ present: 18, excused: 2 });
    expect(judgeMeeting(blank, hd42).flags).toEqual(['preparation-unsaid']);
    expect(judgeMeeting({ ...blank, kind: 'extraordinary' }, hd42).flags).toEqual([]);
  });
});

describe('gates', () => {
  const gated = regimeById('de-an-06-gated') as Regime;
  const good = faultless(gated);
  const withGuidingOfOne = ({ criteria, ...group }: Regime['groups'][number]) => ({
    ...group,
    criteria: criteria.map((each) => (each.id === 'guiding' ? { ...each, max: 1 } : each)),
  });

  it('90 points and more are "Khá" where a criterion that must be full is not', () => {
    const short = facts({ ...good, durationMinutes: 89 });
    expect(judgeMeeting(short, deAn06)).toMatchObject({ total: { points: 99 }, grade: 'good' });
    expect(judgeMeeting(short, gated)).toMatchObject({ total: { points: 99 }, grade: 'fair', gatedBy: ['duration'] });
  });

  it('hold back a blank, however few points it is of', () => {
    const ofOne = { fullMarksForGood: ['guiding'], gradedFrom: 50, groups: hd42.groups.map(withGuidingOfOne) };
    const { guiding: _, ...points } = judgedFully(hd42);
    const judged = (given: typeof points) =>
      judgeMeeting(facts({ ...faultless(hd42), points: given }), { ...hd42, ...ofOne });
    expect(judged({ ...points, guiding: 1 })).toMatchObject({ total: { points: 97, max: 97 }, grade: 'good' });
    expect(judged(points)).toMatchObject({ total: { points: 96, reachable: 97 }, grade: 'fair', gatedBy: ['guiding'] });
  });

  it('let pass what is full, and change no lower grade', () => {
    expect(judgeMeeting(facts(good), gated)).toMatchObject({ grade: 'good' });
    expect(judgeMeeting(facts(good), gated)).not.toHaveProperty('gatedBy');
    const poor = facts({ ...good, durationMinutes: 10, unexcused: 5, present: 15, resolution: 'none', points: {} });
    expect(judgeMeeting(poor, gated)).not.toHaveProperty('gatedBy');
    expect(judgeMeeting(poor, gated).grade).toBe(judgeMeeting(poor, deAn06).grade);
  });
});

describe('grades', () => {
  it.each([
    [100, 'good'],
    [90, 'good'],
    [89.99, 'fair'],
    [89.5, 'fair'], // in a hole of bands written 90-100 and 70-89
    [70, 'fair'],
    [69.99, 'average'],
    [50, 'average'],
    [49.99, 'poor'],
    [0, 'poor'],
  ] as const)('%d of 100 is %s', (points, grade) => {
    for (const regime of regimes) expect(gradeOf({ points, max: 100 }, regime)).toBe(grade);
  });

  it('leave no hole and no overlap, for every total of every maximum in hundredths of a point', () => {
    const totals = fc
      .integer({ min: 1, max: 100 })
      .chain((max) => fc.tuple(fc.integer({ min: 0, max: max * 100 }), fc.constant(max)));
    fc.assert(
      fc.property(totals, fc.constantFrom(...regimes), ([hundredths, max], regime) => {
        const from = (percent: number) => hundredths >= percent * max;
        const { good, fair, average } = regime.grades;
        const expected = from(good) ? 'good' : from(fair) ? 'fair' : from(average) ? 'average' : 'poor';
        expect(gradeOf({ points: hundredths / 100, max }, regime)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold at their very floor, whatever the maximum', () => {
    for (const regime of regimes) {
      for (const grade of ['good', 'fair', 'average'] as const) {
        for (let max = 1; max <= 100; max++) {
          expect([max, gradeOf({ points: (regime.grades[grade] * max) / 100, max }, regime)]).toEqual([max, grade]);
        }
      }
    }
  });
});

it('each criterion has its reason in one sentence, in every language', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { criteria } = judgeMeeting(splitFreeText(report).facts, requireRegime(monthOf(report.date)));
      for (const lang of langs) {
        const sentences = criteria.map((line) => reasonWords(line, reasons[lang]));
        for (const why of sentences) expect(why).toMatch(/^\S[^\n]*$/);
        expect(sentences.join()).not.toMatch(/undefined|NaN|null/);
      }
      expect(criteriaJson(criteria).map(({ why }) => why)).toEqual(
        criteria.map((line) => reasonWords(line, reasons.vi)),
      );
    }),
  );
});
