import { type Countable, type CountedUnit, count, countedDistrict } from '#functions/rollup/count.ts';
import { countWaiting } from '#functions/rollup/count-waiting.ts';
import { directoryNamed } from '#functions/rollup/directory-named.ts';
import { readMonth } from '#functions/rollup/read-month.ts';
import { forEachUnit, NoDirectory, type Outcome, publish, type Run, type Stores } from '#functions/rollup/run.ts';
import { type Freshness, noted } from '#functions/store/pages.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant, Month } from '#shared/period.ts';
import { correctionsBetween, type Reasons } from '#shared/scorecards/corrections.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { isOfDirectory, isSameData } from '#shared/scorecards/inputs.ts';
import { isLeftOut, thingNamed } from '#shared/scorecards/left-out.ts';
import { figuresDigest } from '#shared/scorecards/publish-scorecard.ts';
import { isOpenAgain, type Reopening } from '#shared/scorecards/reopening.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Directory, UnitId } from '#shared/units/units.ts';

export interface Closing {
  readonly district: UnitId;
  readonly month: Month;
  readonly stores: Stores;
  readonly now: Instant;
}

/** A unit whose data are others than its official scorecard counted, and that scorecard. */
interface Changed {
  readonly unit: CountedUnit;
  readonly before: Scorecard | undefined;
}

/** A closed month as it is counted. */
interface Counted extends Pick<Outcome, 'leftOut'> {
  readonly run: Run;
  readonly revisions: Countable;
  readonly changed: readonly Changed[];
}

/**
 * Counts everything, and stores an official scorecard of each unit that has none or whose data are others: an amendment
 * that the district let in, or the directory of a month that it opened again. Code that counts the same data otherwise
 * stores nothing. A first official scorecard names what it had to leave out; one that stands gets no next revision while
 * something that it counted cannot be read: a broken item is nobody's word.
 *
 * Later runs may miss what was stored in the last second, and use half the read units; before they store anything, they
 * read again, consistently.
 *
 * @throws {RangeError} for a district that is not in the directory
 */
export async function closeMonth(closing: Closing): Promise<Outcome> {
  const official = () => closing.stores.scorecards.official(closing.district, closing.month);
  const before = await official();
  const first = await countClosed(closing, before, { consistent: !before });
  const again = before && first.changed.length > 0;
  const counted = again ? await countClosed(closing, await official(), { consistent: true }) : first;
  const { changed, leftOut } = counted;
  await countWaiting(counted.run);
  const isOf = ({ unit }: Changed) => unit.figures.unit.id === closing.district;
  // The district first: from then on the month is closed, and its directory stays as it was counted.
  for (const each of changed.filter(isOf)) {
    if (!(await makeOfficial(each, counted))) return { stored: false, leftOut };
  }
  const communes = changed.filter((each) => !isOf(each));
  const stored = await forEachUnit(communes, (each) => makeOfficial(each, counted));
  // `false`: somebody else closed the month at the same time, perhaps from other data.
  return { stored: !stored.includes(false), leftOut };
}

/**
 * Counts a month whose closing day has passed.
 *
 * What is official is read before what is counted: each revision then rests on no older data than the one before it,
 * however many run at once.
 */
async function countClosed(closing: Closing, before: Scorecard | undefined, freshness: Freshness): Promise<Counted> {
  const { district, month, stores, now } = closing;
  const reopening = await stores.reopenings.last(district, month);
  const { result: directory, unreadable } = await listingUnreadable(() => directoryToCount(closing, before, reopening));
  const official = new Map<UnitId, Scorecard | 'unreadable' | undefined>([[district, before]]);
  await forEachUnit(directory.communes, async ({ id }) => {
    const found = stores.scorecards.official(id, month);
    official.set(id, await found.catch((error: unknown) => noted(error, 'scorecard') ?? 'unreadable'));
  });
  const read = await readMonth({ unit: district, month, directory }, stores, freshness);
  const all = [...unreadable, ...read.unreadable];
  const revisions = { ...read, unreadable: all, ...(reopening && { reopening }) };
  const run = { month, directory, regime: requireRegime(month, directory.district.choices), stores, now, unreadable };
  const counted = count(run, revisions);
  const whole = countedDistrict(directory, counted);
  const changed = await forEachUnit([whole, ...counted.communes], async (unit): Promise<Changed[]> => {
    const stands = official.get(unit.figures.unit.id);
    if (stands === 'unreadable') return [];
    return stands && (await staysAsItIs(stands, unit, stores)) ? [] : [{ unit, before: stands }];
  });
  return { run, revisions, changed: changed.flat(), leftOut: whole.leftOut };
}

