import { type ChangeStores, closedAmong } from '#functions/store/change-units.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AccountMove, actName, districtsOf, type ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import { type Entry, revisionOf, type UnitsRevision } from '#functions/store/units-revision.ts';
import type { Account } from '#shared/access/accounts.ts';
import { canonical } from '#shared/digest.ts';
import type { Month } from '#shared/period.ts';
import type { ChangedMonth } from '#shared/scorecards/changed-months.ts';
import { directoryFaults, type UnitFault } from '#shared/units/directory-faults.ts';
import type { PlanFault, ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import { planFaults } from '#shared/units/reorganise/plan-faults.ts';
import { previewOf, type ReorganisationPreview } from '#shared/units/reorganise/preview.ts';
import { reorganise } from '#shared/units/reorganise/reorganise.ts';
import { communeOf, districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

export interface ReorganiseStores extends Pick<ChangeStores, 'scorecards' | 'reopenings'> {
  readonly directory: Pick<DirectoryStore, 'newestUnits' | 'districts' | 'reorganisations' | 'settleReorganisation'>;
  /** The units, of some, of which there are reports of a month or later. */
  readonly reported: (units: readonly UnitId[], from: Month) => Promise<readonly UnitId[]>;
  /** Puts an act on a district's record before it is carried out. */
  readonly record: (district: UnitId, of: string) => Promise<void>;
}

/** Why a reorganisation, or its undoing, is refused. Nothing is stored then. */
export type ReorganiseRefusal =
  | { readonly kind: 'plan'; readonly faults: readonly PlanFault[] }
  | { readonly kind: 'faults'; readonly faults: readonly UnitFault[] }
  | { readonly kind: 'closed'; readonly months: readonly ChangedMonth[] }
  /** These units have reports of the month or later, which would be of units that have ended. */
  | { readonly kind: 'reported-already'; readonly units: readonly UnitId[] }
  /** Somebody else reorganises the same district, or it is too large for one act. */
  | { readonly kind: 'busy' | 'too-large' };

/** A plan that can be carried out: the act it would be, and what it would do. */
export interface Prepared {
  readonly kind: 'ready';
  readonly act: ReorganisationAct;
  readonly preview: ReorganisationPreview;
}

/**
 * Prepares a reorganisation: all that a carrying out would store, checked like every change of units.
 *
 * @param accounts those of the districts that it touches: those of units that change their ids go along
 * @param reach `any`: units may also move to another district that there is already, as the operator says
 */
export async function prepareReorganisation(
  district: UnitId,
  plan: ReorganisationPlan,
  accounts: readonly Account[],
  entry: Entry,
  stores: ReorganiseStores,
  reach: 'own' | 'any',
): Promise<Prepared | ReorganiseRefusal> {
  const { directory } = stores;
  const districts = await directory.districts();
  const named = (reach === 'own' ? [] : plan.acts).flatMap(({ to }) => (to === undefined ? [] : [districtOf(to)]));
  const touched = [...new Set([district, ...named.filter((each) => districts.includes(each))])];
  const newest = new Map<UnitId, UnitsRevision>();
  for (const each of touched)
    for (const [commune, found] of await directory.newestUnits(each)) newest.set(commune, found);
  const before = [...newest.values()].flatMap(({ units }) => units);
  const elsewhere = plan.acts.filter(({ from }) => districtOf(from) !== district);
  const wrong = [
    ...elsewhere.map(({ from, line }): PlanFault => ({ code: 'unknown-unit', unit: from, ...(line && { line }) })),
    ...planFaults(plan, before),
  ];
  if (wrong.length > 0) return { kind: 'plan', faults: wrong };

  const done = reorganise(plan, before, districts);
  const known = new Set(directoryFaults(before, () => true).map(canonical));
  const faults = directoryFaults(done.units, () => true).filter((fault) => !known.has(canonical(fault)));
  if (faults.length > 0) return { kind: 'faults', faults };
  const closed = await closedIn(before, done.units, entry, stores);
  if (closed.length > 0) return { kind: 'closed', months: closed };

  const already = await stores.reported([...done.heirs.keys()], plan.month);
  if (already.length > 0) return { kind: 'reported-already', units: already };

  const heirs = [...done.heirs];
  const act: ReorganisationAct = {
    ...{ district, number: (await directory.reorganisations.underWay(district)).number + 1, month: plan.month },
    ...{ by: entry.by, at: entry.at, ...(entry.reason && { reason: entry.reason }) },
    ...{ acts: plan.acts, heirs, revisions: changedRevisions(newest, done.units, entry) },
    moves: accounts.flatMap((account) => moveOf(account, done.heirs)),
  };
  return { kind: 'ready', act, preview: previewOf(plan, before, done) };
}

/**
 * Carries out what was prepared, all or nothing, and copies it to where it belongs. If that stops in between, whoever
 * comes next completes it.
 */
export async function carryOut(
  act: ReorganisationAct,
  { directory, record }: Pick<ReorganiseStores, 'directory' | 'record'>,
): Promise<'done' | 'busy' | 'too-large'> {
  for (const each of districtsOf(act)) await record(each, actName(act));
  const outcome = await directory.reorganisations.commit(act);
  if (outcome === 'done') await directory.settleReorganisation(act.district);
  return outcome;
}

/** Commune and cell accounts go along with their unit; a district's stay with it, also when it ends. */
function moveOf({ user, role, unit }: Account, heirs: ReadonlyMap<UnitId, readonly UnitId[]>): AccountMove[] {
  const [heir] = heirs.get(unit) ?? [];
  return heir !== undefined && (role === 'commune' || role === 'cell') ? [{ user, role, unit: heir, from: unit }] : [];
}

function changedRevisions(
  newest: ReadonlyMap<UnitId, UnitsRevision>,
  units: readonly Unit[],
  entry: Entry,
): UnitsRevision[] {
  return [...Map.groupBy(units, ({ id }) => communeOf(id))].flatMap(([commune, own]) => {
    const was = newest.get(commune);
    const next = revisionOf(commune, own, (was?.revision ?? 0) + 1, entry);
    return next.digest === was?.digest ? [] : [next];
  });
}

/** The closed months that a change reaches, in any of its districts. */
export async function closedIn(
  before: readonly Unit[],
  after: readonly Unit[],
  entry: Entry,
  stores: Pick<ReorganiseStores, 'scorecards' | 'reopenings'>,
): Promise<ChangedMonth[]> {
  const of = (district: UnitId, units: readonly Unit[]) => units.filter(({ id }) => districtOf(id) === district);
  const found: ChangedMonth[] = [];
  for (const district of new Set([...before, ...after].map(({ id }) => districtOf(id)))) {
    found.push(...(await closedAmong(district, of(district, before), of(district, after), entry, stores)));
  }
  return found;
}
