import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '#shared/scorecards/matrix.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';

describe('the matrix of a scorecard', () => {
  const { scorecard } = randomDistrict('matrix', 12, 90);
  const { columns, rows, total } = matrixOf(scorecard);

  it('has a row a unit and a cell a figure, in one order', () => {
    expect(rows.map(({ unit }) => unit).sort()).toEqual(scorecard.children.map(({ unit }) => unit).sort());
    for (const { cells } of [...rows, { cells: total }]) expect(cells.map(({ id }) => id)).toEqual(columns);
  });

  it('begins with those that are named as needing help most', () => {
    const { needHelp } = summarize(scorecard);
    expect(needHelp.length).toBeGreaterThan(0);
    expect(rows.slice(0, needHelp.length).map(({ unit }) => unit)).toEqual(needHelp.map(({ child }) => child.unit));
  });

  it('is the same in whatever order the units come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...scorecard.children], { minLength: scorecard.children.length }),
        (children) => {
          expect(matrixOf({ ...scorecard, children }).rows).toEqual(rows);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has no column for a target that is not due', () => {
    const due = scorecard.indicators.find(({ id }) => id === 'thematicQuarter');
    expect([Boolean(due?.target), columns.includes('thematicQuarter')]).toEqual([true, true]);
    const indicators = scorecard.indicators.map((each) =>
      each.id === 'thematicQuarter' ? { ...each, target: null, verdict: null, met: null } : each,
    );
    expect(matrixOf({ ...scorecard, indicators }).columns).not.toContain('thematicQuarter');
  });
});
