import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from '#shared/input/fields.ts';
import { messageOf } from '#shared/input/texts/errors.ts';
import { type ErrorCode, errorCodes, type Typed } from '#shared/input/typed.ts';
import { langs } from '#shared/language/lang.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, monthOf } from '#shared/period.ts';
import { type Parsed, parseReport } from '#shared/reports/parse-report.ts';
import type { Report } from '#shared/reports/report.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { aReport, day, month, reports } from '#test/shared/samples.ts';

const today = day('2026-06-30');
const norms = findRegime;
const setting = { today, norms };

/** The report of the samples as it is typed, with changes; `undefined` takes a field away. */
function typed(changes: Record<string, string | undefined> = {}): Typed {
  const fields = Object.entries({ ...toTyped(aReport()), ...changes });
  return Object.fromEntries(fields.filter((field): field is [string, string] => field[1] !== undefined));
}

function parsed(changes: Record<string, string | undefined>): Report {
  const result = parseReport(typed(changes), setting);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.report;
}

function codes(result: Parsed): (readonly [field: string, code: ErrorCode])[] {
  return result.ok ? [] : result.errors.map(({ field, code }) => [field, code] as const);
}

it('reads back every report from how it is typed', () => {
  fc.assert(
    fc.property(reports, (report) => {
      expect(parseReport(toTyped(report), { today: report.date, month: monthOf(report.date), norms })).toEqual({
        ok: true,
        report,
      });
    }),
  );
});

it('takes any one field that is not asked for as unknown, and all others as they are', () => {
  fc.assert(
    fc.property(reports, fc.string(), (report, name) => {
      const known = toTyped(report);
      fc.pre(!Object.hasOwn(known, name) && !Object.hasOwn(typed(), name));
      const result = parseReport({ ...known, [name]: 'x' }, { today: report.date, norms });
      expect(codes(result).map(([field]) => field)).toEqual([name]);
    }),
  );
});

describe('a value as people type it', () => {
  it.each([
    ['date', '3/2/2021', 'date', '2021-02-03'],
    ['date', '2021-02-03', 'date', '2021-02-03'],
    ['startTime', '7h30', 'startTime', '07:30'],
    ['startTime', '19g05', 'startTime', '19:05'],
    ['startTime', '7:30', 'startTime', '07:30'],
    ['durationMinutes', '1.234', 'durationMinutes', 1234],
    ['durationMinutes', ' 95 ', 'durationMinutes', 95],
    ['speakers', '0', 'speakers', 0],
    ['points.discussion', '15,5', 'points', { discussion: 15.5 }],
    ['points.discussion', '15.5', 'points', { discussion: 15.5 }],
    ['focus', '  Đường thôn\r\nNhà văn hóa ', 'focus', 'Đường thôn\nNhà văn hóa'],
  ] as const)('%s %j is %s %j', (field, text, name, value) => {
    expect(parsed({ [field]: text })[name]).toEqual(value);
  });

  it('is the same text whichever way its letters are composed', () => {
    const written = 'Đề nghị sửa đường thôn Thanh Bình, hỗ trợ hộ nghèo';
    const [composed, decomposed] = [written.normalize('NFC'), written.normalize('NFD')];
    expect(decomposed).not.toBe(composed);
    const rows = (text: string) => ({
      focus: text,
      resolutionText: text,
      deductionNote: text,
      'tasks[0].what': text,
      'tasks[0].who': text,
      'followUps[0].task': text,
      'followUps[0].status': 'done',
      'matters[0].topic': 'DD',
      'matters[0].summary': text,
      'matters[0].severity': 'low',
      'matters[0].proposal': text,
    });
    expect(parsed(rows(decomposed))).toEqual(parsed(rows(composed)));
  });
});

