import type { ChangeDeps } from '#functions/cognito/make-change.ts';
import { moveAccounts } from '#functions/cognito/move-accounts.ts';
import { logFault } from '#functions/fault.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { accountRecord } from '#shared/access/accounts.ts';
import type { Instant } from '#shared/period.ts';
import { districtOf } from '#shared/units/units.ts';

interface Deps extends ChangeDeps {
  readonly directory: Pick<DirectoryStore, 'districts' | 'settleReorganisation' | 'reorganisations'>;
  readonly audit: Pick<AuditStore, 'append'>;
}

/** As many as a run has time for; the next hour moves the rest. */
const MOST_MOVES = 40;
/** Where the audit says from which address somebody came. */
const FROM = 'schedule';

/**
 * Lets accounts go along with units: those of plans whose month has begun, and those that a lost process has left. On
 * record it is who made the plan that moved them.
 *
 * @throws {Error} naming the districts where that failed, after all others were served
 */
export async function followUnits(deps: Deps, now: Instant): Promise<void> {
  const { directory, audit } = deps;
  const failed: string[] = [];
  for (const district of await directory.districts()) {
    try {
      await directory.settleReorganisation(district);
      await moveAccounts(
        district,
        now,
        {
          ...deps,
          reorganisations: directory.reorganisations,
          async recordMove({ from: _, ...account }, { by }) {
            const of = accountRecord({ kind: 'move', account });
            await audit.append(districtOf(account.unit), { kind: 'account', at: now, by, of, from: FROM });
          },
        },
        MOST_MOVES,
      );
    } catch (error) {
      logFault('accounts not moved', district, error);
      failed.push(district);
    }
  }
  if (failed.length > 0) throw new Error(`Accounts do not follow in ${failed.join(', ')}`);
}
