import { describe, expect, it } from 'vitest';
import { judgeFile } from '#infra/admin/judge.ts';
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
  const judged = judgeFile(JSON.stringify(value), regime, today);
  if ('months' in judged) throw new Error('These are of several months');
  return judged;
}
const duration = (judged: ReturnType<typeof judge>) => judged.criteria?.find(({ id }) => id === 'duration')?.points;

describe('the reports of a cell’s month', () => {
  it('are judged by the month’s own regime, or by another', () => {
    expect(judge(regular)).toMatchObject({ regime: 'hd-42', attendance: { present: 17, required: 20, met: 'missed' } });
    expect(judge(regular, 'de-an-06')).toMatchObject({ regime: 'de-an-06', attendance: { met: 'met' } });
  });

  it('are judged together: 119 minutes do for a regular meeting, and not with a thematic one on the same day', () => {
    expect(duration(judge(regular))).toBe(5);
    expect(duration(judge([regular, thematic]))).toBe(4);
    expect(duration(judge([regular, { ...thematic, date: '2026-02-20' }]))).toBe(5);
  });

  it('without a regular one are that alone', () => {
    expect(judge(thematic)).toEqual({ regime: 'hd-42', flags: ['no-regular'] });
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
      undefined,
      today,
    );
    expect(judged).toMatchObject({
      months: [
        { month: '2025-08', regime: 'de-an-06' },
        { month: '2025-09', regime: 'de-an-06', flags: ['no-regular'] },
        { month: '2025-10', regime: 'hd-42' },
      ],
      quarters: [
        { quarter: '2025-Q3', thematics: 1, met: true },
        { quarter: '2025-Q4', thematics: 0, met: false },
      ],
      year: { held: 2, due: 3 },
    });
  });
});
