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

/** A commune as its district is merged from it. */
interface Mergeable {
  readonly figures: Pick<Figures, 'unit' | 'tally' | 'belowNorm'>;
  readonly part: CommunePart;
}

/** What of a district a run counts, and what it takes as an earlier run of the day has counted it. */
interface Scope {
  /** The district, or one of its communes. */
  readonly unit: UnitId;
  /** Of the communes to be counted. */
  readonly directory: Directory;
  readonly kept: readonly Mergeable[];
  /** What stands for no commune, where that is kept too. */
  readonly rest?: Part;
}

const live = { status: 'live', revision: 0 } as const;

/**
 * Brings the live scorecards up to date.
 *
 * The first run of a day counts every commune and stores every scorecard anew, so that each tells of its night and
 * stands beside the earlier months of then. After it a run counts the commune alone in which something has changed, and
 * merges the district from that and from what the others came to: what counting all would give.
 *
 * @param before the district's live scorecard
 * @param commune where alone something has changed; absent: anywhere
 */
export async function refreshMonth(run: Run, before: Live | undefined, commune: UnitId | undefined): Promise<Outcome> {
  const { month, regime, stores, now } = run;
  const today = before && isOf(now, before) ? before : undefined;
  const scope = scopeOf(run, today, commune);
  // The queue hands a request over more than a minute after the change: what was stored in the very last second need
  // not be asked for.
  const revisions = await readMonth(scope.unit, month, stores, { consistent: false });
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

/** All communes, unless the others can be kept: where they were counted today and were judged by the same rules. */
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

/** @returns `false` where another run has stored the district meanwhile: what that one counted may lack here */
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
