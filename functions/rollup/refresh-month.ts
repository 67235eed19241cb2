import { count } from '#functions/rollup/count.ts';
import { readMonth } from '#functions/rollup/read-month.ts';
import { forEachUnit, type Outcome, publish, type Run } from '#functions/rollup/run.ts';
import type { Live } from '#functions/store/scorecard-store.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { dayAt, type Instant } from '#shared/period.ts';
import {
  type CommunePart,
  type Figures,
  mergeCommunes,
  mergeInputs,
  type Part,
} from '#shared/scorecards/count-district.ts';
import { figuresDigest } from '#shared/scorecards/publish-scorecard.ts';
import { type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

/** A commune's figures, to be merged into its district. */
interface Mergeable {
  readonly figures: Pick<Figures, 'unit' | 'tally' | 'belowNorm'>;
  readonly part: CommunePart;
}

/** What a run counts, and what it takes over from an earlier run of the day. */
interface Scope {
  /** The district, or one of its communes. */
  readonly unit: UnitId;
  /** The communes to count. */
  readonly directory: Directory;
  readonly kept: readonly Mergeable[];
  /** The district's own part, if it is taken over too. */
  readonly rest?: Part;
}

const live = { status: 'live', revision: 0 } as const;

/**
 * Brings the live scorecards up to date.
 *
 * The first run of a day counts every commune and stores every scorecard, so that each shows that night's time and the
 * earlier months as they are then. Later runs count only the commune that changed, and merge the district from it and
 * the kept parts of the others: the result is the same as counting all.
 *
 * @param before the district's live scorecard
 * @param commune the only commune that changed; absent: any may have
 */
export async function refreshMonth(run: Run, before: Live | undefined, commune: UnitId | undefined): Promise<Outcome> {
  const { month, regime, stores, now } = run;
  const today = before && isOf(now, before) ? before : undefined;
  const scope = scopeOf(run, today, commune);
  // The queue delivers a request more than a minute after the change, so eventually consistent reads suffice.
  const revisions = await readMonth(scope.unit, { month, directory: scope.directory }, stores, { consistent: false });
  const { communes, rest, rejected } = count({ directory: scope.directory, month, now }, revisions);
  const counted = communes.map(({ figures, inputsDigest: inputs }) => {
    const { unit, tally } = figures;
    const digest = figuresDigest(figures, { month, regime, inputs });
    return { figures, part: { unit: unit.id, tally, inputs, digest } };
  });

  const known = new Map(today?.parts?.communes.map(({ unit, digest }) => [unit, digest]));
  const changed = counted.filter(({ part }) => known.get(part.unit) !== part.digest);
  await forEachUnit(changed, async ({ figures, part }) =>
    stores.scorecards.putLive(await publish(figures, part.digest, live, run)),
  );
  const parts = [...scope.kept, ...counted];
  const kept = scope.rest ?? { tally: rest.tally, inputs: digestOf(rest.inputs) };
  return { stored: await storeDistrict(parts, kept, run, before), rejected };
}

/** The scope is all communes, unless the others were counted today by the same rules: then their parts are kept. */
function scopeOf({ directory, regime }: Run, today: Live | undefined, commune: UnitId | undefined): Scope {
  const whole = { unit: directory.district.id, directory, kept: [] };
  const counted = directory.communes.filter(({ id }) => id === commune);
  if (!today?.parts || !commune || counted.length === 0 || !isJudgedBy(regime, today)) return whole;
  const parts = new Map(today.parts.communes.map((part) => [part.unit, part]));
  const others = directory.communes.filter(({ id }) => id !== commune);
  const kept = others.flatMap((unit) => {
    const part = parts.get(unit.id);
    const belowNorm = today.scorecard.belowNorm.filter(({ cell }) => isWithin(cell, unit.id));
    return part ? [{ figures: { unit, tally: part.tally, belowNorm }, part }] : [];
  });
  if (kept.length < others.length) return whole;
  const cells = directory.cells.filter(({ id }) => isWithin(id, commune));
  return { unit: commune, directory: { ...directory, communes: counted, cells }, kept, rest: today.parts.rest };
}

function isOf(now: Instant, { scorecard }: Live): boolean {
  return dayAt(scorecard.generatedAt) === dayAt(now);
}

function isJudgedBy({ id, overrides }: Run['regime'], { scorecard }: Live): boolean {
  return scorecard.regime === id && canonical(scorecard.overrides ?? null) === canonical(overrides ?? null);
}

/** @returns `false` if another run has stored the district meanwhile: what it counted may be missing here */
async function storeDistrict(
  communes: readonly Mergeable[],
  rest: Part,
  run: Run,
  before: Live | undefined,
): Promise<boolean> {
  const { directory, month, regime, stores, now } = run;
  const byUnit = new Map(communes.map((each) => [each.part.unit, each]));
  const listed = directory.communes.flatMap(({ id }) => byUnit.get(id) ?? []);
  const parts = { communes: listed.map(({ part }) => part), rest };
  const figures = mergeCommunes(
    directory,
    listed.map((each) => each.figures),
    rest.tally,
  );
  const digest = figuresDigest(figures, { month, regime, inputs: mergeInputs(parts.communes, rest.inputs) });
  if (before?.scorecard.digest === digest && isOf(now, before)) return true;
  const scorecard = await publish(figures, digest, live, run);
  return stores.scorecards.putMerged({ scorecard, parts }, before?.scorecard);
}
