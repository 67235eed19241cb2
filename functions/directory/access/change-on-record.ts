import { type ChangeDeps, type Made, makeChange } from '#functions/cognito/make-change.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { AuditStore } from '#functions/store/audit-store.ts';
import { type AccountChange, accountRecord } from '#shared/access/accounts.ts';
import { shortAddress } from '#shared/access/audit.ts';
import { actorOf } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';

export interface RecordedChangeDeps extends ChangeDeps {
  readonly audit: Pick<AuditStore, 'append'>;
}

/**
 * Makes a change to an account that stands in the audit before: a request that dies in between, also at a later line of
 * its file, leaves an entry too many rather than a change that nobody knows of. Who may be whose second hand is read
 * there.
 *
 * @throws {Error} if the audit cannot be written; nothing is changed then
 */
export async function changeOnRecord(
  change: AccountChange,
  { viewer, now: at, address }: SignedIn,
  deps: RecordedChangeDeps,
): Promise<Made> {
  const entry = { at, by: actorOf(viewer), of: accountRecord(change), from: shortAddress(address) };
  await deps.audit.append(districtOf(viewer.unit), { kind: 'account', ...entry });
  return makeChange(change, deps);
}
