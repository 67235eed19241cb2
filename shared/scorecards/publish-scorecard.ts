import { digestOf } from '#shared/digest.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Instant, Month } from '#shared/period.ts';
import { isTopic, type Topic } from '#shared/reports/topics.ts';
import { namedUnit } from '#shared/scorecards/count-directory.ts';
import type { Figures } from '#shared/scorecards/count-district.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { matterLinesOf } from '#shared/scorecards/matter-lines.ts';
import { type Earlier, measure } from '#shared/scorecards/measure.ts';
import { rankChildren } from '#shared/scorecards/rank.ts';
import { resultSumsOf } from '#shared/scorecards/result-sums.ts';
import type { Indicator, Scorecard, TopicCounts } from '#shared/scorecards/scorecard.ts';
import { staffSidesOf } from '#shared/scorecards/staff-sides.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { fullName } from '#shared/units/units.ts';

/** What a scorecard adds to its figures: the month, the regime, the inputs and the earlier figures to compare with. */
export interface Publication {
  readonly month: Month;
  readonly regime: Regime;
  readonly status: Scorecard['status'];
  readonly revision: number;
  readonly generatedAt: Instant;
  /** The digest of the figures, the rule and the inputs: `figuresDigest`. */
  readonly digest: string;
  readonly previousMonth?: Scorecard | undefined;
  /** Of the same month of the quarter before. */
  readonly quarterBefore?: Scorecard | undefined;
  readonly previousYear?: Scorecard | undefined;
}

/** Turns figures into the scorecard that is stored, shown and downloaded. */
export function publishScorecard(figures: Figures, publication: Publication): Scorecard {
  const { month, regime, status, revision, generatedAt, digest } = publication;
  const { unit, tally, arrivals, belowNorm } = figures;

  const earlier = (find: (scorecard: Scorecard) => readonly Indicator[] | undefined): Earlier => {
    const { previousMonth, quarterBefore, previousYear } = publication;
    const figuresOf = (other: Scorecard | undefined) =>
      other && isClosed(publication) && isClosed(other) ? find(other) : undefined;
    return {
      previousMonth: figuresOf(previousMonth),
      quarterBefore: figuresOf(quarterBefore),
      previousYear: figuresOf(previousYear),
    };
  };
  const children = figures.children.map((child) => ({
    unit: child.unit.id,
    name: fullName(child.unit),
    ...(child.meeting && { meeting: child.meeting }),
    ...topicsOf(child.tally),
    ...resultSumsOf(child.tally),
    ...(child.arrivals && { arrivals: child.arrivals }),
    indicators: measure(
      child.tally,
      publication,
      earlier(({ children }) => children.find((each) => each.unit === child.unit.id)?.indicators),
    ),
  }));

  return {
    unit: unit.id,
    name: fullName(unit),
    month,
    status,
    revision,
    generatedAt,
    digest,
    regime: regime.id,
    ...(regime.overrides && { overrides: regime.overrides }),
    ...(unit.generated && { generated: true as const }),
    ...topicsOf(tally),
    ...resultSumsOf(tally),
    ...staffSidesOf(tally),
    ...matterLinesOf(tally),
    arrivals,
    indicators: measure(
      tally,
      publication,
      earlier(({ indicators }) => indicators),
    ),
    children: rankChildren(children, { month, regime: regime.id, status }),
    groups: figures.groups.map(({ group, tally }) => ({
      group: group.number,
      name: group.name,
      communes: group.communes,
      ...resultSumsOf(tally),
      indicators: measure(
        tally,
        publication,
        earlier(({ groups }) => groups.find((each) => each.group === group.number)?.indicators),
      ),
    })),
    belowNorm,
  };
}

function topicsOf(tally: Tally): { readonly topics?: TopicCounts } {
  const names = Object.keys(tally).filter((counter): counter is `topic:${Topic}` => counter.startsWith('topic:'));
  const counts = names.map((counter) => [counter.slice('topic:'.length), tally[counter]] as const);
  const topics = Object.fromEntries(counts.filter(([topic]) => isTopic(topic)));
  return Object.keys(topics).length > 0 ? { topics } : {};
}

/**
 * The digest by which a scorecard is recomputed and compared: its figures, the rule and the inputs, and nothing else.
 * The inputs come as the digest of the list of what was counted.
 */
export function figuresDigest(
  figures: Figures,
  { month, regime, inputs }: Pick<Publication, 'month' | 'regime'> & { readonly inputs: string },
): string {
  const { id, overrides } = regime;
  const { unit, tally, children, groups, belowNorm } = figures;
  const counted = {
    unit: namedUnit(unit),
    tally,
    children: children.map(({ arrivals: _, ...child }) => ({ ...child, unit: namedUnit(child.unit) })),
    groups: groups.map(({ group: { number, communes }, tally }) => ({ number, communes, tally })),
    belowNorm,
  };
  return digestOf({ month, regime: id, overrides, inputs, figures: counted });
}
