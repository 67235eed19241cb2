import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { measure } from '#shared/scorecards/measure.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import type { Stage } from '#shared/units/stage.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';

const march = month('2021-03');
const regime = requireRegime(march);
const due = '2021-04-05T16:59:59.999Z';
type Reports = readonly ReturnType<typeof current>[];

/** A meeting that is at every target: 17 of 20 members, 90 minutes. */
const regular = (changes = {}, at?: string) => current({ date: day('2021-03-03'), ...changes }, at);
const thematic = (changes = {}) => current({ kind: 'thematic', date: day('2021-03-20'), ...changes });
const good: Reports = [regular(), thematic()];
const none: Reports = [];
const returned = (report: Reports[number]) => ({ ...report, state: 'returned' as const });

/** What is told of a figure of some cells. */
function verdictsOf(stage: Stage, cells: readonly Reports[]) {
  const tallies = cells.map((reports, at) => {
    const by = { regime, due, month: march, stage, thematicBefore: 0 };
    return judgeCellMonth(aUnit(`h.a.c${at}`), reports, by).tally;
  });
  const figures = measure(mergeAll(tallies), { regime, month: march }, {});
  return (id: IndicatorId) => figures.find((figure) => figure.id === id)?.verdict;
}

const stages = ['before-due', 'after-due', 'closed'] as const satisfies readonly Stage[];

describe('what is told before the deadline, after it, and after the closing', () => {
  it.each<[string, readonly Reports[], IndicatorId, readonly [unknown, unknown, unknown]]>([
    ['nobody has reported', [none, none], 'reported', ['open', 'open', 'missed']],
    ['nobody has reported', [none, none], 'onTime', ['open', 'missed', 'missed']],
    ['nobody has reported', [none, none], 'met', ['open', 'open', 'missed']],
    ['nobody has reported', [none, none], 'resolution', ['open', 'open', 'missed']],
    ['nobody has reported', [none, none], 'attendance', ['open', 'open', null]],

    ['one is silent', [good, none], 'reported', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'onTime', ['open', 'missed', 'missed']],
    ['one is silent', [good, none], 'met', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'attendanceCells', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'resolution', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'preparation', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'duration', ['open', 'open', 'missed']],
    ['one is silent', [good, none], 'thematicQuarter', ['open', 'open', 'missed']],
    // Of members the rate of those who reported: how many the silent cell has is not known.
    ['one is silent', [good, none], 'attendance', ['open', 'open', 'met']],

    ['all have reported well', [good, good], 'reported', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'onTime', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'met', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'attendance', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'resolution', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'duration', ['met', 'met', 'met']],
    ['all have reported well', [good, good], 'thematicQuarter', ['met', 'met', 'met']],

    // One that failed is never made good by others.
    ['one has no resolution', [[regular({ resolution: 'none' })], none], 'resolution', ['missed', 'missed', 'missed']],
    ['one is late', [[regular({}, '2021-04-05T17:00:00.000Z')], none], 'onTime', ['missed', 'missed', 'missed']],
    ['one is at the last instant', [[regular({}, due)]], 'onTime', ['met', 'met', 'met']],
    [
      'one cell is below the rate',
      [[regular({ present: 16, excused: 4 })], none],
      'attendanceCells',
      ['missed', 'missed', 'missed'],
    ],
    [
      'one cell is below the rate',
      [[regular({ present: 16, excused: 4 })], none],
      'attendance',
      ['open', 'open', 'missed'],
    ],

    [
      'one without a resolution is returned',
      [[returned(regular({ resolution: 'none' }))]],
      'resolution',
      ['open', 'open', 'missed'],
    ],
    ['a good one is returned', [[returned(regular())]], 'resolution', ['open', 'open', 'met']],
    ['a good one is returned', [[returned(regular())]], 'attendance', ['open', 'open', 'met']],
    ['a good one is returned', [[returned(regular())]], 'attendanceCells', ['open', 'open', 'met']],
    ['a good one is returned', [[returned(regular())]], 'duration', ['open', 'open', 'met']],
    // It stays reported, on time, and held.
    ['a good one is returned', [[returned(regular())]], 'reported', ['met', 'met', 'met']],
    ['a good one is returned', [[returned(regular())]], 'onTime', ['met', 'met', 'met']],
    ['a good one is returned', [[returned(regular())]], 'met', ['met', 'met', 'met']],
    [
      'one that is not confirmed counts as said',
      [[{ ...regular(), state: 'submitted' as const }]],
      'resolution',
      ['met', 'met', 'met'],
    ],

    ['there is only a thematic report', [[thematic()]], 'met', ['open', 'open', 'missed']],
    ['there is only a thematic report', [[thematic()]], 'reported', ['met', 'met', 'met']],
    ['there is only a thematic report', [[thematic()]], 'onTime', ['open', 'open', 'met']],
    ['there is only a thematic report', [[thematic()]], 'attendance', ['open', 'open', null]],
    ['there is only a thematic report', [[thematic()]], 'resolution', ['open', 'open', null]],
    ['there is only a thematic report', [[thematic()]], 'thematicQuarter', ['met', 'met', 'met']],

    // A thematic meeting right after it would make a session of 120 minutes.
    ['a meeting is too short', [[regular({ durationMinutes: 89 })]], 'duration', ['open', 'open', 'missed']],
    ['a meeting is too short', [[regular({ durationMinutes: 89 })]], 'resolution', ['met', 'met', 'met']],
    [
      'a returned one is too short',
      [[returned(regular({ durationMinutes: 89 }))]],
      'duration',
      ['open', 'open', 'missed'],
    ],

    ['the quarter’s thematic meeting is not held yet', [[regular()]], 'thematicQuarter', ['open', 'open', 'missed']],
    ['what has no target', [good], 'thematic', [null, null, null]],
  ])('%s: %#', (_, cells, id, told) => {
    expect([id, ...stages.map((stage) => verdictsOf(stage, cells)(id))]).toEqual([id, ...told]);
  });
});

