import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { receivedAt } from '#shared/reports/current-report.ts';
import { splitFreeText } from '#shared/reports/free-text.ts';
import type { Report } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { aReport, aUnit, current, day, month, reports } from '#test/shared/samples.ts';

const cell = aUnit('hiep-hoa.thanh-van.thanh-binh');
const regime = requireRegime(month('2021-02'));
const due = '2021-03-05T16:59:59.999Z';

const judge = (...reports: Parameters<typeof judgeCellMonth>[1]) =>
  judgeCellMonth(cell, reports, { regime, due, month: month('2021-02') });
const thematic = (changes: Partial<Report> = {}) => current({ kind: 'thematic', ...changes });

describe('a cell without a report', () => {
  it.each([
    ['before-due', [], { due: 1, notDue: 1 }],
    ['after-due', ['missing'], { due: 1, overdue: 1 }],
    ['closed', ['missing'], { due: 1, silent: 1 }],
  ] as const)('is, %s, counted as that and in no other figure', (stage, flags, tally) => {
    const judged = judgeCellMonth(cell, [], { regime, due, month: month('2021-02'), stage });
    expect(judged).toEqual({ cell, flags, tally });
  });
});

/** What the sheet of Đề án 06 asks besides. */
const scored = { speakers: 10, points: { discussion: 20 } } as const;
const small = { fullMembers: 8, present: 6 } as const;

describe('a cell with its regular meeting', () => {
  it('is counted in full', () => {
    const { flags, tally } = judge(current({ attendedBy: 'both', ...scored }));
    expect(flags).toEqual([]);
    expect(tally).toMatchObject({
      due: 1,
      onTime: 1,
      held: 1,
      present: 17,
      required: 20,
      attendanceBase: 1,
      attendanceMet: 1,
      attendanceRateMet: 1,
      nobodyUnexcused: 1,
      resolutions: 1,
      prepared: 1,
      longEnough: 1,
      scored: 1,
      scoreSum: 10000,
      'grade:good': 1,
      groupVisited: 1,
      communeAttended: 1,
    });
    expect(tally).not.toHaveProperty('late');
    expect(tally).not.toHaveProperty('thematic');
  });

  it('has no attendance base where nobody was required', () => {
    const nobody = { fullMembers: 0, probationaryMembers: 0, exempt: 0, joining: 0, present: 0, excused: 0 };
    const { tally } = judge(current(nobody));
    expect(tally).toMatchObject({ held: 1, present: 0, required: 0 });
    expect(tally).not.toHaveProperty('attendanceBase');
    expect(tally).not.toHaveProperty('attendanceMet');
    expect(tally).not.toHaveProperty('nobodyUnexcused');
  });

  it.each([
    ['yes', 'yes', true],
    ['yes', 'na', true],
    ['no', 'yes', false],
    ['yes', 'no', false],
  ] as const)('papers sent: %s, committee met: %s; prepared: %s', (papersSent, committeeMet, prepared) => {
    expect(judge(current({ papersSent, committeeMet, ...small })).tally.prepared).toBe(prepared ? 1 : undefined);
  });

  it('counts its tasks, without those dropped, and its concerns by topic', () => {
    const { tally } = judge(
      current({
        tasks: [{ what: 'a' }, { what: 'b' }],
        followUps: (['done', 'done', 'doing', 'overdue', 'dropped'] as const).map((status) => ({ task: 'x', status })),
        matters: (['DD', 'DD', 'MT'] as const).map((topic) => ({ topic, summary: 'x', severity: 'low' })),
      }),
    );
    expect(tally).toMatchObject({
      tasksSet: 2,
      followedUp: 4,
      tasksDone: 2,
      tasksOverdue: 1,
      matters: 3,
      'topic:DD': 2,
      'topic:MT': 1,
    });
  });
});

describe('lateness goes by receipt', () => {
  it.each([
    [due, 'onTime', []],
    ['2021-03-05T17:00:00.000Z', 'late', ['late']],
  ] as const)('received %s is %s', (at, counter, flags) => {
    const judged = judge(current({}, at));
    expect(judged.tally[counter]).toBe(1);
    expect(judged.flags).toEqual(flags);
  });

  it('a report that was returned after the deadline, and amended then, stays on time', () => {
    const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
    const report = aReport();
    const first = revise(undefined, { state: 'submitted', report, by, at: '2021-03-05T16:00:00.000Z' });
    const returned = revise(first, { state: 'returned', report, by, at: '2021-03-08T02:00:00.000Z', reason: 'Thiếu' });
    const amended = revise(returned, { state: 'submitted', report, by, at: '2021-03-09T02:00:00.000Z' });
    expect(judge({ ...amended, report: splitFreeText(amended.report).facts }).tally).toMatchObject({ onTime: 1 });
  });

  it('of the regular meeting, where there is one', () => {
    const early = thematic({ date: day('2021-02-20') });
    const late = current({}, '2021-03-06T00:00:00.000Z');
    expect(judge(early, late).tally).toMatchObject({ late: 1, thematic: 1 });
    expect(receivedAt([early, late])).toBe(late.firstReceivedAt);
    expect(receivedAt([early])).toBe(early.firstReceivedAt);
    expect(receivedAt([])).toBeUndefined();
  });
});

