import { count, type Stores } from '#functions/rollup/roll-up.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { earlierInQuarter, type Month } from '#shared/period.ts';
import { publishScorecard } from '#shared/publish-scorecard.ts';
import type { Indicator, Scorecard } from '#shared/scorecard.ts';
import { districtOf, type UnitId } from '#shared/units.ts';

/** Which official scorecard: the newest one of the month unless a revision is named. */
export interface ScorecardKey {
  readonly unit: UnitId;
  readonly month: Month;
  readonly revision?: number;
}

export interface Verdict {
  readonly scorecard: Pick<Scorecard, 'unit' | 'month' | 'revision' | 'digest'>;
  /** How many revisions of reports it was counted from. */
  readonly inputs: number;
  /** What does not agree, each in a sentence; empty where the scorecard is what its inputs give. */
  readonly differences: readonly string[];
}

type Reading = Pick<Stores, 'directory'> & {
  readonly reports: Pick<ReportStore, 'month'>;
  readonly scorecards: Pick<Stores['scorecards'], 'official' | 'inputsOf'>;
};

/**
 * Counts an official scorecard again from the very revisions it names, and compares.
 *
 * @throws {Error} when there is no such official scorecard
 */
export async function verify({ unit, month, revision }: ScorecardKey, stores: Reading): Promise<Verdict> {
  const scorecard = await stores.scorecards.official(unit, month, revision);
  if (!scorecard) throw new Error(`There is no official scorecard ${unit}/${month}${revision ? `/${revision}` : ''}.`);
  const inputs = await stores.scorecards.inputsOf(scorecard);

  const district = districtOf(unit);
  const named = new Set(inputs);
  const find = async (of: Month) => {
    const found: StoredRevision[] = [];
    for await (const each of stores.reports.month(district, of)) {
      if (named.delete(`${each.id}#${each.revision} ${each.digest}`)) found.push(each);
    }
    return found;
  };
  const revisions = { month: await find(month), before: (await Promise.all(earlierInQuarter(month).map(find))).flat() };
  const { regime, figures, bad } = await count({ district, month }, revisions, stores);
  const own = figures.find((each) => each.unit.id === unit);
  const again =
    own &&
    publishScorecard(own, {
      month,
      regime,
      status: 'official',
      revision: scorecard.revision,
      generatedAt: scorecard.generatedAt,
      inputs: digestOf(inputs),
      previousMonth: undefined,
      previousYear: undefined,
    });

  const differences = [
    ...[...named].map((input) => `The report's revision is not stored as it was counted: ${input}`),
    ...bad.map((id) => `The report's content does not match its digest: ${id}`),
  ];
  if (again?.digest !== scorecard.digest) differences.push(`Counted again, the digest is ${again?.digest ?? 'none'}.`);
  if (again && figuresOf(again) !== figuresOf(scorecard)) differences.push('Counted again, the figures are others.');
  return { scorecard, inputs: inputs.length, differences };
}

/** What a scorecard says, without the earlier months that stand beside it: those have scorecards of their own. */
function figuresOf({ indicators, children, groups, belowNorm, name }: Scorecard): string {
  const own = (figures: readonly Indicator[]) => figures.map(({ previousMonth, previousYear, ...figure }) => figure);
  return canonical({
    name,
    indicators: own(indicators),
    children: children.map((child) => ({ ...child, indicators: own(child.indicators) })),
    groups: groups.map((group) => ({ ...group, indicators: own(group.indicators) })),
    belowNorm,
  });
}