/**
 * The directory of a month as it is now, while the month is open; afterwards the one that was counted, unless the
 * district has opened the month again.
 */
async function directoryToCount(
  { district, month, stores }: Closing,
  before: Scorecard | undefined,
  reopening: Reopening | undefined,
): Promise<Directory> {
  const current = await stores.directory.directory(district, month, { consistent: true });
  if (!current) throw new NoDirectory(`No such district: ${district}`);
  if (!before || isOpenAgain(before, reopening)) return current;
  const named = await stores.scorecards.inputsOf(before);
  const { length } = named.filter(isOfDirectory);
  const now = directoryInputs(month, current);
  if (now.length === length && now.every((input) => named.includes(input))) return current;
  const { directory, missing } = await directoryNamed(named, district, month, stores);
  if (!directory || missing.length > 0) {
    throw new NoDirectory(`The history of ${district} lacks what ${month} was counted by: ${missing.join(', ')}`);
  }
  return directory;
}

/** Whether a unit's official scorecard counted these very data, or something that cannot be read any more. */
async function staysAsItIs(official: Scorecard, unit: CountedUnit, stores: Stores): Promise<boolean> {
  if (official.inputs === unit.inputsDigest) return true;
  const { rules = RULES } = official;
  if (rules === RULES && unit.leftOut.length === 0 && !official.leftOut) return false;
  const counted = await stores.scorecards.inputsOf(official);
  const things = new Set(counted.filter((input) => !isLeftOut(input)).map((input) => thingNamed(input)));
  const isGone = unit.leftOut.some(({ name }) => things.has(thingNamed(name)));
  return isGone || isSameData(counted, unit.inputs, rules);
}

/**
 * Stores a unit's next official scorecard. A commune's names only its own inputs, so another's amendment does not
 * change it.
 *
 * @returns `false` if an official scorecard with this number exists: somebody was quicker
 */
async function makeOfficial({ unit, before }: Changed, { run, revisions }: Counted): Promise<boolean> {
  const { figures, inputs, inputsDigest } = unit;
  const { month, regime, stores, directory } = run;
  const digest = figuresDigest(figures, { month, regime, inputs: inputsDigest });
  const status = { status: 'official', revision: (before?.revision ?? 0) + 1 } as const;
  const { reopening } = revisions;
  const isDistrict = figures.unit.id === directory.district.id;
  const scorecard: Scorecard = {
    ...(await publish(unit, digest, status, run)),
    rules: RULES,
    inputs: inputsDigest,
    ...(isDistrict && reopening && { reopenings: reopening.revision }),
    ...(before && { corrections: await correctionsOf(before, inputs, { run, revisions }) }),
  };
  return stores.scorecards.putOfficial(scorecard, inputs);
}

async function correctionsOf(
  before: Scorecard,
  inputs: readonly string[],
  { run, revisions }: Pick<Counted, 'run' | 'revisions'>,
) {
  const { stores, month, directory } = run;
  const old = await stores.scorecards.inputsOf(before);
  const directoryOf = (all: readonly string[]) => all.filter(isOfDirectory).sort().join();
  const isChanged = directoryOf(old) !== directoryOf(inputs);
  const was = isChanged ? await directoryNamed(old, directory.district.id, month, stores) : undefined;
  return correctionsBetween(old, inputs, {
    ...(was?.directory && { directories: { before: was.directory, after: directory } }),
    of: reasonsIn(revisions),
  });
}

/** Who changes a report or opens a month again says why. */
function reasonsIn({ month, besides, reopening }: Countable): Reasons['of'] {
  const said = new Map<string, string | undefined>(
    [...month, ...besides.visits].map(({ id, revision, reason }) => [`${id}#${revision}`, reason]),
  );
  return ({ id, revision, kind }) =>
    kind === 'units' || kind === 'district' || kind === 'reopening' ? reopening?.reason : said.get(`${id}#${revision}`);
}