describe('a blank', () => {
  const blankable = [
    'startTime',
    'late',
    'committeeMet',
    'oriented',
    'papersSent',
    'focus',
    'stepsFollowed',
    'previousReviewed',
    'speakers',
    'selfCriticism',
    'notesTaken',
    'minutesKept',
    'resolutionText',
    'targetsSet',
    'targetsMet',
    'attendedBy',
    'deductionNote',
  ];

  it.each(blankable)('%s stays unknown: neither zero nor no', (field) => {
    for (const blank of ['', '  ', undefined]) expect(parsed({ [field]: blank })).not.toHaveProperty(field);
  });

  it('of points stays unknown', () => {
    expect(parsed({ 'points.discussion': '' }).points).toEqual({});
  });

  it.each(['probationaryMembers', 'exempt', 'temporarilyExempt', 'away', 'suspended', 'specialDuty', 'joining'])(
    '%s means none, as the form says',
    (field) => {
      const report = aReport({ fullMembers: 20, probationaryMembers: 0, exempt: 0, joining: 0 });
      const result = parseReport({ ...toTyped(report), [field]: '' }, setting);
      expect(result).toEqual({ ok: true, report });
    },
  );

  it.each(['cell', 'date', 'kind', 'durationMinutes', 'fullMembers', 'present', 'excused', 'unexcused', 'resolution'])(
    '%s is refused',
    (field) => {
      for (const blank of ['', ' \t', undefined]) {
        expect(codes(parseReport(typed({ [field]: blank }), setting))).toContainEqual([field, 'required']);
      }
    },
  );
});

describe('rows', () => {
  it('of which some are blank keep their order', () => {
    const report = parsed({
      'tasks[1].what': 'Họp thôn',
      'tasks[1].due': '05/03/2021',
      'tasks[2].what': '',
      'tasks[7].what': 'Lập danh sách',
      'tasks[7].who': 'Chi ủy',
    });
    expect(report.tasks).toEqual([
      { what: 'Họp thôn', due: '2021-03-05' },
      { what: 'Lập danh sách', who: 'Chi ủy' },
    ]);
  });

  it('of which only the number is left are blank', () => {
    const { tasks } = parsed({
      'tasks[0].row': '1',
      'tasks[1].what': 'Dọn kênh',
      'tasks[1].row': '2',
      'tasks[2].row': '3',
    });
    expect(tasks).toEqual([{ what: 'Dọn kênh', row: 2 }]);
  });

  it('take a number that cannot be one as none', () => {
    for (const row of ['0', '-1', '1.5', '1e3', '01', 'x', '100000', '٣', '']) {
      expect(parsed({ 'tasks[0].what': 'Dọn kênh', 'tasks[0].row': row }).tasks).toEqual([{ what: 'Dọn kênh' }]);
    }
  });

  it('refuse what is meant as an id and is none', () => {
    const report = 'hiep-hoa.thanh-van.thanh-binh_2021-01-03_regular';
    const none = ['', '_', '_0', '_-1', '_01', '_1.5', '_100000', '_x', '_w12', '_1_1'].map((end) => report + end);
    const others = [`${report}_1`.toUpperCase(), 'hiep-hoa_2021-02-30_regular_1', 'hiep-hoa_2021-01-03_weekly_1'];
    for (const task of [...none, ...others]) {
      const fields = { 'followUps[0].task': task, 'followUps[0].status': 'done' };
      expect([task, codes(parseReport(typed(fields), setting))]).toEqual([
        task,
        [['followUps[0].task', 'unknown-task']],
      ]);
    }
  });

  it('follow up a task once by its id, and in words as often as somebody likes', () => {
    const twice = (task: string) => ({
      'followUps[0].task': task,
      'followUps[0].status': 'done',
      'followUps[4].task': task,
      'followUps[4].status': 'doing',
    });
    expect(parsed(twice('Dọn kênh')).followUps).toHaveLength(2);
    const id = 'hiep-hoa.thanh-van.thanh-binh_2021-01-03_regular_1';
    expect(codes(parseReport(typed(twice(id)), setting))).toEqual([['followUps[4].task', 'task-twice']]);
    expect(parsed({ 'followUps[0].task': `\u200b ${id}\r\n`, 'followUps[0].status': 'done' }).followUps[0]?.task).toBe(
      id,
    );
  });

  it('name the place of a mistake as it was typed', () => {
    const result = parseReport(typed({ 'tasks[3].who': 'Chi ủy', 'matters[2].summary': 'Rác thải' }), setting);
    expect(codes(result)).toEqual([
      ['tasks[3].what', 'required'],
      ['matters[2].topic', 'required'],
      ['matters[2].severity', 'required'],
    ]);
  });

  it('beyond the last one of the form are refused, not dropped', () => {
    expect(parsed({ [`tasks[${MOST_ROWS - 1}].what`]: 'Họp thôn' }).tasks).toHaveLength(1);
    const beyond = `tasks[${MOST_ROWS}].what`;
    expect(codes(parseReport(typed({ [beyond]: 'Họp thôn' }), setting))).toEqual([[beyond, 'unknown-field']]);
  });
});

