import { type CountedUnit, count, countedDistrict } from '#functions/rollup/count.ts';
import { readMonth } from '#functions/rollup/read-month.ts';
import { forEachUnit, type Outcome, publish, type Run } from '#functions/rollup/run.ts';
import { figuresDigest } from '#shared/scorecards/publish-scorecard.ts';

/**
 * Counts everything, and stores an official scorecard if it differs from the one before.
 *
 * The run that closes a month uses consistent reads. Later runs, each night or a minute after an amendment, may miss
 * what was stored in the last second, and use half the read units.
 */
export async function closeMonth(run: Run): Promise<Outcome> {
  const { month, directory, stores } = run;
  const { id: district } = directory.district;
  const isClosed = (await stores.scorecards.official(district, month)) !== undefined;
  const revisions = await readMonth(district, month, stores, { consistent: !isClosed });
  const counted = count(run, revisions);
  const units = [countedDistrict(directory, counted), ...counted.communes];
  const stored = await forEachUnit(units, (unit) => makeOfficial(unit, run));
  // `false`: somebody else closed the month at the same time, perhaps from other reports.
  return { stored: !stored.includes(false), rejected: counted.rejected };
}

/**
 * Stores a unit's official scorecard. A commune's names only its own inputs, so another's amendment does not change it.
 *
 * @returns `false` if an official scorecard with this number existed before
 */
async function makeOfficial({ figures, inputs, inputsDigest }: CountedUnit, run: Run): Promise<boolean> {
  const { month, regime, stores } = run;
  const digest = figuresDigest(figures, { month, regime, inputs: inputsDigest });
  const before = await stores.scorecards.official(figures.unit.id, month);
  if (before?.digest === digest) return true;
  const status = { status: 'official', revision: (before?.revision ?? 0) + 1 } as const;
  return stores.scorecards.putOfficial(await publish(figures, digest, status, run), inputs);
}
