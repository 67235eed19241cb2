import { describe, expect, it } from 'vitest';
import {
  countMonotony,
  monthsToCompare,
  type Subjects,
  subjectsInput,
  subjectsOf,
} from '#shared/scorecards/monotony.ts';
import { facts, month } from '#test/shared/samples.ts';

const [same, other, unknown] = [{ focusCompared: 1, focusSame: 1 }, { focusCompared: 1 }, { focusUnknown: 1 }];

describe('three meetings running', () => {
  it.each<[readonly Subjects[], object]>([
    [[['MT'], ['MT'], ['MT']], same],
    [
      [
        ['DC', 'MT'],
        ['DC', 'MT'],
        ['DC', 'MT'],
      ],
      same,
    ],
    [[['MT'], ['MT'], ['DC']], other],
    [[['DC'], ['MT'], ['MT']], other],
    [[['MT'], ['DC'], ['MT']], other],
    // One more subject is another content.
    [[['DC', 'MT'], ['MT'], ['MT']], other],
    // Subjects are compared one by one, and not the letters of their codes.
    [
      [
        ['A', 'BC'],
        ['AB', 'C'],
        ['A', 'BC'],
      ],
      other,
    ],
    // A month without a meeting, or with one whose focus is not classed, says nothing.
    [[undefined, ['MT'], ['MT']], unknown],
    [[['MT'], ['MT'], undefined], unknown],
    [[['MT'], ['MT']], unknown],
    [[undefined, undefined, undefined], unknown],
  ])('about %j are %j', (months, says) => {
    expect(countMonotony(months)).toEqual(says);
  });
});

describe('the subjects of a month', () => {
  it.each([
    [[], undefined],
    [[facts()], undefined],
    [[facts({ focusSubjects: ['MT', 'DC'] })], ['DC', 'MT']],
    // A thematic meeting has a subject of its own.
    [[facts({ kind: 'thematic', focusSubjects: ['MT'] })], undefined],
    [
      [facts({ focusSubjects: ['MT'] }), facts(), facts({ focusSubjects: ['DC', 'MT'] })],
      ['DC', 'MT'],
    ],
  ] as const)('%# are %j', (reports, says) => {
    expect(subjectsOf(reports)).toEqual(says);
  });
});

it('a month is compared with the two before it, the last first', () => {
  expect(monthsToCompare(month('2021-03'))).toEqual(['2021-02', '2021-01']);
  expect(monthsToCompare(month('2021-01'))).toEqual(['2020-12', '2020-11']);
});

describe('an earlier report is an input', () => {
  const input = (changes: Parameters<typeof facts>[0], id = 'a') => subjectsInput({ id, report: facts(changes) });

  it('of its own, and another one where it names other subjects', () => {
    const inputs = [input({}), input({ focusSubjects: ['MT'] }), input({ focusSubjects: ['DC'] }), input({}, 'b')];
    expect(new Set(inputs).size).toBe(4);
    expect(input({}, 'b')).toMatch(/^b_subjects [0-9a-f]{64}$/);
  });

  it('that stays the same whatever else is amended, and where no subject is left', () => {
    expect(input({ focusSubjects: ['MT'], present: 3 })).toBe(input({ focusSubjects: ['MT'] }));
    expect(input({ focusSubjects: [] })).toBe(input({}));
  });
});
