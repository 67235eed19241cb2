import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReopeningStore } from '#functions/store/reopening-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Entry } from '#functions/store/units-revision.ts';
import { canonical } from '#shared/digest.ts';
import { regimes } from '#shared/norms/regimes.ts';
import { type Month, monthAt, monthsBetween } from '#shared/period.ts';
import { type ChangedMonth, changedMonths } from '#shared/scorecards/changed-months.ts';
import { isOpenAgain } from '#shared/scorecards/reopening.ts';
import { directoryFaults, type UnitFault } from '#shared/units/directory-faults.ts';
import { communeOf, type Unit, type UnitId } from '#shared/units/units.ts';

export interface ChangeStores {
  readonly directory: Pick<DirectoryStore, 'newestUnits' | 'saveUnits'>;
  readonly scorecards: Pick<ScorecardStore, 'official' | 'officialMonths'>;
  readonly reopenings: Pick<ReopeningStore, 'last'>;
  /** Puts on record which units are about to change: an entry too many rather than a change that nobody knows of. */
  readonly record: (changed: readonly UnitId[]) => Promise<void>;
}

/** What became of a change of a district's units. Of what is refused nothing is stored. */
export type UnitsOutcome =
  /** The communes, or the district, of which there are new revisions; none if it was all there already. */
  | { readonly kind: 'stored'; readonly revisions: readonly { readonly commune: UnitId; readonly revision: number }[] }
  | { readonly kind: 'faults'; readonly faults: readonly UnitFault[] }
  /** It would change months that have closed, and that the district has not opened again. */
  | { readonly kind: 'closed'; readonly months: readonly ChangedMonth[] };

/** A change of units before it is stored. */
type ReviewedUnits =
  | Exclude<UnitsOutcome, { readonly kind: 'stored' }>
  | {
      readonly kind: 'sound';
      readonly newest: Awaited<ReturnType<DirectoryStore['newestUnits']>>;
      readonly before: readonly Unit[];
      readonly after: readonly Unit[];
    };

/** Checks a change of units as {@link changeUnits} does, and stores nothing. */
export async function reviewUnits(
  district: UnitId,
  change: (units: readonly Unit[]) => readonly Unit[],
  entry: Pick<Entry, 'at'>,
  stores: Omit<ChangeStores, 'record'>,
  isKnown?: (id: UnitId) => boolean,
): Promise<ReviewedUnits> {
  const newest = await stores.directory.newestUnits(district);
  const before = [...newest.values()].flatMap(({ units }) => units);
  const after = change(before);
  const known = new Set(directoryFaults(before, isKnown).map(canonical));
  const faults = directoryFaults(after, isKnown).filter((fault) => !known.has(canonical(fault)));
  if (faults.length > 0) return { kind: 'faults', faults };
  const closed = await closedAmong(district, before, after, entry, stores);
  return closed.length > 0 ? { kind: 'closed', months: closed } : { kind: 'sound', newest, before, after };
}

/**
 * Changes the units of a district: the one door for the page, the file and the command line.
 *
 * It checks the whole and then stores commune by commune; done again after a crash, it stores what is missing. If
 * somebody changes the same commune meanwhile, it looks again.
 *
 * @param change gives all units of the district as they shall be, from all as they are
 * @param isKnown whether there is such a unit in another district: a predecessor may stand there
 */
export async function changeUnits(
  district: UnitId,
  change: (units: readonly Unit[]) => readonly Unit[],
  entry: Entry,
  stores: ChangeStores,
  isKnown?: (id: UnitId) => boolean,
): Promise<UnitsOutcome> {
  const reviewed = await reviewUnits(district, change, entry, stores, isKnown);
  if (reviewed.kind !== 'sound') return reviewed;
  const { newest, before, after } = reviewed;
  const was = new Map(before.map((unit) => [unit.id, canonical(unit)]));
  const changed = after.filter((unit) => was.get(unit.id) !== canonical(unit)).map(({ id }) => id);
  if (changed.length > 0) await stores.record(changed);
  const revisions: { commune: UnitId; revision: number }[] = [];
  for (const [commune, units] of Map.groupBy(after, ({ id }) => communeOf(id))) {
    const base = newest.get(commune)?.revision ?? 0;
    const { kind, stored } = await stores.directory.saveUnits(commune, units, base, entry);
    if (kind === 'stale') return changeUnits(district, change, entry, stores, isKnown);
    if (kind === 'added') revisions.push({ commune, revision: stored.revision });
  }
  return { kind: 'stored', revisions };
}

/** The closed months that a change reaches, without those that the district has opened again. */
export async function closedAmong(
  district: UnitId,
  before: readonly Unit[],
  after: readonly Unit[],
  { at }: Pick<Entry, 'at'>,
  { scorecards, reopenings }: Pick<ChangeStores, 'scorecards' | 'reopenings'>,
): Promise<readonly ChangedMonth[]> {
  const first = regimes[0]?.from as Month;
  const reached = changedMonths(before, after, monthsBetween(first, monthAt(at)));
  const [from, to] = [reached.at(0)?.month, reached.at(-1)?.month];
  if (!from || !to) return [];
  const closed = new Set(await scorecards.officialMonths(district, from, to));
  const kept: ChangedMonth[] = [];
  for (const each of reached.filter(({ month }) => closed.has(month))) {
    const [official, last] = await Promise.all([
      scorecards.official(district, each.month),
      reopenings.last(district, each.month),
    ]);
    if (!official || !isOpenAgain(official, last)) kept.push(each);
  }
  return kept;
}
