import { describe, expect, it } from 'vitest';
import { countMonotony, type Subjects, subjectsOf } from '#shared/scorecards/monotony.ts';
import { facts } from '#test/shared/samples.ts';

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
