import { describe, expect, it } from 'vitest';
import { digestOf } from '#shared/digest.ts';
import { regimes } from '#shared/norms/regimes.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { type InputKind, inputKinds } from '#shared/scorecards/input-kinds.ts';
import { changedInputs, isSameData } from '#shared/scorecards/inputs.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import { due, month, randomDistrict } from '#test/functions/scorecards/random-district.ts';

/** What a fixed set of made-up districts comes to, by each version of the rules. What stands here is never changed. */
const counted: Readonly<Record<number, string>> = {
  1: '989c881627bac933044ba081fd923d639104d7faaf4a32498665944a1b79c656',
  2: 'b6b61e4d8d7fe211da03e976bc4b10d9e91bb3eee31a7c8d68c41f33fa54f539',
  3: 'ab7264306e00de08c461302b0984449a3edce2dee6ffa89bd8d3eddff69726b3',
  4: '8b072b4dfa9243e677795661038fe075f4a40f5fea2723153ebf999d0e411a84',
  5: 'fb0d2cc4a48bb9fba7aa1ab0066b77ead9e7ca15f1096be050eccbebcee6f730',
  6: '2c015e34636a38316c88b3f834015f48247315f8465b45c603c83fa56d1a3f49',
};

/** Every kind of report, visit, matter, list and plan, and each regime's judgement of the reports. */
function corpus(): unknown[] {
  return ['một', 'hai', 'ba', 'bốn'].map((seed) => {
    const { scorecard, communes, directory, reports } = randomDistrict(`rules ${seed}`, 3, 24);
    const judged = regimes.map((regime) =>
      directory.cells.map((cell) => {
        const own = reports.filter(({ report }) => report.cell === cell.id);
        const current = own.map(({ report, receivedAt }) => ({
          id: 'x' as never,
          report,
          firstReceivedAt: receivedAt,
        }));
        const { flags, tally } = judgeCellMonth(cell, current, { regime, due, month, thematicBefore: 0 });
        return { flags, tally };
      }),
    );
    return { scorecard, communes, judged };
  });
}

/** When reports came is no figure: no rule of judging or counting reads it. */
function figuresOf(all: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(all, (key, value) => (key === 'arrivals' ? undefined : value)));
}

it('the same data give the same figures until the rules have a new version', () => {
  expect(digestOf(figuresOf(corpus())), 'figures have changed: raise RULES in shared/scorecards/rules.ts').toBe(
    counted[RULES],
  );
});

it('no kind of input is newer than the rules', () => {
  for (const { since } of Object.values(inputKinds)) expect(since).toBeLessThanOrEqual(RULES);
});

describe('two lists of inputs', () => {
  const report = 'h.a.x_2021-02-03_regular#1 aa';
  const matter = 'h.a.x_2021-02-03_regular_1#2 bb';
  const units = 'h.a_2021-02_units cc';

  it('are the same data in any order, and others where anything is new, gone or otherwise', () => {
    expect(isSameData([report, matter], [matter, report], RULES)).toBe(true);
    expect(isSameData([report], [report, matter], RULES)).toBe(false);
    expect(isSameData([report, matter], [report], RULES)).toBe(false);
    expect(isSameData([report], ['h.a.x_2021-02-03_regular#2 aa'], RULES)).toBe(false);
  });

  it('are the same for rules that did not count what is new in the later one', () => {
    expect(isSameData([], [report, units], 0)).toBe(true);
  });

  it('are the same for rules that did not compare subjects, and others for those that do', () => {
    const subjects = 'h.a.x_2021-01-03_regular_subjects aa';
    expect(isSameData([report], [report, subjects], 2)).toBe(true);
    expect(isSameData([report], [report, subjects], 3)).toBe(false);
  });

  it('differ by id, with the revisions of both', () => {
    const changes = changedInputs([report, units, matter], ['h.a.x_2021-02-03_regular#2 dd', 'h.a_2021-02_units ee']);
    expect(changes).toEqual([
      { id: 'h.a.x_2021-02-03_regular', kind: 'report', revision: 2, before: 1 },
      { id: 'h.a.x_2021-02-03_regular_1', kind: 'matter', before: 2 },
      { id: 'h.a_2021-02_units', kind: 'units' },
    ]);
  });

  it.each<[string, InputKind]>([
    [report, 'report'],
    [matter, 'matter'],
    [units, 'units'],
    ['h.a.x_2021-02-03_regular_subjects aa', 'subjects'],
    ['h.a_2021-02-20_visit-1#2 aa', 'visit'],
    ['h.a_2021-02-20_visit-1_3#2 aa', 'matter'],
    ['h.a_charge#1 aa', 'officers'],
    ['h.a_2021-02_charge#1 aa', 'officer-record'],
    ['h.a.x_2021_themes#1 aa', 'themes'],
    ['h_2021-02_district aa', 'district'],
    ['h_2021-02_reopened#1 aa', 'reopening'],
  ])('%s is a %s', (input, kind) => {
    expect(changedInputs([], [input])).toMatchObject([{ kind }]);
  });
});
