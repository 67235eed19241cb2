import { type Countable, type CountedUnit, count, countedDistrict, reportInput } from '#functions/rollup/count.ts';
import { directoryNamed } from '#functions/rollup/directory-named.ts';
import type { Stores } from '#functions/rollup/run.ts';
import { CLOSED_DAYS } from '#functions/store/matter-store.ts';
import { lineOf, shownLine } from '#functions/store/month-line.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { type UncountedStores, uncounted } from '#infra/admin/uncounted.ts';
import { canonical } from '#shared/digest.ts';
import { matterOf, parseMatterId, type TrackedMatter } from '#shared/matters/matter.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import {
  addMonths,
  dayAt,
  daysBetween,
  earlierInQuarter,
  endOfMonth,
  type Instant,
  type Month,
} from '#shared/period.ts';
import { matterFigures, matterInput } from '#shared/scorecards/count-matters.ts';
import { listInput, recordInput } from '#shared/scorecards/count-officers.ts';
import { planInput } from '#shared/scorecards/count-themes.ts';
import { visitInput } from '#shared/scorecards/count-visits.ts';
import { isOfDirectory } from '#shared/scorecards/inputs.ts';
import {
  isLeftOut,
  type LeftOut,
  leftOutInput,
  revisionNamed,
  thingNamed,
  unitNamed,
} from '#shared/scorecards/left-out.ts';
import { monthsToCompare, subjectsInput } from '#shared/scorecards/monotony.ts';
import { figuresDigest, publishScorecard } from '#shared/scorecards/publish-scorecard.ts';
import { reopeningInput } from '#shared/scorecards/reopening.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { type Directory, districtOf, type UnitId } from '#shared/units/units.ts';

/** Identifies an official scorecard: the month's newest one unless a revision is given. */
export interface ScorecardKey {
  readonly unit: UnitId;
  readonly month: Month;
  readonly revision?: number;
}

export interface Verdict {
  readonly scorecard: Pick<Scorecard, 'unit' | 'month' | 'revision' | 'digest'>;
  /** How many reports, matters, visits, lists, records and parts of the directory it was counted from. */
  readonly inputs: number;
  /** What does not agree, one sentence each; empty if the scorecard follows from its inputs. */
  readonly differences: readonly string[];
  /** Matters that have expired: figures that rest on them cannot be counted again; all others were. */
  readonly expired: readonly string[];
  /** Its data are all there and it was counted by other rules than this code's: other figures are the code's doing. */
  readonly otherRules?: { readonly counted: number; readonly own: number };
  /** What should have been counted and was not, one sentence each; only for the newest revision. */
  readonly uncounted?: readonly string[];
  /** What was stored without its entry in the audit, one sentence each. */
  readonly unrecorded?: readonly string[];
}

export type Reading = Pick<Stores, 'directory' | 'officers' | 'thematicPlans' | 'reopenings'> &
  UncountedStores & {
    readonly reports: Pick<ReportStore, 'month' | 'alteredFreeText'>;
    readonly matters: Pick<Stores['matters'], 'all'>;
    readonly visits: Pick<Stores['visits'], 'ofMonth'>;
    readonly scorecards: Pick<ScorecardStore, 'official' | 'inputsOf' | 'linesBetween'>;
  };

/**
 * Counts an official scorecard again from the directory, the revisions and the events that it names, and compares; and
 * looks for what should have been counted and was not.
 *
 * Closed matters expire after two years. If some that it names may have expired, the verdict names them and leaves out
 * the figures that rest on matters.
 *
 * @throws {Error} if there is no such official scorecard
 */
export async function verify({ unit, month, revision }: ScorecardKey, stores: Reading, now: Instant): Promise<Verdict> {
  const scorecard = await stores.scorecards.official(unit, month, revision);
  if (!scorecard) throw new Error(`There is no official scorecard ${unit}/${month}${revision ? `/${revision}` : ''}.`);
  const inputs = await stores.scorecards.inputsOf(scorecard);
  const district = districtOf(unit);
  const { directory, missing } = await directoryNamed(inputs, district, month, stores);
  const named = new Set(inputs);
  // What it left out it names too; whether that could be read by now is said with what should have been counted.
  const leftOut = (scorecard.leftOut ?? []).filter((each) => named.delete(leftOutInput(each)));
  const { result: counted, unreadable } = await listingUnreadable(() => readNamed(named, district, month, stores));
  const expired = mayHaveExpired(month, now) ? [...named].filter(isMatter) : [];
  for (const input of expired) named.delete(input);
  for (const input of directoryOf(inputs, missing)) named.delete(input);
  if (!directory) throw new Error(`There is no district ${district} in ${month}.`);

  const isNewest = (await stores.scorecards.official(unit, month))?.revision === scorecard.revision;
  const [shown] = isNewest ? await stores.scorecards.linesBetween(unit, month, month) : [];
  const all = count({ directory, month, now: scorecard.generatedAt }, { ...counted, unreadable: leftOut });
  const own = [countedDistrict(directory, all), ...all.communes].find(({ figures }) => figures.unit.id === unit);
  const differences = [
    ...[...named].map((input) => `It is not stored as it was counted: ${input}`),
    ...alteredAmong(unreadable, inputs).map((name) => `The report's content does not match its digest: ${name}`),
    ...(await stores.reports.alteredFreeText(district, month)).map(
      (key) => `The words do not match their digest: ${key}`,
    ),
    ...(isNewest && canonical(shown ?? null) !== canonical(shownLine(lineOf(scorecard)))
      ? ['A trend shows of it what it does not say.']
      : []),
  ];
  const { rules = RULES } = scorecard;
  const others = figureDifferences(scorecard, own, directory, expired.length === 0);
  const isData = differences.length > 0 || rules === RULES;
  return {
    scorecard,
    inputs: inputs.length,
    differences: [...differences, ...(isData ? others : [])],
    expired,
    ...(!isData && others.length > 0 && { otherRules: { counted: rules, own: RULES } }),
    ...(isNewest && { uncounted: await uncounted({ unit, month, inputs, expired, directory }, stores) }),
  };
}

