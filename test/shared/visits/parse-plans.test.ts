import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { attendedMonths, lastAttended, neverAttended } from '#shared/visits/attended-cells.ts';
import { parsePlans } from '#shared/visits/parse-plans.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { day, month } from '#test/shared/samples.ts';

const one = 'hiep-hoa.thang.thcs';
const two = 'hiep-hoa.thang.mam-non';
const setting = {
  group: 1,
  today: day('2021-02-10'),
  norms: requireRegime,
  members: ['Phó ban', 'Chuyên viên'],
  answersFor: (unit: string) => unit.startsWith('hiep-hoa.thang'),
};
const read = (typed: Readonly<Record<string, string>>) => parsePlans(typed, month('2021-02'), setting);
const row = (n: number, unit: string, date: string, member = 'Phó ban') => ({
  [`plans[${n}].unit`]: unit,
  [`plans[${n}].date`]: date,
  [`plans[${n}].member`]: member,
});
const codes = (typed: Readonly<Record<string, string>>) => {
  const parsed = read(typed);
  return parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);
};

describe('several plans', () => {
  it('are read row by row; blank rows are left out', () => {
    const parsed = read({ ...row(0, ' ', '', ''), ...row(2, one, '15/02/2021'), ...row(4, two, '16/02/2021') });
    expect(parsed.ok && parsed.plans.map((plan) => [plan.row, plan.visit.id, plan.visit.state])).toEqual([
      [2, `${one}_2021-02-15_visit-1`, 'planned'],
      [4, `${two}_2021-02-16_visit-1`, 'planned'],
    ]);
  });

  it.each([
    [{}, ['plans[0].unit required', 'plans[0].date required', 'plans[0].member required']],
    [row(1, one, ''), ['plans[1].date required']],
    [row(1, 'hiep-hoa.thanh-van', '15/02/2021'), ['plans[1].unit not-a-choice']],
    [row(0, one, '15/02/2021', 'Ai đó'), ['plans[0].member not-a-choice']],
    [row(0, one, '15/03/2021'), ['plans[0].date meeting-outside-month']],
    [row(0, one, '15/03/2023'), ['plans[0].date planned-too-far']],
    [row(0, one, '15/12/2202'), ['plans[0].date planned-too-far']],
    [{ ...row(0, one, '15/02/2021'), ...row(1, one, '15/02/2021') }, ['plans[1].date already-planned']],
    [
      { ...row(0, one, '15/02/2021'), ...row(6, one, '16/02/2021') },
      expect.arrayContaining(['plans[6].unit unknown-field']),
    ],
  ])('%o is refused: %o', (typed, errors) => {
    expect(codes(typed)).toEqual(errors);
  });
});

describe('cells that nobody attended', () => {
  it('are those without a visit that was made, whichever group made it', () => {
    const about = (unit: string, date: string, state: 'done' | 'planned' | 'dropped', group = 1) => {
      const at = { unit, date: day(date), group };
      return { ...at, id: visitIdOf(at), meeting: 'cell', state } as const;
    };
    const attended = lastAttended([
      about(one, '2021-01-03', 'done', 2),
      about(one, '2020-11-03', 'done'),
      about(two, '2021-01-04', 'planned'),
      about(two, '2020-12-04', 'dropped'),
    ]);
    expect([...attended]).toEqual([[one, '2021-01-03']]);
    const units = [
      { id: 'hiep-hoa.thang', level: 'commune' },
      { id: one, level: 'cell' },
      { id: two, level: 'cell' },
    ] as const;
    expect(neverAttended(units, attended).map(({ id }) => id)).toEqual([two]);
  });

  it('are not those that carry on, after one reform or several, what was attended', () => {
    const at = { unit: one, date: day('2021-01-03'), group: 2 };
    const visit = { ...at, id: visitIdOf(at), meeting: 'cell', state: 'done' } as const;
    const from = month('2020-01');
    const [heir, later] = ['hiep-hoa.thang.chung', 'hiep-hoa.moi.chung'];
    const units = [
      { id: later, from: month('2021-03'), predecessors: [heir] },
      { id: heir, from: month('2021-02'), predecessors: [one, two] },
      { id: one, from },
      { id: two, from },
    ];
    const attended = lastAttended([visit], units);
    expect([...attended.keys()].toSorted()).toEqual([later, heir, one].toSorted());
    expect(attended.get(later)).toBe('2021-01-03');
  });

  it('are looked for within a year', () => {
    const months = attendedMonths(month('2021-02'));
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2020-03', '2021-02']);
  });
});
