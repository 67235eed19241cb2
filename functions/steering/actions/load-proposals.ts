import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { TrackedAction } from '#shared/actions/action.ts';
import { type Proposal, proposalsOf } from '#shared/actions/propose.ts';
import { byKeeper, withHeirs } from '#shared/actions/with-heirs.ts';
import { addMonths, type Instant, monthAt, standsIn } from '#shared/period.ts';
import { districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

interface LoadedProposals {
  readonly actions: readonly TrackedAction[];
  /** Of the district: nothing is proposed of a unit that has ended. */
  readonly units: readonly Unit[];
}

/** What the two newest official months of a district propose. */
export async function loadProposals(
  unit: UnitId,
  now: Instant,
  { actions, units }: LoadedProposals,
  { scorecards }: { readonly scorecards: Pick<ScorecardStore, 'between'> },
): Promise<readonly Proposal[]> {
  const month = monthAt(now);
  // A month closes early in the next one: three back, two of them are official.
  const found = await scorecards.between(districtOf(unit), addMonths(month, -3), month);
  const official = found.filter(({ status }) => status === 'official');
  const standing = new Set(units.filter((each) => standsIn(month, each)).map(({ id }) => id));
  const older = official.at(-2);
  // A unit that a reform made, or took over, is judged by what it was.
  const before = older && withHeirs(older, units);
  return proposalsOf(official.at(-1), before, byKeeper(actions, units, month)).filter((each) =>
    standing.has(each.unit),
  );
}
