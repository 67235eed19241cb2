import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import { fractionOf } from '#shared/scorecards/measure.ts';
import { reasonsOf } from '#shared/scorecards/reasons-of.ts';
import { deadlines } from '#shared/units/units.ts';
import { aUnit, current, reports } from '#test/shared/samples.ts';

it('a cell that misses a target shows a reason of that target, whatever it reports or leaves blank', () => {
  const some = fc.array(reports, { maxLength: 3 });
  fc.assert(
    fc.property(
      reports,
      some,
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
      (first, others, thematicBefore, silent) => {
        const month = monthOf(first.date);
        const regime = requireRegime(month);
        const cell = aUnit(first.cell);
        const all = [first, ...others].map((each) => current({ ...each, cell: first.cell, date: first.date }));
        const judgedBy = { regime, due: deadlines({}, month).due, month, thematicBefore };
        const { flags, tally } = judgeCellMonth(cell, silent ? [] : all, judgedBy);
        for (const id of indicatorIds) {
          const { target } = ruleOf(id);
          const { numerator, denominator } = fractionOf(tally, ruleOf(id));
          // Members are counted otherwise than cells.
          if (id === 'attendance' || !target?.(regime, month) || numerator >= denominator) continue;
          expect([id, flags.filter((flag) => reasonsOf[id]?.includes(flag))]).not.toEqual([id, []]);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
