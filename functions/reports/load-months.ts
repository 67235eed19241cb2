import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Span } from '#shared/input/parse-span.ts';
import { lastMonthOf, type Month, monthsBetween } from '#shared/period.ts';
import { pastScorecard } from '#shared/scorecards/past-scorecard.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { MonthLine } from '#shared/scorecards/trend.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { districtOf, fullName, type Past, type UnitId, unitIn } from '#shared/units/units.ts';

export interface MonthsDeps {
  readonly scorecards: Pick<ScorecardStore, 'between' | 'linesBetween'>;
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits'>;
}

/** A unit's months, and what of them is of units before it. */
interface LoadedMonths<Line extends MonthLine> {
  /** At most one a month, oldest first. */
  readonly months: readonly Line[];
  /** The units whose figures stand in the months before it began, called as then, with the last of those months. */
  readonly before: readonly { readonly unit: UnitId; readonly name: string; readonly month: Month }[];
  /** Whose figures those are, month by month. */
  readonly stoodAs: ReadonlyMap<Month, readonly UnitId[]>;
  /** Whether months are left out because units before it were split, so that nobody can say which part is its own. */
  readonly isSplit: boolean;
}

type Sees = (unit: UnitId, month: Month) => boolean;

/**
 * The scorecards of a unit in a span of months; for months before it began the sum of those from which it came, if all
 * have one. Who asks must see each unit in the month.
 */
export async function loadMonths(
  id: UnitId,
  span: Span,
  sees: Sees,
  deps: MonthsDeps,
): Promise<LoadedMonths<Scorecard>> {
  const stored = await deps.scorecards.between(id, span.from, span.to);
  return withPast(id, span, stored, sees, deps);
}

/** The same, and of each month no more than a trend shows: a fraction of the work where the months are many. */
export async function loadLines(
  id: UnitId,
  span: Span,
  sees: Sees,
  deps: MonthsDeps,
): Promise<LoadedMonths<MonthLine>> {
  const stored = await deps.scorecards.linesBetween(id, span.from, span.to);
  return withPast(id, span, stored, sees, deps);
}

async function withPast<Line extends MonthLine>(
  id: UnitId,
  { from, to }: Span,
  stored: readonly Line[],
  sees: Sees,
  { scorecards, directory }: MonthsDeps,
): Promise<LoadedMonths<Line | Scorecard>> {
  const own = stored.filter(({ month }) => sees(id, lastMonthOf(month)));
  const none = { months: own, before: [], stoodAs: new Map(), isSplit: false };
  const unit = stored.length < monthsBetween(from, to).length ? await directory.unit(id) : undefined;
  if (!unit?.predecessors || unit.from <= from) return none;

  const { pastOf } = lineageOf(await directory.allUnits(districtOf(id)));
  const wanted = monthsBetween(from, to)
    .filter((month) => month < unit.from)
    .map((month) => ({ month, past: pastOf(id, month) }))
    .filter(({ month, past }) => past.units.length > 0 && past.units.every((each) => sees(each.id, month)));
  const whole = wanted.filter(({ past }) => past.isWhole);
  const found = await monthsOfAll(whole, scorecards);
  const merged = whole.flatMap(({ month, past }) => {
    const parts = past.units.flatMap((each) => found.get(`${each.id} ${month}`) ?? []);
    return parts.length === past.units.length ? [{ month, past, scorecard: pastScorecard(id, parts) }] : [];
  });
  const before = merged.flatMap(({ past, month }) =>
    past.units.map((each) => ({ unit: each.id, name: fullName(unitIn(month, each)), month })),
  );
  return {
    months: [...merged.map(({ scorecard }) => scorecard), ...own],
    before: [...new Map(before.map((each) => [each.unit, each])).values()],
    stoodAs: new Map(merged.map(({ month, past }) => [month, past.units.map(({ id: unit }) => unit)])),
    isSplit: whole.length < wanted.length,
  };
}

/** Each unit is read once, in the span of its months. */
async function monthsOfAll(
  wanted: readonly { readonly month: Month; readonly past: Past }[],
  scorecards: MonthsDeps['scorecards'],
): Promise<ReadonlyMap<string, Scorecard>> {
  const months = new Map<UnitId, Month[]>();
  for (const { month, past } of wanted) {
    for (const { id } of past.units) months.set(id, [...(months.get(id) ?? []), month]);
  }
  const read = [...months].map(async ([id, all]) => {
    const [first, last] = [all[0], all.at(-1)];
    return first && last ? scorecards.between(id, first, last) : [];
  });
  return new Map((await Promise.all(read)).flat().map((each) => [`${each.unit} ${each.month}`, each]));
}
