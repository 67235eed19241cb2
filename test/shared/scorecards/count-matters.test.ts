import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatterEvent, type MatterStep, matterOf } from '#shared/matters/matter.ts';
import { endOfMonth } from '#shared/period.ts';
import { countMatter, matterInput, mattersIn } from '#shared/scorecards/count-matters.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import { month } from '#test/shared/samples.ts';

const id = 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular_1';
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const said = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
const february = month('2021-02');

type Told = readonly [day: string, kind: MatterStep | 'raised' | 'corrected'];

/** A matter by its events, each at noon in Vietnam. */
function aMatter(...told: readonly Told[]) {
  const events = told.map(([day, kind]): MatterEvent => {
    const at = `${day}T05:00:00.000Z`;
    if (kind === 'raised' || kind === 'corrected') return { kind, said, by, at };
    return kind === 'merge' ? { kind, into: 'x', by, at } : { kind, by, at };
  });
  return matterOf(id, events);
}

/** What it adds to a month that is over. */
function counts(of: string, ...told: readonly Told[]) {
  const until = endOfMonth(month(of));
  return mergeAll(mattersIn(month(of), [aMatter(...told)], until).map((each) => countMatter(each, month(of), until)));
}

describe('a matter in a month', () => {
  it.each<[string, string, readonly Told[], object]>([
    [
      'raised and settled in it',
      '2021-02',
      [
        ['2021-02-04', 'raised'],
        ['2021-02-12', 'settle'],
      ],
      { mattersOpened: 1, 'opened:DD': 1, mattersSettled: 1, 'settled:DD': 1, 'within15:DD': 1 },
    ],
    [
      'open at its end, past its term',
      '2021-02',
      [['2021-02-04', 'raised']],
      { mattersOpened: 1, 'opened:DD': 1, mattersOpen: 1, 'open:DD': 1, mattersOverdue: 1, 'overdue:DD': 1 },
    ],
    [
      'open at its end and passed up, so that its term runs anew',
      '2021-02',
      [
        ['2021-02-04', 'raised'],
        ['2021-02-18', 'pass-up'],
      ],
      { mattersOpened: 1, 'opened:DD': 1, mattersOpen: 1, 'open:DD': 1 },
    ],
    [
      'raised before and found not founded in it: that is an answer',
      '2021-03',
      [
        ['2021-02-04', 'raised'],
        ['2021-03-10', 'not-founded'],
      ],
      { mattersSettled: 1, 'settled:DD': 1, 'within60:DD': 1 },
    ],
    [
      'settled after it: in the month it was open',
      '2021-02',
      [
        ['2021-02-20', 'raised'],
        ['2021-03-01', 'settle'],
      ],
      { mattersOpened: 1, 'opened:DD': 1, mattersOpen: 1, 'open:DD': 1 },
    ],
    [
      'settled and opened again in it: it is open',
      '2021-02',
      [
        ['2021-01-04', 'raised'],
        ['2021-02-10', 'settle'],
        ['2021-02-20', 'reopen'],
      ],
      { mattersOpen: 1, 'open:DD': 1 },
    ],
    [
      'merged in it: raised, and the earlier one counts on for both',
      '2021-02',
      [
        ['2021-02-04', 'raised'],
        ['2021-02-10', 'merge'],
      ],
      { mattersOpened: 1, 'opened:DD': 1 },
    ],
    [
      'closed before it',
      '2021-03',
      [
        ['2021-02-04', 'raised'],
        ['2021-02-10', 'settle'],
      ],
      {},
    ],
    ['raised after it', '2021-01', [['2021-02-04', 'raised']], {}],
  ])('%s', (_, of, told, expected) => {
    expect(counts(of, ...told)).toEqual(expected);
  });

  it('goes by days in Vietnam: what came at 18:00 UTC on the last day is of the next month', () => {
    const raised = matterOf(id, [{ kind: 'raised', said, by, at: '2021-02-28T18:00:00.000Z' }]);
    expect(mattersIn(february, [raised], endOfMonth(february))).toEqual([]);
    expect(countMatter(raised, month('2021-03'), endOfMonth(month('2021-03')))).toMatchObject({ mattersOpened: 1 });
  });
});

const steps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom('take', 'pass-up', 'settle', 'not-founded', 'reopen', 'merge'),
  ),
  { maxLength: 8 },
);
const histories = steps.map((list): readonly Told[] => {
  let day = Date.UTC(2021, 0, 3);
  return [
    ['2021-01-03', 'raised'],
    ...list.map(([after, kind]): Told => {
      day += after * 24 * 60 * 60 * 1000;
      return [new Date(day).toISOString().slice(0, 10), kind as MatterStep];
    }),
  ];
});

describe('month by month', () => {
  it('no matter is lost: from its raising on it is open, closed or merged in this month, or was so in an earlier one', () => {
    fc.assert(
      fc.property(histories, (told) => {
        let closedBefore = false;
        for (const of of ['2021-01', '2021-02', '2021-03', '2021-04', '2021-05', '2021-06']) {
          const until = endOfMonth(month(of));
          const [then] = mattersIn(month(of), [aMatter(...told)], until);
          if (!then) expect(closedBefore).toBe(true);
          else {
            const { mattersOpen = 0, mattersSettled = 0, mattersOverdue = 0 } = countMatter(then, month(of), until);
            expect(mattersOpen + mattersSettled + (then.state === 'merged' ? 1 : 0)).toBe(1);
            expect(mattersOverdue).toBeLessThanOrEqual(mattersOpen);
            closedBefore = then.closedAt !== undefined;
          }
        }
      }),
    );
  });

  it('what is done later changes no earlier month', () => {
    fc.assert(
      fc.property(histories, (told) => {
        const until = endOfMonth(february);
        const known = told.filter(([day]) => day < '2021-03');
        const seen = (list: readonly Told[]) => mattersIn(february, [aMatter(...list)], until);
        expect(seen(told)).toEqual(seen(known));
        expect(seen(told).map(matterInput)).toEqual(seen(known).map(matterInput));
      }),
    );
  });
});

describe('the name among a scorecard’s inputs', () => {
  const matter = aMatter(['2021-02-04', 'raised'], ['2021-02-10', 'settle']);

  it('tells the matter, how many events it had and what they decided', () => {
    expect(matterInput(matter)).toMatch(/^hiep-hoa\.thanh-van\.thanh-binh_2021-02-03_regular_1#2 [0-9a-f]{64}$/);
    const other = aMatter(['2021-02-04', 'raised'], ['2021-02-10', 'not-founded']);
    expect(matterInput(other)).not.toBe(matterInput(matter));
  });

  it('is the same without the words, which may be purged', () => {
    const [raised, ...rest] = matter.events as [MatterEvent & { kind: 'raised' }, ...MatterEvent[]];
    const purged = { ...raised, said: { ...said, summary: '' } };
    expect(matterInput(matterOf(id, [purged, ...rest]))).toBe(matterInput(matter));
  });
});
