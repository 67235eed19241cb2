import type { TrackedAction } from '#shared/actions/action.ts';
import type { Figures } from '#shared/actions/figures.ts';
import { canonical } from '#shared/digest.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import type { Unit } from '#shared/units/units.ts';

/**
 * A month's figures with those of units that began later and are, whole, what others became: what each of those missed,
 * their sum missed too. What only some of them missed says nothing of the sum here.
 *
 * @param units all of the root, of all times
 */
export function withHeirs(figures: Figures, units: readonly Unit[]): Figures {
  const month = parseMonth(figures.month);
  const began = units.filter(({ predecessors, from }) => predecessors && month && from > month);
  if (!month || began.length === 0) return figures;
  const { pastOf } = lineageOf(units);
  const heirs = began.flatMap(({ id, name }) => {
    const past = pastOf(id, month);
    const lines = past.units.flatMap((each) => figures.children.find(({ unit }) => unit === each.id) ?? []);
    const [first] = lines;
    if (!first || !past.isWhole || lines.length < past.units.length) return [];
    const indicators = first.indicators.flatMap((each) => missedByAll(each, lines));
    return [{ ...first, unit: id, name, indicators }];
  });
  return { ...figures, children: [...figures.children, ...heirs] };
}

function missedByAll(figure: Indicator, lines: Figures['children']): Indicator[] {
  const all = lines.flatMap(({ indicators }) => findIndicator(indicators, figure.id) ?? []);
  const isOne = all.every(
    ({ target, verdict }) => verdict === 'missed' && canonical(target) === canonical(figure.target),
  );
  if (!isOne || all.length < lines.length) return [];
  const sum = (part: 'numerator' | 'denominator') => all.reduce((total, each) => total + each[part], 0);
  return [{ ...figure, numerator: sum('numerator'), denominator: sum('denominator') }];
}

/** Actions by the units that have them in a month: what was open at one that has ended is its heir's. */
export function byKeeper<Action extends Pick<TrackedAction, 'unit'>>(
  actions: readonly Action[],
  units: readonly Unit[],
  month: Month,
): readonly Action[] {
  if (!units.some(({ predecessors }) => predecessors)) return actions;
  const { keeperOf } = lineageOf(units);
  return actions.map((each) => ({ ...each, unit: keeperOf(each.unit, month)?.id ?? each.unit }));
}
