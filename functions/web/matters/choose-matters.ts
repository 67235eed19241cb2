import type { SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { holds, seeingBefore } from '#shared/access/can.ts';
import { isClosed, type MatterLevel, matterLevels, type TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue } from '#shared/matters/matter-term.ts';
import { monthAt } from '#shared/period.ts';
import { isTopic, type Topic } from '#shared/reports/topics.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

export interface MatterListStores {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'all' | 'open'>;
}

/** What chooses a list of matters in an address. */
export const matterListNames = ['unit', 'state', 'level', 'topic'] as const;

/** The matters that an address asks for. */
export interface ChosenMatters {
  readonly unit: UnitId;
  /** The unit and those around it, which name where a matter is from. */
  readonly units: readonly Unit[];
  readonly closed: boolean;
  readonly overdue: boolean;
  readonly level?: MatterLevel;
  readonly topic?: Topic;
  /** All open ones, or all closed ones. */
  readonly own: readonly TrackedMatter[];
  /** Those that are listed, in the order of the list: the earliest due first, the last closed first. */
  readonly chosen: readonly TrackedMatter[];
}

/** Chooses matters as an address asks; `undefined` where it names no unit of the reader's. */
export async function chooseMatters(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  query: Readonly<Record<string, string | undefined>>,
  { directory, matters }: MatterListStores,
): Promise<ChosenMatters | undefined> {
  const unit = openedUnit(viewer, query['unit']);
  if (!unit) return undefined;
  const closed = query['state'] === 'closed';
  const overdue = query['state'] === 'overdue';
  const level = matterLevels.find((each) => each === query['level']);
  const typedTopic = query['topic'] ?? '';
  const topic = isTopic(typedTopic) ? typedTopic : undefined;
  const read = (of: UnitId) => (closed ? matters.all(of) : matters.open(of));
  const { units, things: found } = await heldThings(unit, monthAt(now), read, directory);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, units, monthAt(now)) : viewer;
  const own = found.filter((matter) => holds(seeing, matter.unit) && isClosed(matter) === closed);
  const chosen = own
    .filter((matter) => topic === undefined || matter.said.topic === topic)
    .filter((matter) => (!overdue || isOverdue(matter, now)) && (level === undefined || matter.level === level))
    .sort(closed ? lastClosed : firstDue);
  return { unit, units, closed, overdue, ...(level && { level }), ...(topic && { topic }), own, chosen };
}

function firstDue(a: TrackedMatter, b: TrackedMatter): number {
  return dueDayOf(a).localeCompare(dueDayOf(b)) || (a.id < b.id ? -1 : 1);
}

function lastClosed(a: TrackedMatter, b: TrackedMatter): number {
  return (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || (a.id < b.id ? -1 : 1);
}