describe('a thematic part', () => {
  it.each([
    [59, ['too-short']],
    [60, []],
  ])('in the same session makes 120 minutes with 60 of the regular one: %i give %j', (durationMinutes, flags) => {
    const regular = current({ startTime: '07:30', durationMinutes });
    expect(judge(regular, thematic({ startTime: '08:30', durationMinutes: 60 })).flags).toEqual(flags);
  });

  it('on another day asks for nothing more', () => {
    const { flags, tally } = judge(current({ durationMinutes: 90 }), thematic({ date: day('2021-02-20') }));
    expect(flags).toEqual([]);
    expect(tally).toMatchObject({ held: 1, thematic: 1, longEnough: 1 });
  });

  it('does not stand for the regular meeting', () => {
    const { regular, flags, tally } = judge(thematic());
    expect(regular).toBeUndefined();
    expect(flags).toEqual(['no-regular']);
    expect(tally).toMatchObject({ due: 1, onTime: 1, thematic: 1 });
    for (const counter of ['held', 'present', 'required', 'scored'] as const) expect(tally).not.toHaveProperty(counter);
  });
});

describe('the thematic meeting of the quarter', () => {
  const inMonth = (
    of: string,
    thematicBefore: number | undefined,
    ...reports: Parameters<typeof judgeCellMonth>[1]
  ) => {
    const quarter = thematicBefore === undefined ? {} : { thematicBefore };
    const { flags, tally } = judgeCellMonth(cell, reports, { regime, due, month: month(of), ...quarter });
    return { flags, inQuarter: tally.thematicQuarter };
  };
  const february = current();
  const march = current({ date: day('2021-03-03') });

  it('is not asked for before the quarter’s last month', () => {
    expect(inMonth('2021-02', 0, february)).toEqual({ flags: [], inQuarter: undefined });
    expect(inMonth('2021-03', 0, march)).toEqual({ flags: ['no-thematic'], inQuarter: undefined });
  });

  it('may have been held in an earlier month, or in this one', () => {
    expect(inMonth('2021-03', 1, march)).toEqual({ flags: [], inQuarter: 1 });
    expect(inMonth('2021-03', 0, march, thematic({ date: day('2021-03-20') }))).toEqual({ flags: [], inQuarter: 1 });
  });

  it('is no reproach where the earlier months are not known', () => {
    expect(inMonth('2021-03', undefined, march)).toEqual({ flags: [], inQuarter: undefined });
  });

  it('is not counted of a cell that is missing', () => {
    expect(inMonth('2021-03', 1)).toEqual({ flags: ['missing'], inQuarter: undefined });
  });
});

describe('several regular meetings', () => {
  it('count as the earliest, and are pointed out', () => {
    const first = current({ present: 20, excused: 0 });
    const second = current({ date: day('2021-02-20'), present: 10, excused: 10, durationMinutes: 30 });
    for (const given of [
      [first, second],
      [second, first],
    ]) {
      const { regular, flags, tally } = judge(...given);
      expect(regular?.report.date).toBe('2021-02-03');
      expect(flags).toEqual(['several-regular']);
      expect(tally).toMatchObject({ due: 1, held: 1, present: 20, required: 20 });
    }
  });
});

it('the order of the reports never matters, and a cell is counted once', () => {
  const several = fc.uniqueArray(reports, { maxLength: 4, selector: ({ date, kind }) => `${date} ${kind}` });
  fc.assert(
    fc.property(several, fc.infiniteStream(fc.nat()), (some, keys) => {
      const given = some.map((report) => current(report));
      const shuffled = given
        .map((report) => ({ report, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ report }) => report);
      const of = monthOf(some[0]?.date ?? day('2021-02-03'));
      const by = { regime: requireRegime(of), due, month: of, thematicBefore: 0 };
      const judged = judgeCellMonth(cell, given, by);
      expect(judgeCellMonth(cell, shuffled, by)).toEqual(judged);
      const { due: cells, onTime = 0, late = 0, held = 0, attendanceBase = 0, scored = 0 } = judged.tally;
      expect(cells).toBe(1);
      expect(onTime + late).toBe(given.length > 0 ? 1 : 0);
      for (const counter of [held, attendanceBase, scored]) expect(counter).toBeLessThanOrEqual(onTime + late);
      for (const count of Object.values(judged.tally)) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      expect(judged.flags.length > 0 || judged.regular !== undefined).toBe(true);
    }),
  );
});
