import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AccountMove, districtsOf, type ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import {
  closedIn,
  type Prepared,
  type ReorganiseRefusal,
  type ReorganiseStores,
} from '#functions/store/reorganise-units.ts';
import { type Entry, revisionOf, type UnitsRevision } from '#functions/store/units-revision.ts';
import type { Account } from '#shared/access/accounts.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface UndoStores extends ReorganiseStores {
  readonly directory: ReorganiseStores['directory'] & Pick<DirectoryStore, 'unitRevisions'>;
}

/** Why an undoing is refused, beside what refuses a reorganisation. */
export type UndoRefusal =
  | ReorganiseRefusal
  | { readonly kind: 'nothing-to-undo' }
  /** Units of these communes have been changed since: the undoing would lose that. */
  | { readonly kind: 'changed-since'; readonly units: readonly UnitId[] }
  /** These new units have reports: they would be of units that there never were. */
  | { readonly kind: 'reported'; readonly units: readonly UnitId[] };

/** The last reorganisation of a district that counts; `undefined` if there is none, or it was undone. */
export async function lastReorganisation(
  district: UnitId,
  { directory }: Pick<ReorganiseStores, 'directory'>,
): Promise<ReorganisationAct | undefined> {
  await directory.settleReorganisation(district);
  const acts = await directory.reorganisations.acts(district);
  const undone = new Set(acts.map(({ undoes }) => undoes));
  return acts.findLast(({ number, undoes }) => undoes === undefined && !undone.has(number));
}

/**
 * Prepares the undoing of a district's last reorganisation: units, groups and accounts become what they were. It is
 * possible until the month has closed, while no new unit has a report and nobody has changed its units since.
 */
export async function prepareUndo(
  district: UnitId,
  accounts: readonly Account[],
  entry: Entry,
  stores: UndoStores,
): Promise<(Pick<Prepared, 'kind' | 'act'> & { readonly undone: ReorganisationAct }) | UndoRefusal> {
  const { directory } = stores;
  const undone = await lastReorganisation(district, stores);
  if (!undone) return { kind: 'nothing-to-undo' };
  const histories = new Map<UnitId, UnitsRevision[]>();
  for (const each of districtsOf(undone)) {
    await directory.newestUnits(each);
    for (const [commune, all] of Map.groupBy(await directory.unitRevisions(each), (one) => one.commune)) {
      histories.set(commune, all);
    }
  }
  const historyOf = ({ commune }: UnitsRevision) => histories.get(commune) ?? [];
  const changed = undone.revisions.filter((each) => historyOf(each).at(-1)?.digest !== each.digest);
  if (changed.length > 0) return { kind: 'changed-since', units: changed.map(({ commune }) => commune) };
  const revisions = undone.revisions.map((each) => {
    const [was, now] = [historyOf(each).at(-2), historyOf(each).at(-1)];
    return revisionOf(each.commune, was?.units ?? [], (now?.revision ?? 0) + 1, entry);
  });
  const units = (of: readonly UnitsRevision[]) => of.flatMap((each) => each.units);
  const all = [...histories.values()].flatMap((each) => each.at(-1) ?? []);
  const others = units(all.filter(({ commune }) => !revisions.some((each) => each.commune === commune)));
  const months = await closedIn(units(all), [...others, ...units(revisions)], entry, stores);
  if (months.length > 0) return { kind: 'closed', months };
  const made = undone.heirs.flatMap(([, heirs]) => heirs);
  const reported = await stores.reported([...new Set(made)], undone.month);
  if (reported.length > 0) return { kind: 'reported', units: reported };
  const { number } = await directory.reorganisations.underWay(district);
  const act: ReorganisationAct = {
    ...{ district, number: number + 1, month: undone.month, undoes: undone.number },
    ...{ by: entry.by, at: entry.at, ...(entry.reason && { reason: entry.reason }) },
    ...{ acts: undone.acts, heirs: undone.heirs, revisions, moves: accounts.flatMap((each) => moveBack(each, undone)) },
  };
  return { kind: 'ready', act, undone };
}

/** An account of a new unit goes back to where it was; one that was added since goes to the first predecessor. */
function moveBack({ user, role, unit }: Account, { moves, heirs }: ReorganisationAct): AccountMove[] {
  if (role !== 'commune' && role !== 'cell') return [];
  const moved = moves.find((move) => move.user === user && move.unit === unit);
  const [first] = heirs.flatMap(([id, to]) => (to.includes(unit) ? [id] : []));
  const back = moved?.from ?? first;
  return back === undefined ? [] : [{ user, role, unit: back, from: unit }];
}
