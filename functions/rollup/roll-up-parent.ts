import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ParentRequest } from '#functions/store/roll-up-queue.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { type Instant, standsIn } from '#shared/period.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

export interface ParentStores {
  readonly directory: Pick<DirectoryStore, 'parent' | 'unit'>;
  readonly scorecards: ScorecardStore;
}

/**
 * - `stored`: there is a new scorecard
 * - `same`: the children's figures have not changed
 * - `waits`: a child has no scorecard yet: a sum without it would look complete; its own roll-up asks again
 */
export type ParentOutcome = 'stored' | 'same' | 'waits';

/**
 * Rolls a month up from the scorecards of the children that stand in it, never from reports. The scorecard is official when all of theirs
 * are, and names them by their digests. Only the districts' own scorecards list the cells below the norm.
 *
 * @throws {RangeError} for a unit that is not entered as a parent
 */
export async function rollUpParent(request: ParentRequest, stores: ParentStores, now: Instant): Promise<ParentOutcome> {
  const { parent: unit, month } = request;
  const { directory, scorecards } = stores;
  const parent = await directory.parent(unit);
  if (!parent) throw new RangeError(`No such parent: ${unit}`);
  // A child that is itself a parent has no span of its own; one whose entering was undone stands in no month.
  const standing = await Promise.all(
    parent.children.map(async (id) => {
      const unit = await directory.unit(id);
      return (unit ? standsIn(month, unit) : await directory.parent(id)) ? [id] : [];
    }),
  );
  const found = await Promise.all(standing.flat().map((id) => scorecards.current(id, month)));
  const children = found.filter((child) => child !== undefined);
  if (children.length < found.length || children.length === 0) return 'waits';

  const merged = mergeDistricts({ unit, name: parent.name }, children);
  const stored = await scorecards.current(unit, month);
  if (stored?.status === merged.status && stored.digest === merged.digest) return 'same';
  const official = merged.status === 'official';
  const revision = official ? (stored?.revision ?? 0) + 1 : 0;
  const scorecard: Scorecard = { ...merged, revision, generatedAt: now, belowNorm: [] };
  const inputs = children.map(({ unit, digest }) => `${unit} ${digest}`);
  const put = official ? scorecards.putOfficial(scorecard, inputs) : scorecards.putLive(scorecard);
  if (await put) return 'stored';
  // Somebody merged at the same time: a later live scorecard stands, an official one may be from other inputs.
  return official ? rollUpParent(request, stores, now) : 'same';
}
