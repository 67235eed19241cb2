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
  if (change.kind === 'add') return (await accounts.isTaken(user)) ? takenBy(user, viewer, { accounts }) : undefined;
  return (await isOwn(user, viewer, accounts)) ? undefined : 'unknown-account';
}

/** Whose account has the name of one that is to be added: the asker's own, sent twice perhaps, or another's. */
export async function takenBy(user: string, viewer: Viewer, { accounts }: ClearDeps): Promise<'made' | 'taken'> {
  return (await isOwn(user, viewer, accounts)) ? 'made' : 'taken';
}

/** An account outside the asker's permission gets the same answer as one that does not exist. */
async function isOwn(user: string, viewer: Viewer, accounts: Pick<Accounts, 'find'>): Promise<boolean> {
  const was = await accounts.find(user);
  return was !== undefined && can(viewer, 'administer', was.unit);
}
