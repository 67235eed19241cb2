import { accountListOf } from '#functions/store/account-list-store.ts';
import { type RawItem, textOf } from '#functions/store/raw-item.ts';
import { reservedKeys, type TableKey, type TransientKind, transientKinds } from '#functions/store/tables.ts';
import { DISTRICTS } from '#functions/store/unit-store.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** A file of an archive: some of the items of a table. */
export interface ArchivePart {
  readonly name: string;
  readonly table: TableKey;
  /** Whether an item with this partition key stands in the part. */
  readonly holds: (pk: string) => boolean;
  /** Partition keys that hold all of it, by district: they are asked for, where others are searched for. */
  readonly partition?: (district: UnitId) => string;
  /** There are few, and they are found while the part before is read. */
  readonly withPrevious?: true;
  /** What it holds, for who reads the archive without this program. */
  readonly says: string;
}

/**
 * Of what expires, an archive carries what somebody has typed and what was promised to somebody: forms saved for later,
 * the keys that open those that devices keep, members' proposals, and the links that stop mails.
 *
 * Not carried are sessions and sign-ins under way (everybody signs in anew), counted tries and known devices (passwords
 * are new), codes and the mails of a day (of hours), and what is practised (made up).
 */
const carriedKinds: readonly TransientKind[] = ['draft', 'deviceKey', 'proposals', 'unsubscribe'];

const historyOf = (district: UnitId) => `${district}#units`;
const isHistory = (pk: string) => pk === historyOf(rootIn(pk));
const isWords = (pk: string) => pk.endsWith(reservedKeys.meetings.freeText);
const isPurge = (pk: string) => pk.endsWith(reservedKeys.meetings.purges);

/**
 * Whether a partition of `cells` is a district's list of accounts. It follows from the user pool: an archive has the
 * accounts themselves, and a restore, after which all have new passwords, makes the list from them.
 */
export const isAccountList = (pk: string) => pk === accountListOf(rootIn(pk));

/**
 * The parts in the order in which they are read while people go on working.
 *
 * What names something is read before what it names: official scorecards before the revisions that they counted, copies
 * before their history, revisions before their words (which are stored first), seals before the audit. What is owed is
 * read after what changes store and before the audit: a change that was read has its entry in the archive, or its note.
 */
export const archiveParts: readonly ArchivePart[] = [
  {
    name: 'scorecards',
    table: 'scorecards',
    holds: () => true,
    says: 'scorecards, what they counted, seals of the audit',
  },
  {
    name: 'cells',
    table: 'cells',
    holds: (pk) => !isHistory(pk) && !isAccountList(pk),
    says: 'directory, guidance, trainings, settings',
  },
  { name: 'units', table: 'cells', holds: isHistory, partition: historyOf, says: 'every revision of units' },
  {
    name: 'meetings',
    table: 'meetings',
    holds: (pk) => !isWords(pk) && !isPurge(pk),
    says: 'revisions of reports and visits, officers, plans, targets, what was said of tasks',
  },
  {
    name: 'purges',
    table: 'meetings',
    holds: isPurge,
    withPrevious: true,
    says: 'which words were taken out, by whom and why',
  },
  { name: 'words', table: 'meetings', holds: isWords, says: 'free text, each under its digest' },
  { name: 'matters', table: 'matters', holds: () => true, says: 'concerns with their events' },
  { name: 'actions', table: 'actions', holds: () => true, says: 'what is done about figures' },
  {
    name: 'kept',
    table: 'transient',
    holds: (pk) => carriedKinds.some((kind) => pk.startsWith(transientKinds[kind])),
    says: 'saved forms, keys of what devices keep, proposals, links that stop mails; all expire',
  },
  { name: 'owed', table: 'owed', holds: (pk) => pk === 'owed', says: 'what changes still owe' },
  { name: 'audit', table: 'audit', holds: () => true, says: 'the audit, a chain of digests a day' },
];

/** Whether an item of `meetings` is a step by which words were taken out. */
export function isPurgeStep(item: RawItem): boolean {
  return isPurge(textOf(item, 'pk'));
}

/** Whose an item is: a unit at the root of a tree, or an account. */
export type Owner = { readonly root: UnitId } | { readonly user: string };

/** Whose an item of an archive is. */
export function ownerOf(table: TableKey, item: RawItem): Owner {
  const [pk, sk] = [textOf(item, 'pk'), textOf(item, 'sk')];
  const { seals } = reservedKeys.scorecards;
  if (table === 'owed') return { root: rootIn(sk) };
  if (table === 'transient') return transientOwner(pk, item);
  if (table === 'cells' && isDistrictEntry(item)) return { root: sk };
  return { root: rootIn(table === 'scorecards' && pk.startsWith(seals) ? pk.slice(seals.length) : pk) };
}

function transientOwner(pk: string, item: RawItem): Owner {
  const { draft, deviceKey, proposals } = transientKinds;
  for (const kind of [draft, deviceKey]) if (pk.startsWith(kind)) return { user: pk.slice(kind.length) };
  if (pk.startsWith(proposals)) return { root: rootIn(textOf(item, 'cell') || pk.slice(proposals.length)) };
  return { root: rootIn(item['subscribers']?.L?.[0]?.M?.['unit']?.S ?? '') };
}

/** Whether an item says that there is such a district: until it stands there, nothing is planned for the district. */
export function isDistrictEntry(item: RawItem): boolean {
  return textOf(item, 'pk') === DISTRICTS;
}

/** Whether an item says what stands above a district: in a home without that unit it would lead nowhere. */
export function isAbove(item: RawItem): boolean {
  return textOf(item, 'sk') === 'above';
}

function rootIn(key: string): UnitId {
  return districtOf(key.split(/[#_]/, 1)[0] ?? '');
}

/** How the partition keys of a root begin; others may begin so too. `undefined`: they do not say whose they are. */
export function beginningsOf(table: TableKey, root: UnitId): readonly string[] | undefined {
  if (table === 'scorecards') return [root, `${reservedKeys.scorecards.seals}${root}`];
  if (table === 'cells') return [root, DISTRICTS];
  return table === 'transient' || table === 'owed' ? undefined : [root];
}
