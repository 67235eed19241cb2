import { raiseLacking } from '#functions/rollup/raise-lacking.ts';
import type { ChargeStore } from '#functions/store/charge-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { Freshness } from '#functions/store/pages.ts';
import { isIntact, type ReportStore, type StoredRevision } from '#functions/store/report-store.ts';
import type { Inputs, ScorecardStore, Stamp } from '#functions/store/scorecard-store.ts';
import type { ThemeStore } from '#functions/store/theme-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { judgeCellMonth } from '#shared/cell-month.ts';
import { type Besides, countBesides } from '#shared/count-besides.ts';
import { countDistrict, type Figures } from '#shared/count-district.ts';
import { digestOf } from '#shared/digest.ts';
import { newestOf } from '#shared/newest.ts';
import { addMonths, dayAt, earlierInQuarter, type Instant, type Month } from '#shared/period.ts';
import { figuresDigest, type Publication, publishScorecard } from '#shared/publish-scorecard.ts';
import { type Regime, regimeOf } from '#shared/regimes.ts';
import { yearOf } from '#shared/theme-plan.ts';
import { deadlines, isWithin, type Unit, type UnitId } from '#shared/units.ts';

/** Asks for a district's month. `official` closes it: a new official revision where the figures have changed. */
export interface RollUpRequest {
  readonly district: UnitId;
  readonly month: Month;
  readonly official: boolean;
}

export interface Stores {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'thematicOfMonth' | 'newest'>;
  readonly visits: Pick<VisitStore, 'ofMonth' | 'newest'>;
  readonly charges: Pick<ChargeStore, 'lists' | 'recordRevisions'>;
  readonly themes: Pick<ThemeStore, 'revisions'>;
  readonly matters: Pick<MatterStore, 'all' | 'raise'>;
  readonly scorecards: ScorecardStore;
}

/** So many scorecards are stored side by side: each takes a few requests, and the client has 50 connections. */
const AT_ONCE = 15;

/** What a month is counted from: one revision of each report, and what is told besides. */
export interface Counted {
  readonly month: readonly StoredRevision[];
  /** Of the quarter's earlier months. */
  readonly before: readonly StoredRevision[];
  readonly besides: Besides;
}

/** A district's month, counted: the figures of the district and its communes, and what they were counted from. */
export interface Count {
  /** What the month was judged by. */
  readonly regime: Regime;
  readonly figures: readonly Figures[];
  readonly inputs: Inputs;
  /** Reports that could not be counted: not what their digest says, not to be judged, or of a cell that is not listed. */
  readonly bad: readonly string[];
}

/**
 * Counts a district's month from its directory and the given revisions.
 *
 * A bad item is left out and named; the others are counted. Of the quarter's earlier months only the thematic meetings
 * count, and what is bad there is named by the roll-up of its own month.
 *
 * @throws {RangeError} for a district that is not in the directory
 */
export async function count(
  { district, month }: Pick<RollUpRequest, 'district' | 'month'>,
  revisions: Counted,
  stores: Pick<Stores, 'directory'>,
  now: Instant,
): Promise<Count> {
  const directory = await stores.directory.directory(district, month);
  if (!directory) throw new RangeError(`No such district: ${district}`);

  const regime = regimeOf(month, directory.district.choices);
  const { due } = deadlines(directory.district, month);
  const judge = ({ cell, reports, before }: CellReports) =>
    judgeCellMonth(cell, reports, { regime, due, month, thematicBefore: before.length });
  const cells = new Map(directory.cells.map((cell) => [cell.id, cellReports(cell)]));
  const bad: string[] = [];
  for (const revision of revisions.month) {
    const found = cells.get(unitOf(revision.id));
    if (found && soundly(() => isIntact(revision))) found.reports.push(revision);
    else bad.push(nameOf(revision));
  }
  for (const revision of revisions.before) {
    if (revision.report?.kind === 'thematic' && soundly(() => isIntact(revision))) {
      cells.get(unitOf(revision.id))?.before.push(revision);
    }
  }
  const counted = [...cells.values()];
  const months = counted.map((each) => {
    try {
      return judge(each);
    } catch {
      bad.push(...dropUnsound(each, judge));
      return judge(each);
    }
  });
  const besides = countBesides({ month, directory, now }, counted, revisions.besides);
  return {
    regime,
    figures: countDistrict(directory, months, besides.tallies),
    inputs: [
      ...counted
        .flatMap(({ reports, before }) => [...before, ...reports])
        .map(({ id, revision, digest }) => `${id}#${revision} ${digest}`),
      ...besides.inputs,
    ].sort(),
    bad,
  };
}

/** Takes out of a cell's reports those that cannot be judged, and names them. */
function dropUnsound(of: CellReports, judge: (of: CellReports) => unknown): string[] {
  const sound = of.reports.filter((report) => soundly(() => judge({ ...of, reports: [report] })));
  const unsound = of.reports.filter((report) => !sound.includes(report));
  of.reports.splice(0, of.reports.length, ...sound);
  return unsound.map(nameOf);
}

