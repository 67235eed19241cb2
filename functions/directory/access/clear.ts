import type { Accounts } from '#functions/cognito/accounts.ts';
import { type AccountChange, type AccountFault, userOf } from '#shared/access/accounts.ts';
import { can, type Viewer } from '#shared/access/can.ts';

export interface ClearDeps {
  readonly accounts: Pick<Accounts, 'find' | 'isTaken'>;
}

/** Checks against the user pool whether a change is permitted now. */
export async function clear(
  change: AccountChange,
  viewer: Viewer,
  { accounts }: ClearDeps,
): Promise<AccountFault | undefined> {
  const user = userOf(change);
  if (user === viewer.user) return 'own-account';
  if (change.kind === 'add') return (await accounts.isTaken(user)) ? 'taken' : undefined;
  const was = await accounts.find(user);
  // An account outside the asker's permission gets the same answer as one that does not exist.
  return was && can(viewer, 'administer', was.unit) ? undefined : 'unknown-account';
}