/** The broken reports that stood when the scorecard was counted: an earlier revision stays on record too. */
function alteredAmong(unreadable: readonly LeftOut[], inputs: readonly string[]): string[] {
  const counted = new Map(
    inputs.filter((input) => !isLeftOut(input)).map((input) => [thingNamed(input), revisionNamed(input)]),
  );
  return unreadable
    .filter(({ kind, name }) => kind === 'report' && revisionNamed(name) <= (counted.get(thingNamed(name)) ?? 0))
    .map(({ name }) => name);
}

/** Finds in the tables what a scorecard names, and deletes it from `named`. */
async function readNamed(
  named: Set<string>,
  district: UnitId,
  month: Month,
  stores: Reading,
): Promise<Omit<Countable, 'unreadable'>> {
  // What was open where another root had it before is named too.
  const roots = [...new Set([district, ...[...named].map((input) => districtOf(unitNamed(idOf(input))))])];
  const ofAll = async <T>(read: (root: UnitId) => Promise<readonly T[]>) => (await Promise.all(roots.map(read))).flat();
  const find = async (root: UnitId, of: Month, nameOf: (revision: StoredRevision) => string = reportInput) => {
    const found: StoredRevision[] = [];
    for await (const each of stores.reports.month(root, of)) {
      if (named.delete(nameOf(each))) found.push(each);
    }
    return found;
  };
  const inputIn = (input: string) => named.delete(input);
  const reopenings = (await stores.reopenings.ofMonth(district, month)).filter((each) => inputIn(reopeningInput(each)));
  return {
    month: await find(district, month),
    before: await ofAll(async (root) =>
      (await Promise.all(earlierInQuarter(month).map((of) => find(root, of)))).flat(),
    ),
    classed: await ofAll(async (root) =>
      (await Promise.all(monthsToCompare(month).map((of) => find(root, of, subjectsInput)))).flat(),
    ),
    besides: {
      matters: take(named, await ofAll((root) => stores.matters.all(root))),
      visits: (await stores.visits.ofMonth(district, month)).filter((each) => inputIn(visitInput(each))),
      lists: (await ofAll((root) => stores.officers.lists(root))).filter((each) => inputIn(listInput(each))),
      plans: (await ofAll((root) => stores.thematicPlans.revisions(root, yearOf(month)))).filter((each) =>
        inputIn(planInput(each)),
      ),
      records: (await stores.officers.recordRevisions(district, month)).filter((each) => inputIn(recordInput(each))),
    },
    ...(reopenings[0] && { reopening: reopenings[0] }),
  };
}

/** The parts of the directory that were found. */
function directoryOf(inputs: readonly string[], missing: readonly string[]): string[] {
  return inputs.filter((input) => isOfDirectory(input) && !missing.includes(input));
}

/** What a scorecard and the same counted again do not agree in. */
function figureDifferences(
  scorecard: Scorecard,
  own: CountedUnit | undefined,
  { district }: Directory,
  whole: boolean,
): string[] {
  if (!own) return ['Counted again, the unit does not stand in the month.'];
  const { revision, generatedAt } = scorecard;
  const month = scorecard.month as Month;
  const regime = requireRegime(month, district.choices);
  const digest = figuresDigest(own.figures, { month, regime, inputs: own.inputsDigest });
  const again = publishScorecard(own.figures, {
    ...{ month, regime, status: 'official', revision, generatedAt, digest },
  });
  return [
    ...(whole && digest !== scorecard.digest ? [`Counted again, the digest is ${digest}.`] : []),
    ...(figuresOf(again, whole) === figuresOf(scorecard, whole) ? [] : ['Counted again, the figures are others.']),
  ];
}

/** Takes the matters that a scorecard names, each with as many events as it names, and deletes them from `named`. */
function take(named: Set<string>, matters: readonly TrackedMatter[]): TrackedMatter[] {
  const events = new Map([...named].filter(isMatter).map((input) => [idOf(input), Number(/#(\d+) /.exec(input)?.[1])]));
  return matters.flatMap(({ id, events: all }) => {
    const count = events.get(id);
    if (!count || count > all.length) return [];
    const then = matterOf(id, all.slice(0, count));
    return named.delete(matterInput(then)) ? [then] : [];
  });
}

const idOf = (input: string) => input.slice(0, input.indexOf('#'));
const isMatter = (input: string) => parseMatterId(idOf(input)) !== undefined;

/** Whether a matter that was closed in the month may have expired by now. */
function mayHaveExpired(month: Month, now: Instant): boolean {
  return daysBetween(dayAt(endOfMonth(addMonths(month, -1))), dayAt(now)) >= CLOSED_DAYS;
}

/**
 * A scorecard's figures without those of earlier months, which have scorecards of their own.
 *
 * @param whole includes the figures of matters
 */
function figuresOf({ indicators, children, groups, belowNorm, name, matters }: Scorecard, whole: boolean): string {
  const own = (figures: readonly Indicator[]) =>
    figures
      .filter(({ id }) => whole || !matterFigures.has(id))
      .map(({ previousMonth, previousYear, ...figure }) => figure);
  return canonical({
    name,
    ...(whole && { matters }),
    indicators: own(indicators),
    children: children.map((child) => ({ ...child, indicators: own(child.indicators) })),
    groups: groups.map((group) => ({ ...group, indicators: own(group.indicators) })),
    belowNorm,
  });
}