const nameOf = ({ id, revision }: StoredRevision) => `${id}#${revision}`;

interface CellReports {
  readonly cell: Unit;
  readonly reports: StoredRevision[];
  /** Thematic meetings of the quarter's earlier months. */
  readonly before: StoredRevision[];
}

const cellReports = (cell: Unit): CellReports => ({ cell, reports: [], before: [] });

/**
 * Rolls a district's month up into the scorecards of the district and its communes.
 *
 * It recomputes and never adds to a total, so running it again or twice at once gives the same.
 *
 * @returns the reports that could not be counted
 */
export async function rollUp(request: RollUpRequest, stores: Stores, now: Instant): Promise<readonly string[]> {
  const { district, month, official } = request;
  // The queue hands a request over more than a minute after the report: what closes a month has to see everything, a
  // live run need not ask for what was stored in the very last second.
  const freshness: Freshness = { consistent: official };
  const thematics = (each: Month) => stores.reports.thematicOfMonth(district, each);
  const [reports, before, visits, lists, records, plans] = await Promise.all([
    stores.reports.newestOfMonth(district, month, freshness),
    Promise.all(earlierInQuarter(month).map(thematics)),
    stores.visits.ofMonth(district, month, freshness),
    stores.charges.lists(district, freshness),
    stores.charges.recordRevisions(district, month, freshness),
    stores.themes.revisions(district, yearOf(month), freshness),
  ]);
  const newestVisits = [...newestOf(visits, ({ id }) => id).values()];
  const matters = await raiseLacking(district, { reports, visits: newestVisits }, stores, freshness);
  const besides = { matters, visits, lists, records, plans };
  const counted = await count(request, { month: reports, before: before.flat(), besides }, stores, now);
  const units = counted.figures.map(({ unit }) => unit.id);
  const live = official ? undefined : await stores.scorecards.liveStamps(units, month);
  const owners = counted.inputs.map(unitOf);
  const stored: boolean[] = [];
  for (let at = 0; at < counted.figures.length; at += AT_ONCE) {
    const storing = counted.figures.slice(at, at + AT_ONCE).map((figures) => {
      // A commune's scorecard names what is its own: what another amends does not touch it.
      const inputs = counted.inputs.filter((_, n) => isWithin(owners[n] as UnitId, figures.unit.id));
      return store(figures, inputs, { request, regime: counted.regime, stores, now, live });
    });
    stored.push(...(await Promise.all(storing)));
  }
  // Someone closed the month at the same time, perhaps from other reports: count again from what is there now.
  return official && stored.includes(false) ? rollUp(request, stores, now) : counted.bad;
}

interface Run {
  readonly request: RollUpRequest;
  readonly regime: Regime;
  readonly stores: Pick<Stores, 'scorecards'>;
  readonly now: Instant;
  /** The stored live scorecards, where those are to be made. */
  readonly live: ReadonlyMap<UnitId, Stamp> | undefined;
}

/**
 * Stores a unit's scorecard where it says something else than the stored one. A live one that says the same is stored
 * anew once a day, so that it tells of each night's run, and so that the earlier months beside it are those of then.
 *
 * @returns `false` where it was not stored: a later live one, or another official one of this number, was there before
 */
async function store(figures: Figures, own: Inputs, { request, regime, stores, now, live }: Run): Promise<boolean> {
  const { month, official } = request;
  const { id } = figures.unit;
  const inputs = digestOf(own);
  const digest = figuresDigest(figures, { month, regime, inputs });
  const stamp = live?.get(id);
  if (stamp?.digest === digest && dayAt(stamp.generatedAt) === dayAt(now)) return true;
  const closed = official ? await stores.scorecards.official(id, month) : undefined;
  if (closed?.digest === digest) return true;

  const earlier = (months: number) => stores.scorecards.current(id, addMonths(month, -months));
  const [previousMonth, previousYear] = await Promise.all([earlier(1), earlier(12)]);
  const scorecard = publishScorecard(figures, {
    month,
    regime,
    generatedAt: now,
    inputs,
    previousMonth,
    previousYear,
    ...(official ? { status: 'official', revision: (closed?.revision ?? 0) + 1 } : { status: 'live', revision: 0 }),
  } satisfies Publication);
  return stores.scorecards.put(scorecard, own);
}

/** The unit of a report's or a matter's id, or of an input, which begins with one. */
function unitOf(id: string): UnitId {
  return id.split('_')[0] as UnitId;
}

/** Whether a check holds; an item so broken that the check itself fails does not hold. */
function soundly(check: () => unknown): boolean {
  try {
    return Boolean(check());
  } catch {
    return false;
  }
}
