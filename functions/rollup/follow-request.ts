import { clearCounted } from '#functions/rollup/clear-counted.ts';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { type ParentStores, rollUpParent } from '#functions/rollup/roll-up-parent.ts';
import type { Stores } from '#functions/rollup/run.ts';
import { type SealingStores, sealAudit } from '#functions/rollup/seal-audit.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { OwedStore } from '#functions/store/owed-store.ts';
import type { ParentRequest, RollUpQueue, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

interface Deps {
  readonly stores: Stores & ParentStores & { readonly directory: Pick<DirectoryStore, 'above'> };
  readonly sealing: SealingStores;
  readonly queue: Pick<RollUpQueue, 'ask'>;
  readonly owed: Pick<OwedStore, 'all' | 'clear'>;
}

/**
 * Rolls up the month that a request names, seals the audit, and asks that the unit above follows.
 *
 * @throws {Error} for what is no request; naming the reports that could not be counted, after all others were
 */
export async function followRequest(request: unknown, deps: Deps): Promise<undefined> {
  const { stores, sealing } = deps;
  const now = new Date().toISOString();
  const parsed = parseRequest(request);
  if ('parent' in parsed) {
    const outcome = await rollUpParent(parsed, stores, now);
    if (outcome === 'stored') await askAbove(parsed.parent, parsed.month, deps);
    return;
  }
  const bad = await rollUp(parsed, stores, now);
  await clearCounted(parsed, deps, now);
  await sealAudit(parsed.district, sealing, now, { andYesterday: parsed.commune === undefined });
  await askAbove(parsed.district, parsed.month, deps);
  if (bad.length > 0) throw new Error(`${bad.length} reports could not be counted: ${bad.join(', ')}`);
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