describe('a mistake is named at its field:', () => {
  const long = 'ơ'.repeat(4001);
  it.each<[Record<string, string | undefined>, string, ErrorCode]>([
    [{ kind: '' }, 'kind', 'required'],
    [{ present: 'mười bảy' }, 'present', 'not-a-count'],
    [{ present: '17,5' }, 'present', 'not-a-count'],
    [{ present: '-1' }, 'present', 'not-a-count'],
    [{ speakers: '1.5' }, 'speakers', 'not-a-count'],
    [{ exempt: 'không' }, 'exempt', 'not-a-count'],
    [{ durationMinutes: '1441' }, 'durationMinutes', 'too-large'],
    [{ fullMembers: '2001' }, 'fullMembers', 'too-large'],
    [{ targetsSet: '1001' }, 'targetsSet', 'too-large'],
    [{ focus: long }, 'focus', 'too-long'],
    [{ deductionNote: long }, 'deductionNote', 'too-long'],
    [{ 'tasks[0].what': long.slice(0, 301) }, 'tasks[0].what', 'too-long'],
    [{ date: '2021-02-31' }, 'date', 'not-a-day'],
    [{ 'tasks[0].what': 'Họp', 'tasks[0].due': '31/02' }, 'tasks[0].due', 'not-a-day'],
    [{ 'tasks[0].what': 'Họp', 'tasks[0].due': '02/02/2021' }, 'tasks[0].due', 'due-not-possible'],
    [{ 'tasks[0].what': 'Họp', 'tasks[0].due': '05/02/2022' }, 'tasks[0].due', 'due-not-possible'],
    [{ startTime: '24:00' }, 'startTime', 'not-a-time'],
    [{ startTime: '19:60' }, 'startTime', 'not-a-time'],
    [{ startTime: 'bảy giờ' }, 'startTime', 'not-a-time'],
    [{ kind: 'weekly' }, 'kind', 'not-a-choice'],
    [{ oriented: 'na' }, 'oriented', 'not-a-choice'],
    [{ 'followUps[0].task': 'Họp', 'followUps[0].status': 'lost' }, 'followUps[0].status', 'not-a-choice'],
    [{ 'points.discussion': '20,5' }, 'points.discussion', 'not-points'],
    [{ 'points.discussion': '15,3' }, 'points.discussion', 'not-points'], // not a step of the form
    [{ 'points.discussion': 'tốt' }, 'points.discussion', 'not-points'],
    [{ date: '01/07/2026' }, 'date', 'day-in-future'],
    [{ date: '28/02/2019' }, 'date', 'month-without-regime'],
    [{ cell: 'Thanh Bình' }, 'cell', 'unknown-unit'],
    [{ guests: '3' }, 'guests', 'unknown-field'],
    [{ 'points.guiding': '4' }, 'points.guiding', 'unknown-field'], // of the later regime
    [{ 'points.attendance': '5' }, 'points.attendance', 'unknown-field'], // computed, never typed
    [{ 'tasks[0].status': 'done' }, 'tasks[0].status', 'unknown-field'],
    [
      { 'matters[0].topic': 'XX', 'matters[0].summary': 'Rác', 'matters[0].severity': 'low' },
      'matters[0].topic',
      'unknown-topic',
    ],
    [{ present: '21' }, 'present', 'present-above-required'],
    [{ present: '18' }, 'present', 'attendance-does-not-add-up'],
    [{ excused: '2' }, 'present', 'attendance-does-not-add-up'],
    [{ exempt: '21' }, 'fullMembers', 'adjustments-above-members'],
    [{ late: '18' }, 'late', 'late-above-present'],
    [{ speakers: '18' }, 'speakers', 'speakers-above-present'],
    [{ communeStaff: '200' }, 'communeStaff', 'too-large'],
    [{ communeStaffPresent: '1' }, 'communeStaffPresent', 'too-large'],
    [{ communeStaff: '2', communeStaffPresent: '3' }, 'communeStaffPresent', 'too-large'],
    [{ targetsMet: '5' }, 'targetsMet', 'targets-met-above-set'],
  ])('%j: %s %s', (changes, field, code) => {
    expect(codes(parseReport(typed(changes), setting))).toEqual([[field, code]]);
  });

  it('a due day before the meeting, but for one that the amended report has already', () => {
    const [before, ...others] = ['01/01/2021', '01/01/2020'].map((due) => ({
      'tasks[0].what': 'Họp',
      'tasks[0].due': due,
    }));
    const stored = { tasks: [{ what: 'Họp', due: day('2021-01-01') }] };
    expect(parseReport(typed(before ?? {}), { ...setting, stored }).ok).toBe(true);
    for (const other of others) {
      expect(codes(parseReport(typed(other), { ...setting, stored }))).toEqual([['tasks[0].due', 'due-not-possible']]);
    }
  });

  it('a day outside the month that the form was opened for', () => {
    const result = parseReport(typed(), { ...setting, month: month('2021-03') });
    expect(result).toEqual({
      ok: false,
      errors: [{ field: 'date', code: 'day-outside-month', params: { month: '03/2021' } }],
    });
  });

  it('every mistake at once, each field once', () => {
    const result = parseReport(typed({ date: '', present: '', kind: 'x', 'points.discussion': '99' }), {
      ...setting,
      month: month('2021-02'),
    });
    expect(codes(result)).toEqual([
      ['date', 'required'],
      ['kind', 'not-a-choice'],
      ['present', 'required'],
      ['points.discussion', 'not-points'],
    ]);
  });

  it('while the month is not known, points have no other bound than 100', () => {
    const points = { 'points.discussion': '18', 'points.guiding': '4' };
    expect(codes(parseReport(typed({ ...points, date: '' }), setting))).toEqual([['date', 'required']]);
  });

  it.each([
    ['8', 'na', []],
    ['9', 'na', [['committeeMet', 'has-committee']]],
    ['9', 'no', []],
    ['9', '', []],
  ] as const)('a cell of %s full members that says of its committee %j has %j', (fullMembers, committeeMet, wrong) => {
    const members = { fullMembers, probationaryMembers: '0', exempt: '0', joining: '0' };
    const came = { present: fullMembers, excused: '0', unexcused: '0', speakers: '' };
    expect(codes(parseReport(typed({ ...members, ...came, committeeMet }), setting))).toEqual(wrong);
  });

  it('each code has its sentence, in both languages, with every number filled in', () => {
    const params = {
      ...{ max: 1, step: 0.5, month: '02/2021', name: 'x', present: 1, required: 1, sum: 1, members: 9 },
      ...{ row: '5', said: '3', understood: '03/02/2021', of: 3, example: '03/02/2021', excused: 0, unexcused: 0 },
      ...{
        stored: '03/11/2026',
        until: '31/12/2027',
        from: '10/2026',
        to: '11/2026',
        first: '03/2009',
        last: '02/2019',
      },
    };
    for (const code of errorCodes) {
      for (const lang of langs) {
        const sentence = messageOf({ field: 'x', code, params }, lang);
        expect(sentence).toMatch(/\S/);
        expect(sentence).not.toMatch(/undefined/);
      }
    }
  });
});

it('the day is right at its borders: today, and the first day of the first regime', () => {
  expect(parsed({ date: '30/06/2026', 'points.regularContent': '10' }).date).toBe(today);
  expect(parsed({ date: '01/03/2019' }).date).toBe('2019-03-01');
  expect(codes(parseReport(typed({ date: '30/06/2026', 'points.regularContent': '10,5' }), setting))).toEqual([
    ['points.regularContent', 'not-points'],
  ]);
});

it('a month that the form was opened for takes its own days and no others', () => {
  fc.assert(
    fc.property(reports, fc.integer({ min: -3, max: 3 }), (report, apart) => {
      const opened = addMonths(monthOf(report.date), apart);
      expect(parseReport(toTyped(report), { today: report.date, month: opened, norms }).ok).toBe(apart === 0);
    }),
  );
});
