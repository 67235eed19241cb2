import { targetIdOf } from '#shared/reports/target-id.ts';
import { progressOf } from '#shared/targets/progress.ts';
import type { TargetPlan } from '#shared/targets/target-plan.ts';
import { toTypedTargets } from '#shared/targets/to-typed-targets.ts';
import { type Year, yearOf } from '#shared/themes/thematic-plan.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { TargetsPage } from '#web/targets/targets-page.tsx';

const year = yearOf(month);
const plan: TargetPlan = {
  cell: cell.id,
  year,
  targets: [
    {
      row: 1,
      what: 'Mở rộng, cứng hóa đường thôn',
      unit: 'road',
      quantity: 1200,
      quarters: { 1: 300, 2: 300, 4: 600 },
    },
    { row: 2, what: 'Ngày công vệ sinh môi trường', unit: 'workdays', quantity: 480, quarters: {} },
    { row: 3, what: 'Hộ đạt gia đình văn hóa', unit: 'households', quantity: 150, quarters: {}, until: '2030' as Year },
  ],
};
const earlier: TargetPlan = {
  cell: `${cell.id}-cu`,
  year,
  targets: [{ row: 1, what: 'Trồng cây', unit: 'trees', quantity: 500, quarters: { 1: 500 } }],
};
/** What reports of the year say of them. */
export const targetProgress = progressOf(
  [plan, earlier],
  [
    { date: day('2025-02-03'), serves: targetIdOf(plan, 1), results: [{ unit: 'road', quantity: 600 }] },
    { date: day('2025-11-03'), serves: targetIdOf(plan, 2), results: [{ unit: 'workdays', quantity: 12.5 }] },
  ],
  year,
);

const named = { id: cell.id, name: fullName(cell) };

function targetsPage(context: PageContext, changes: Partial<Parameters<typeof TargetsPage>[0]> = {}) {
  const quiet = { errors: [], stale: false, done: false };
  return <TargetsPage context={context} cell={named} year={year} progress={targetProgress} {...quiet} {...changes} />;
}

/** A cell's targets of a year: to enter, with mistakes, upon newer ones, of a year that is over, and to read. */
export function targetModels({ inCell, inCommune, inDistrict }: Contexts): Examples {
  const typed = toTypedTargets(plan.targets);
  const wrong = { ...typed, 'targets[0].quantity': '1,2 km', 'targets[0].q1': 'x', 'targets[1].unit': '' };
  return {
    'targets-none': () => targetsPage(inCell, { progress: [], writing: { typed: {}, baseRevision: 0 } }),
    'targets-cell': () => targetsPage(inCell, { writing: { typed, baseRevision: 1 }, done: true }),
    'targets-wrong': () =>
      targetsPage(inCommune, {
        writing: { typed: wrong, baseRevision: 1 },
        errors: [
          { field: 'targets[0].quantity', code: 'understood', params: { said: '1,2 km', understood: '1.200' } },
          { field: 'targets[0].q1', code: 'not-a-quantity' },
          { field: 'targets[1].unit', code: 'required' },
          { field: 'targets[2].until', code: 'not-a-term' },
        ],
      }),
    'targets-stale': () => targetsPage(inCommune, { writing: { typed, baseRevision: 2 }, stale: true }),
    'targets-over': () => targetsPage(inCommune, { closed: 'over', kept: typed }),
    'targets-gone': () => targetsPage(inCommune, { closed: 'not-standing', progress: [] }),
    'targets-district': () => targetsPage(inDistrict),
  };
}
