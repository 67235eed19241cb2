import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Session } from '#shared/access/session.ts';

/** An account: who may sign in, in which role, for which unit. */
export interface Account extends Session {
  readonly password: string;
  readonly email?: string;
}

/**
 * Enters accounts into the user pool; an existing account gets the given unit and role.
 *
 * @param keep whether the password stays; otherwise the owner chooses another at the first sign-in
 */
export async function enterAccounts(
  accounts: readonly Account[],
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  keep: boolean,
): Promise<void> {
  for (const { user: Username, role, unit, group, password, email } of accounts) {
    const UserAttributes = [
      { Name: 'custom:unit', Value: unit },
      ...(group === undefined ? [] : [{ Name: 'custom:group', Value: String(group) }]),
      ...(email
        ? [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ]
        : []),
    ];
    try {
      await cognito.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username,
          UserAttributes,
          TemporaryPassword: password,
          MessageAction: 'SUPPRESS',
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
    }
    await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
    if (keep) {
      await cognito.send(
        new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
      );
    }
  }
}