describe('why a cell is below the norm is said only of what was due', () => {
  const flagsOf = (stage: Stage, reports: Reports) =>
    judgeCellMonth(aUnit('h.a.c'), reports, { regime, due, month: march, stage, thematicBefore: 0 }).flags;

  it.each<[string, Reports, readonly (readonly string[])[]]>([
    ['no report', none, [[], ['missing'], ['missing']]],
    ['only a thematic one', [thematic()], [[], ['no-regular'], ['no-regular']]],
    ['no thematic meeting by the quarter’s last month', [regular()], [[], ['no-thematic'], ['no-thematic']]],
    ['a short meeting', [regular({ durationMinutes: 30 }), thematic()], [['too-short'], ['too-short'], ['too-short']]],
  ])('%s', (_, reports, flags) => {
    expect(stages.map((stage) => flagsOf(stage, reports))).toEqual(flags);
  });
});

it('after the closing those who never reported stand beside those who did', () => {
  const tallies = Array.from({ length: 373 }, (_, at) => {
    const reports = at < 361 ? good : none;
    return judgeCellMonth(aUnit(`h.a.c${at}`), reports, { regime, due, month: march, thematicBefore: 0 }).tally;
  });
  const figures = measure(mergeAll(tallies), { regime, month: march }, {});
  const met = figures.find(({ id }) => id === 'met');
  expect(met).toMatchObject({ numerator: 361, denominator: 373, value: 96.8, verdict: 'missed', met: false });
  expect(figures.find(({ id }) => id === 'missing')).toMatchObject({ numerator: 12, denominator: 373 });
  expect(figures.find(({ id }) => id === 'notDue')).toMatchObject({ numerator: 0, denominator: 373 });
  // What is counted of people and of points is of those who reported: missing is not zero.
  expect(figures.find(({ id }) => id === 'attendance')).toMatchObject({ denominator: 361 * 20, verdict: 'met' });
});
