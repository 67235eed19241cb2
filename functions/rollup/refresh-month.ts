import { count, inputsDigests } from '#functions/rollup/count.ts';
import { countWaiting } from '#functions/rollup/count-waiting.ts';
import { readMonth, readNames } from '#functions/rollup/read-month.ts';
import { forEachUnit, type Outcome, publish, type Run } from '#functions/rollup/run.ts';
import type { Live, Parts } from '#functions/store/scorecard-store.ts';
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
import { RULES } from '#shared/scorecards/rules.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import { communeOf, type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

/** A commune's figures, to be merged into its district. */
interface Mergeable {
  readonly figures: Pick<Figures, 'unit' | 'tally' | 'arrivals' | 'belowNorm'>;
  readonly part: CommunePart;
  readonly leftOut: readonly LeftOut[];
}

/** What a run counts, and what it takes over from an earlier run of the day. */
interface Scope {
  /** Each with a directory of what is counted for it: the district, or some of its communes. */
  readonly counted: readonly { readonly unit: UnitId; readonly directory: Directory }[];
  readonly kept: readonly Mergeable[];
  /** The district's own part, if it is taken over too. */
  readonly rest?: Part;
}

const live = { status: 'live', revision: 0 } as const;

/**
 * Brings the live scorecards up to date.
 *
 * The first run of a day counts every commune and stores every scorecard, so that each shows that night's time and the
 * earlier months as they are then. Later runs count only communes that changed, and merge the district from them and the
 * kept parts of the others: the result is the same as counting all. Where the request names no commune, those have
 * changed whose inputs have other names than the ones that were counted: whatever says something else is called
 * otherwise. What was damaged since under its old name was sound when it was counted, and is noticed by the next day's
 * first run.
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
  const scope = await scopeOf(run, today, commune);
  const counts = await forEachUnit(scope.counted, async ({ unit, directory }) => {
    const read = await readMonth({ unit, month, directory }, stores, DELAYED);
    return count({ directory, month, now }, { ...read, unreadable: [...run.unreadable, ...read.unreadable] });
  });
  const counted = counts
    .flatMap(({ communes }) => communes)
    .map(({ figures, inputsDigest: inputs, leftOut }) => {
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
  const rests = counts.map(({ rest }) => rest);
  const rest = scope.rest ?? {
    tally: mergeAll(rests.map(({ tally }) => tally)),
    inputs: digestOf(rests.flatMap(({ inputs }) => inputs)),
  };
  const all = [...parts, ...rests].flatMap((each) => each.leftOut);
  const leftOut = [...new Map(all.map((each) => [each.name, each])).values()];
  await countWaiting(run, commune);
  return { stored: await storeDistrict(parts, { ...rest, leftOut }, run, stored), leftOut };
}

/** The queue delivers a request more than a minute after the change, so eventually consistent reads suffice. */
const DELAYED = { consistent: false };

/**
 * The scope is all communes, unless the others were counted today by the same rules: then their parts are kept. What
 * belongs to no commune and could not be read is looked at again with all of them.
 */
async function scopeOf(run: Run, today: Live | undefined, commune: UnitId | undefined): Promise<Scope> {
  const { directory, regime, unreadable } = run;
  const whole = { counted: [{ unit: directory.district.id, directory }], kept: [] };
  if (!today?.parts || today.parts.rules !== RULES || !isJudgedBy(regime, today)) return whole;
  const { scorecard, parts } = today;
  const standing = new Set(directory.communes.map(({ id }) => id));
  if (commune && !standing.has(commune)) return whole;
  // Earlier scorecards are none of its inputs, and are looked at anew for each that is stored.
  const before = (scorecard.leftOut ?? []).filter(({ kind }) => kind !== 'scorecard');
  const broken = [...before, ...unreadable];
  if (broken.some(({ name }) => !standing.has(communeOf(unitNamed(name))))) return whole;
  const changed = new Set(commune ? [commune] : await changedSince(parts, run));
  // Each that is counted alone asks for everything anew, so most of them are counted with all.
  if (changed.has(directory.district.id) || changed.size > standing.size / 2) return whole;
  const partOf = new Map(parts.communes.map((part) => [part.unit, part]));
  const others = directory.communes.filter(({ id }) => !changed.has(id));
  const kept = others.flatMap((unit) => {
    const part = partOf.get(unit.id);
    const belowNorm = scorecard.belowNorm.filter(({ cell }) => isWithin(cell, unit.id));
    const leftOut = before.filter(({ name }) => isWithin(unitNamed(name), unit.id));
    return part ? [{ figures: { unit, tally: part.tally, arrivals: part.arrivals, belowNorm }, part, leftOut }] : [];
  });
  if (kept.length < others.length) return whole;
  const counted = directory.communes
    .filter(({ id }) => changed.has(id))
    .map((unit) => ({
      unit: unit.id,
      directory: { ...directory, communes: [unit], cells: directory.cells.filter(({ id }) => isWithin(id, unit.id)) },
    }));
  return { counted, kept, rest: parts.rest };
}

/** The communes of which other inputs were counted than there are now; with the district, if that is so of its own. */
async function changedSince(parts: Parts, { directory, month, stores, now, unreadable }: Run): Promise<UnitId[]> {
  const { id } = directory.district;
  const read = await readNames({ unit: id, month, directory }, stores, DELAYED);
  const counted = new Map([
    ...parts.communes.map(({ unit, inputs }) => [unit, inputs] as const),
    [id, parts.rest.inputs],
  ]);
  const named = { ...read, unreadable: [...unreadable, ...read.unreadable] };
  const digests = inputsDigests({ directory, month, now }, named);
  return [...digests].flatMap(([unit, digest]) => (counted.get(unit) === digest ? [] : [unit]));
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
  const parts = { communes: listed.map(({ part }) => part), rest, rules: RULES };
  const figures = mergeCommunes(
    directory,
    listed.map((each) => each.figures),
    rest.tally,
  );
  const digest = figuresDigest(figures, { month, regime, inputs: mergeInputs(parts.communes, rest.inputs) });
  const before = stored === 'unreadable' ? stored : stored?.scorecard;
  const isStored = stored && stored !== 'unreadable' && stored.scorecard.digest === digest && isOf(now, stored);
  if (isStored && stored.parts?.rules === RULES) return true;
  const scorecard = await publish({ figures, leftOut }, digest, live, run);
  return stores.scorecards.putMerged({ scorecard, parts }, before);
}
