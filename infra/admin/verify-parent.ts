import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { ScorecardKey, Verdict } from '#infra/admin/verify.ts';
import { canonical } from '#shared/digest.ts';
import type { Month } from '#shared/period.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

type Scorecards = Pick<ScorecardStore, 'official' | 'inputsOf'>;

/**
 * Merges an official scorecard of a unit above districts again, from the scorecards that it names, and compares.
 *
 * @throws {Error} if there is no such official scorecard
 */
export async function verifyParent({ unit, month, revision }: ScorecardKey, scorecards: Scorecards): Promise<Verdict> {
  const scorecard = await scorecards.official(unit, month, revision);
  if (!scorecard) throw new Error(`There is no official scorecard ${unit}/${month}${revision ? `/${revision}` : ''}.`);
  const inputs = await scorecards.inputsOf(scorecard);
  const found = await Promise.all(inputs.map((input) => findChild(input, month, scorecards)));
  const children = found.filter((child) => child !== undefined);
  const differences = inputs
    .filter((_, at) => !found[at])
    .map((input) => `The child's scorecard is not stored as it was merged: ${input}`);
  if (differences.length === 0) {
    const { name, generatedAt } = scorecard;
    const again = {
      ...mergeDistricts({ unit, name }, children),
      revision: scorecard.revision,
      generatedAt,
      belowNorm: [],
    };
    if (again.digest !== scorecard.digest) differences.push(`Merged again, the digest is ${again.digest}.`);
    if (canonical(again) !== canonical(scorecard)) differences.push('Merged again, the figures are others.');
  }
  return { scorecard, inputs: inputs.length, differences, expired: [] };
}

/** Finds the official revision of a child by the digest in an input, the newest first. */
async function findChild(input: string, month: Month, scorecards: Scorecards): Promise<Scorecard | undefined> {
  const [unit = '', digest] = input.split(' ') as [UnitId, string];
  let child = await scorecards.official(unit, month);
  while (child && child.digest !== digest && child.revision > 1) {
    child = await scorecards.official(unit, month, child.revision - 1);
  }
  return child?.digest === digest ? child : undefined;
}
