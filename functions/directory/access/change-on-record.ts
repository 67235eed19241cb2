import { type ChangeDeps, type Made, makeChange } from '#functions/cognito/make-change.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { Stored } from '#functions/http/owing.ts';
import { type AccountChange, accountRecord } from '#shared/access/accounts.ts';

/**
 * Makes a change of an account, whose entry in the audit is written down before: who may be whose second hand is read
 * there.
 *
 * @throws {Error} if that cannot be written down; nothing is changed then
 */
export async function changeOnRecord(
  change: AccountChange,
  { owing }: Pick<SignedIn, 'owing'>,
  deps: ChangeDeps,
): Promise<{ readonly made: Made; readonly stored: Stored }> {
  const owes = { kind: 'account', of: accountRecord(change) } as const;
  const owed = await owing.note(owes);
  return { made: await makeChange(change, deps), stored: { owes, owed } };
}
