import type { CountedUnit } from '#functions/rollup/count.ts';
import type { MonthStores } from '#functions/rollup/read-month.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { noted } from '#functions/store/pages.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import type { WaitingStore } from '#functions/store/waiting-store.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { addMonths, type Instant, type Month } from '#shared/period.ts';
import type { Figures } from '#shared/scorecards/count-district.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import { pastScorecard, withPastLines } from '#shared/scorecards/past-scorecard.ts';
import { publishScorecard } from '#shared/scorecards/publish-scorecard.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { type Directory, fullName, type UnitId } from '#shared/units/units.ts';

export interface Stores extends MonthStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'directory' | 'elsewhere' | 'unitRevisions' | 'groupLists'>;
  readonly reports: MonthStores['reports'] & Pick<ReportStore, 'entriesOfMonth'>;
  readonly waiting: Pick<WaitingStore, 'put'>;
  readonly reopenings: Pick<ReopeningStore, 'last' | 'ofMonth'>;
  readonly scorecards: Pick<
    ScorecardStore,
    'current' | 'official' | 'inputsOf' | 'live' | 'putLive' | 'putMerged' | 'putOfficial'
  >;
}

/** What a run rolls up, by which rules and with which stores. */
export interface Run {
  readonly month: Month;
  /** The district as it was in the month. */
  readonly directory: Directory;
  readonly regime: Regime;
  readonly stores: Stores;
  readonly now: Instant;
  /** What of the directory cannot be read. */
  readonly unreadable: readonly LeftOut[];
}

/** A run that has no directory to count by. */
export class NoDirectory extends RangeError {}

/** The result of a run. */
export interface Outcome {
  /** `false` if somebody stored a scorecard meanwhile that this run has not seen: it must run again. */
  readonly stored: boolean;
  /** What is in none of its figures. */
  readonly leftOut: readonly LeftOut[];
}

/** How many scorecards are stored in parallel: each takes a few requests, and the client has 50 connections. */
const AT_ONCE = 15;

/** Makes a scorecard of figures, with the unit's earlier ones for comparison and with what was left out. */
export async function publish(
  { figures, leftOut }: Pick<CountedUnit, 'figures' | 'leftOut'>,
  digest: string,
  status: Pick<Scorecard, 'status' | 'revision'>,
  { month, regime, stores, now, directory }: Run,
): Promise<Scorecard> {
  const earlier = (months: number) =>
    earlierOf(figures, addMonths(month, -months), directory, stores).catch((error: unknown) =>
      noted(error, 'scorecard'),
    );
  // An open month is compared with none.
  const back = status.status === 'official' ? [1, 3, 12] : [];
  const { result, unreadable } = await listingUnreadable(() => Promise.all(back.map(earlier)));
  const [previousMonth, quarterBefore, previousYear] = result;
  const all = [...leftOut, ...unreadable];
  return {
    ...publishScorecard(figures, {
      ...{ month, regime, generatedAt: now, digest, previousMonth, quarterBefore, previousYear },
      ...status,
    }),
    ...(all.length > 0 && { leftOut: all }),
  };
}

/**
 * A unit's scorecard of an earlier month; of one before a reform, the sum of those from which it came. Earlier months
 * were stored long ago, so eventually consistent reads suffice.
 */
async function earlierOf(
  { unit, children }: Figures,
  month: Month,
  { pastOf }: Directory,
  { scorecards }: Stores,
): Promise<Scorecard | undefined> {
  const of = (id: UnitId) => scorecards.current(id, month, { consistent: false });
  if (!pastOf) return of(unit.id);
  const past = pastOf(unit.id, month);
  if (!past.isWhole || past.units.length === 0) return undefined;
  const parts = (await Promise.all(past.units.map(({ id }) => of(id)))).filter((part) => part !== undefined);
  if (parts.length < past.units.length) return undefined;
  const [only] = past.units;
  const earlier = only?.id === unit.id ? parts[0] : pastScorecard(unit.id, parts);
  const later = children.map((child) => ({ unit: child.unit.id, name: fullName(child.unit) }));
  return earlier && withPastLines(earlier, later, pastOf);
}

/** Runs a task for each unit, some in parallel, and returns the results. */
export async function forEachUnit<Unit, Result>(
  units: readonly Unit[],
  work: (unit: Unit) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE) {
    results.push(...(await Promise.all(units.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
}
