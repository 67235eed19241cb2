import { count } from '#functions/rollup/count.ts';
import { countWaiting } from '#functions/rollup/count-waiting.ts';
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
import { type LeftOut, unitNamed } from '#shared/scorecards/left-out.ts';
import { figuresDigest } from '#shared/scorecards/publish-scorecard.ts';
import { communeOf, type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

/** A commune's figures, to be merged into its district. */
interface Mergeable {
  readonly figures: Pick<Figures, 'unit' | 'tally' | 'arrivals' | 'belowNorm'>;
  readonly part: CommunePart;
  readonly leftOut: readonly LeftOut[];
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
 * @param stored the district's live scorecard
 * @param commune the only commune that changed; absent: any may have
 */
export async function refreshMonth(
  run: Run,
  stored: Live | 'unreadable' | undefined,
  commune: UnitId | undefined,
): Promise<Outcome> {
  const before = stored === 'unreadable' ? undefined : stored;
  const { month, regime, stores, now } = run;
  const today = before && isOf(now, before) ? before : undefined;
  const scope = scopeOf(run, today, commune);
  // The queue delivers a request more than a minute after the change, so eventually consistent reads suffice.
  const read = await readMonth(scope.unit, { month, directory: scope.directory }, stores, { consistent: false });
  const revisions = { ...read, unreadable: [...run.unreadable, ...read.unreadable] };
  const { communes, rest } = count({ directory: scope.directory, month, now }, revisions);
  const counted = communes.map(({ figures, inputsDigest: inputs, leftOut }) => {
    const { unit, tally, arrivals } = figures;
    const digest = figuresDigest(figures, { month, regime, inputs });
    return { figures, part: { unit: unit.id, tally, arrivals, inputs, digest }, leftOut };
  });

  const known = new Map(today?.parts?.communes.map(({ unit, digest }) => [unit, digest]));
  const changed = counted.filter(({ part }) => known.get(part.unit) !== part.digest);
  await forEachUnit(changed, async (each) =>
    stores.scorecards.putLive(await publish(each, each.part.digest, live, run)),
  );
  const parts = [...scope.kept, ...counted];
  const kept = scope.rest ?? { tally: rest.tally, inputs: digestOf(rest.inputs) };
  const leftOut = [...parts.flatMap((each) => each.leftOut), ...rest.leftOut];
  await countWaiting(run, commune);
  return { stored: await storeDistrict(parts, { ...kept, leftOut }, run, stored), leftOut };
}

/**
 * The scope is all communes, unless the others were counted today by the same rules: then their parts are kept. What
 * belongs to no commune and could not be read is looked at again with all of them.
 */
function scopeOf({ directory, regime, unreadable }: Run, today: Live | undefined, commune: UnitId | undefined): Scope {
  const whole = { unit: directory.district.id, directory, kept: [] };
  const counted = directory.communes.filter(({ id }) => id === commune);
  if (!today?.parts || !commune || counted.length === 0 || !isJudgedBy(regime, today)) return whole;
  const { scorecard } = today;
  const standing = new Set(directory.communes.map(({ id }) => id));
  // Earlier scorecards are none of its inputs, and are looked at anew for each that is stored.
  const before = (scorecard.leftOut ?? []).filter(({ kind }) => kind !== 'scorecard');
  const broken = [...before, ...unreadable];
  if (broken.some(({ name }) => !standing.has(communeOf(unitNamed(name))))) return whole;
  const parts = new Map(today.parts.communes.map((part) => [part.unit, part]));
  const others = directory.communes.filter(({ id }) => id !== commune);
  const kept = others.flatMap((unit) => {
    const part = parts.get(unit.id);
    const belowNorm = scorecard.belowNorm.filter(({ cell }) => isWithin(cell, unit.id));
    const leftOut = before.filter(({ name }) => isWithin(unitNamed(name), unit.id));
    // What was counted earlier in the day by code that kept no arrivals is counted anew.
    return part?.arrivals
      ? [{ figures: { unit, tally: part.tally, arrivals: part.arrivals, belowNorm }, part, leftOut }]
      : [];
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
  { leftOut, ...rest }: Part & Pick<Outcome, 'leftOut'>,
  run: Run,
  stored: Live | 'unreadable' | undefined,
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
  const before = stored === 'unreadable' ? stored : stored?.scorecard;
  if (stored && stored !== 'unreadable' && stored.scorecard.digest === digest && isOf(now, stored)) return true;
  const scorecard = await publish({ figures, leftOut }, digest, live, run);
  return stores.scorecards.putMerged({ scorecard, parts }, before);
}
