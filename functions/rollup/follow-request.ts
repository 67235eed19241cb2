import { clearCounted } from '#functions/rollup/clear-counted.ts';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { type ParentStores, rollUpParent } from '#functions/rollup/roll-up-parent.ts';
import { NoDirectory, type Stores } from '#functions/rollup/run.ts';
import { type SealingStores, sealAudit } from '#functions/rollup/seal-audit.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { OwedStore } from '#functions/store/owed-store.ts';
import type { ParentRequest, RollUpQueue, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { listingUnreadable, noteUnreadable } from '#functions/store/unreadable.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

interface Deps {
  readonly stores: Stores & ParentStores & { readonly directory: Pick<DirectoryStore, 'above'> };
  readonly sealing: SealingStores;
  readonly queue: Pick<RollUpQueue, 'ask'>;
  readonly owed: Pick<OwedStore, 'all' | 'clear'>;
}

/**
 * Rolls up the month that a request names, seals the audit, and asks that the unit above follows. What could not be
 * counted is reported, and fails nothing: everything else is stored. Where the directory itself cannot be read, the
 * scorecards stay as they are, and what changes owe them stays owed.
 *
 * @returns the names of what could not be counted
 * @throws {Error} for what is no request
 */
export async function followRequest(request: unknown, deps: Deps): Promise<readonly string[]> {
  const { stores, sealing } = deps;
  const now = new Date().toISOString();
  const parsed = parseRequest(request);
  if ('parent' in parsed) {
    const outcome = await rollUpParent(parsed, stores, now);
    if (outcome === 'stored') await askAbove(parsed.parent, parsed.month, deps);
    return [];
  }
  const { result: counted, unreadable } = await listingUnreadable(async () => {
    const found = await rollUp(parsed, stores, now).catch(unlessNoDirectory);
    if (!(found instanceof NoDirectory)) for (const each of found) noteUnreadable(each);
    return found;
  });
  const isCounted = !(counted instanceof NoDirectory);
  // Trying again would not mend what is broken; without that, it is the request that is wrong.
  if (!isCounted && unreadable.length === 0) throw counted;
  if (isCounted) await clearCounted(parsed, deps, now);
  await sealAudit(parsed.district, sealing, now, { andYesterday: parsed.commune === undefined });
  await askAbove(parsed.district, parsed.month, deps);
  return (isCounted ? counted : unreadable).map(({ name }) => name);
}

function unlessNoDirectory(error: unknown): NoDirectory {
  if (error instanceof NoDirectory) return error;
  throw error;
}

/** Asks that the unit above, where there is one, merges anew; where nothing has changed, that writes nothing. */
async function askAbove(unit: UnitId, month: Month, { stores, queue }: Deps): Promise<void> {
  const parent = await stores.directory.above(unit);
  if (parent) await queue.ask({ parent, month }, new Date().toISOString());
}

function parseRequest(request: unknown): RollUpRequest | ParentRequest {
  const { district, parent, month, official, commune } = request as Record<string, unknown>;
  const parsed = parseMonth(String(month));
  if (parsed && typeof parent === 'string' && isUnitId(parent)) return { parent, month: parsed };
  if (typeof district !== 'string' || !isUnitId(district) || !parsed) throw new Error('Not a roll-up request');
  const changed = typeof commune === 'string' && isUnitId(commune) ? { commune } : {};
  return { district, month: parsed, official: official === true, ...changed };
}
