import { digestOf } from '#shared/digest.ts';
import { type Instant, isMonth, type Month, monthAt, monthsOf, type Period } from '#shared/period.ts';
import { mergeMatterLines } from '#shared/scorecards/matter-lines.ts';
import { mergeIndicators } from '#shared/scorecards/merge-indicators.ts';
import { mergeTopics } from '#shared/scorecards/merge-topics.ts';
import { rankChildren } from '#shared/scorecards/rank.ts';
import { mergeResults } from '#shared/scorecards/result-sums.ts';
import type { BelowNorm, Scorecard, ScorecardChild, ScorecardGroup } from '#shared/scorecards/scorecard.ts';
import { mergeStaffSides } from '#shared/scorecards/staff-sides.ts';

/** The same unit's earlier periods, if there are any. */
interface EarlierPeriods {
  readonly previousMonth?: Scorecard | undefined;
  readonly previousYear?: Scorecard | undefined;
}

/**
 * The scorecard of a quarter, half a year or a year: the merge of its months. It is official if every month of the
 * period is; months without a scorecard are left out, also from `parts`. A unit has the name of its newest month.
 *
 * @param months scorecards of one unit, in any order
 * @param now a month without a scorecard that is not over by now is to come: its reports may turn what is told. Absent
 *   for periods that are only compared with
 * @returns `undefined` if no month of the period has a scorecard
 */
export function mergeMonths(
  period: Period,
  months: readonly Scorecard[],
  { now, ...earlier }: EarlierPeriods & { readonly now?: Instant } = {},
): Scorecard | undefined {
  const { previousMonth, previousYear } = earlier;
  const wanted = monthsOf(period);
  const own = months.filter(({ month }) => isMonth(month) && wanted.includes(month));
  const sorted = own.sort((a, b) => (a.month < b.month ? -1 : 1));
  const newest = sorted.at(-1);
  if (!newest) return undefined;
  const parts = sorted.map(({ month, status, revision, digest }) => ({
    month: month as Month,
    status,
    revision,
    digest,
  }));
  const official = parts.length === wanted.length && parts.every(({ status }) => status === 'official');
  const counted = new Set<Period>(sorted.map(({ month }) => month));
  const isWhole = now === undefined || wanted.every((month) => counted.has(month) || month < monthAt(now));
  const { unit, name, regime, overrides } = newest;
  return {
    unit,
    name,
    month: period,
    status: official ? 'official' : 'live',
    revision: official ? Math.max(...parts.map(({ revision }) => revision)) : 0,
    generatedAt: sorted
      .map(({ generatedAt }) => generatedAt)
      .sort()
      .at(-1) as string,
    digest: digestOf({ period, parts: parts.map(({ month, digest }) => ({ month, digest })) }),
    regime,
    ...(overrides && { overrides }),
    ...(sorted.some(({ generated }) => generated) && { generated: true as const }),
    ...mergeTopics(sorted),
    ...mergeResults(sorted),
    ...mergeStaffSides(sorted),
    ...mergeMatterLines(sorted, newest),
    indicators: mergeIndicators(
      sorted.map(({ indicators }) => indicators),
      { previousMonth: previousMonth?.indicators, previousYear: previousYear?.indicators },
      newest.indicators,
      isWhole,
    ),
    children: rankChildren(mergeChildren(sorted, earlier, isWhole), {
      ...{ month: period, regime, parts },
      status: official ? 'official' : 'live',
    }),
    groups: mergeGroups(sorted, earlier, isWhole),
    belowNorm: mergeBelowNorm(sorted),
    parts,
  };
}

/** Groups entries of several months by a key, newest first. The newest month's order applies; the others come last. */
function collect<T>(months: readonly Scorecard[], list: (month: Scorecard) => readonly T[], key: (each: T) => unknown) {
  const found = new Map<unknown, T[]>();
  for (const month of [...months].reverse()) {
    for (const each of list(month)) found.set(key(each), [...(found.get(key(each)) ?? []), each]);
  }
  return [...found.values()] as [T, ...T[]][];
}

function mergeChildren(
  months: readonly Scorecard[],
  { previousMonth, previousYear }: EarlierPeriods,
  isWhole: boolean,
): Omit<ScorecardChild, 'rank'>[] {
  return collect(
    months,
    ({ children }) => children,
    ({ unit }) => unit,
  ).map((same) => {
    const [{ unit, name, meeting, indicators: newest }] = same;
    const before = (scorecard?: Scorecard) => scorecard?.children.find((child) => child.unit === unit)?.indicators;
    const indicators = mergeIndicators(
      same.map((child) => child.indicators),
      { previousMonth: before(previousMonth), previousYear: before(previousYear) },
      newest,
      isWhole,
    );
    return { unit, name, ...(meeting && { meeting }), ...mergeTopics(same), ...mergeResults(same), indicators };
  });
}

function mergeGroups(
  months: readonly Scorecard[],
  { previousMonth, previousYear }: EarlierPeriods,
  isWhole: boolean,
): ScorecardGroup[] {
  return collect(
    months,
    ({ groups }) => groups,
    ({ group }) => group,
  ).map((same) => {
    const [{ group, name, communes, indicators: newest }] = same;
    const before = (scorecard?: Scorecard) => scorecard?.groups.find((each) => each.group === group)?.indicators;
    const indicators = mergeIndicators(
      same.map((each) => each.indicators),
      { previousMonth: before(previousMonth), previousYear: before(previousYear) },
      newest,
      isWhole,
    );
    return { group, name, communes, ...mergeResults(same), indicators };
  });
}

/** A cell that was below the norm in any month, with each reason once. */
function mergeBelowNorm(months: readonly Scorecard[]): BelowNorm[] {
  return collect(
    months,
    ({ belowNorm }) => belowNorm,
    ({ cell }) => cell,
  ).map((same) => ({
    ...same[0],
    reasons: [...new Set(same.flatMap(({ reasons }) => reasons))],
  }));
}
