import {
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { reconcileAccounts } from '#functions/cognito/listed-accounts.ts';
import type { AccountListStore } from '#functions/store/account-list-store.ts';
import type { DemoUser } from '#infra/demo/users.ts';
import { districtOf } from '#shared/units/units.ts';

/**
 * Enters accounts into a user pool and into their districts' lists; their passwords stay. One that stands there was left by
 * a start that was killed, perhaps before it had its role.
 */
export async function enterUsers(
  users: readonly DemoUser[],
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  lists: AccountListStore,
): Promise<void> {
  const accounts = accountsIn(cognito, UserPoolId);
  for (const { password: Password, email = '', ...account } of users) {
    try {
      await accounts.add(account, Password, email);
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      await accounts.move(account);
    }
    const Username = account.user;
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  }
  const districts = new Set(users.map(({ unit }) => districtOf(unit)));
  await reconcileAccounts(accounts, lists, [...districts], new Date().toISOString());
}
