import {
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountsIn } from '#functions/cognito/accounts.ts';
import type { DemoUser } from '#infra/demo/users.ts';

/** Enters accounts into an empty user pool; their passwords stay. */
export async function enterUsers(
  users: readonly DemoUser[],
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<void> {
  const accounts = accountsIn(cognito, UserPoolId);
  for (const { password: Password, email = '', ...account } of users) {
    await accounts.add(account, Password, email);
    const Username = account.user;
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  }
}
