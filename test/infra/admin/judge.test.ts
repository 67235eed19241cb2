import { describe, expect, it } from 'vitest';
import { judgeCases, judgeFile } from '#infra/admin/judge-files.ts';
import { day } from '#test/shared/samples.ts';

const today = day('2026-06-30');
const regular = {
  cell: 'hiep-hoa.thanh-van.thanh-binh',
  date: '2026-02-03',
  kind: 'regular',
  durationMinutes: 119,
  fullMembers: 20,
  present: 17,
  excused: 3,
  unexcused: 0,
  resolution: 'resolution',
  baseRevision: 0,
};
const thematic = { ...regular, kind: 'thematic' };
function judge(value: unknown, regime?: string) {
  const judged = judgeFile(JSON.stringify(value), regime === undefined ? {} : { regime }, today);
  if ('months' in judged) throw new Error('These are of several months');
  return judged;
}
const duration = (judged: ReturnType<typeof judge>) => judged.criteria?.find(({ id }) => id === 'duration')?.points;

describe('the reports of a cell’s month', () => {
  it('are judged by the month’s own regime, or by another', () => {
    expect(judge(regular)).toMatchObject({ regime: 'hd-42', attendance: { present: 17, required: 20, met: 'missed' } });
    expect(judge(regular, 'de-an-06')).toMatchObject({ regime: 'de-an-06', attendance: { met: 'met' } });
  });

  it('are judged together: a thematic meeting right after the regular one makes up for what that lacks', () => {
    const short = { ...regular, durationMinutes: 60, startTime: '07:30' };
    const after = { ...thematic, durationMinutes: 60, startTime: '08:30' };
    expect(duration(judge(regular))).toBe(5);
    expect(duration(judge([regular, thematic]))).toBe(5);
    expect(duration(judge(short))).toBe(3);
    expect(duration(judge([short, { ...after, startTime: '14:00' }]))).toBe(3);
    expect(judge([short, after])).toMatchObject({ others: [{ kind: 'thematic', date: '2026-02-03' }] });
    expect(duration(judge([short, after]))).toBe(5);
  });

  it('without a regular one are that alone', () => {
    expect(judge(thematic)).toMatchObject({
      regime: 'hd-42',
      flags: ['no-regular'],
      others: [{ kind: 'thematic', attendance: { met: 'missed' } }],
    });
  });

  it('with two regular ones are judged by the earlier, and say so', () => {
    const later = { ...regular, date: '2026-02-10', durationMinutes: 30 };
    expect(duration(judge([later, regular]))).toBe(5);
    expect(judge([later, regular]).flags).toContain('several-regular');
  });

  it('at a regime’s edge are judged each by its own month', () => {
    expect(judge({ ...regular, date: '2025-09-30' }).regime).toBe('de-an-06');
    expect(judge({ ...regular, date: '2025-10-01' }).regime).toBe('hd-42');
  });

  it('are refused where they are not right, each field by its name', () => {
    expect(() => judge([{ ...regular, present: 30 }])).toThrow(/Report 1 is not right:\n {2}present: 30 present/);
    const another = 'hiep-hoa.thanh-van.thanh-an';
    expect(() => judge([regular, { ...regular, cell: another }])).toThrow('not of one cell and one year');
    expect(() => judge([])).toThrow('no report');
    expect(() => judge(regular, 'no-such')).toThrow('There is no regime no-such.');
  });
});

describe('the reports of a year', () => {
  const inMonth = (of: string, changes = {}) => ({ ...regular, date: `2025-${of}-03`, ...changes });

  it('are judged month by month, each by its own regime, then by quarter and year', () => {
    const judged = judgeFile(
      JSON.stringify([inMonth('08'), inMonth('10'), inMonth('09', { kind: 'thematic' })]),
      {},
      today,
    );
    expect(judged).toMatchObject({
      months: [
        { month: '2025-08', regime: 'de-an-06' },
        { month: '2025-09', regime: 'de-an-06', flags: ['no-regular'] },
        { month: '2025-10', regime: 'hd-42' },
      ],
      quarters: [
        { quarter: '2025-Q3', thematics: 1 },
        { quarter: '2025-Q4', thematics: 0 },
      ],
      year: { due: 3 },
    });
    // July and December are not among them.
    expect(JSON.stringify(judged)).not.toMatch(/"met":(true|false)/);
  });

  const whole = Array.from({ length: 12 }, (_, at) => ({
    ...regular,
    date: `2020-${String(at + 1).padStart(2, '0')}-03`,
    ...{ committeeMet: 'yes', oriented: 'yes', papersSent: 'yes', stepsFollowed: 'yes', previousReviewed: 'yes' },
    ...{ minutesKept: 'yes', speakers: 17, 'points.discussion': '20' },
  }));
  const gradeOn = (reports: readonly unknown[], on: string) =>
    judgeFile(JSON.stringify({ reports, today: on })) as { year: { grade?: string }; quarters: { met?: boolean }[] };

  it('have a verdict for a year and a quarter only once they are over, and whole', () => {
    expect(gradeOn(whole, '2021-01-01').year.grade).toBe('good');
    expect(gradeOn(whole, '2020-12-31').year).not.toHaveProperty('grade');
    expect(gradeOn(whole.slice(0, 11), '2021-01-01').year).not.toHaveProperty('grade');
    expect(gradeOn(whole.slice(0, 11), '2021-01-01').quarters.map(({ met }) => met)).toEqual([
      ...[false, false, false],
      undefined,
    ]);
    expect(gradeOn(whole, '2020-12-31').quarters.map(({ met }) => met)).toEqual([false, false, false, undefined]);
  });
});

describe('a list of cases', () => {
  const settings = { attendance: { comparison: '>=', percent: 80 } };
  const results = (cases: readonly unknown[]) =>
    judgeCases(JSON.stringify(cases))
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('gives one line a case, each by its own norms, and names what is not right', () => {
    const from = '2026-02';
    expect(
      results([
        { name: 'dated', reports: [regular] },
        { name: 'own', settings, reports: [regular] },
        { name: 'chosen', choices: [{ from, regime: 'de-an-06' }], reports: [regular] },
        { name: 'silent', from, to: from, cell: regular.cell, reports: [] },
        { name: 'wrong', reports: [{ ...regular, present: 30 }] },
        { name: 'no list' },
      ]),
    ).toMatchObject([
      { name: 'dated', attendance: { met: 'missed' } },
      { name: 'own', regime: 'hd-42', attendance: { met: 'met' } },
      { name: 'chosen', regime: 'de-an-06', attendance: { met: 'met' } },
      { name: 'silent', flags: ['missing'] },
      { name: 'wrong', error: expect.stringContaining('present: 30 present') },
      { error: 'A case has reports, a list.' },
    ]);
  });

  it('of hundreds takes seconds at most', () => {
    const { user } = process.cpuUsage();
    expect(results(Array.from({ length: 500 }, () => ({ settings, reports: [regular, thematic] })))).toHaveLength(500);
    expect(process.cpuUsage().user - user).toBeLessThan(5_000_000);
  });

  it('is refused where it is none', () => {
    expect(() => judgeCases('{}')).toThrow('no list of cases');
  });
});
