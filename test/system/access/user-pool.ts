import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { operator } from '#test/system/operator-db.ts';
import { PASSWORD } from '#test/system/visitor.ts';

/** The user pool of the system under test, past its functions. */
function pool() {
  const { env, outputs, access } = operator();
  const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
  return {
    cognito: new CognitoIdentityProviderClient({ ...access, endpoint }),
    UserPoolId: outputs['UserPoolId'] ?? '',
  };
}

/** Makes an account in the pool with the demo's password; `isTemporary` as if a district had just set it. */
export async function makeAccount({ user: Username, role, unit }: Session, isTemporary = false): Promise<void> {
  const { cognito, UserPoolId } = pool();
  const UserAttributes = [{ Name: 'custom:unit', Value: unit }];
  const first = { TemporaryPassword: PASSWORD, MessageAction: 'SUPPRESS' } as const;
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, ...first }));
  await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
  if (isTemporary) return;
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: PASSWORD, Permanent: true }));
}

/** Puts an account at a unit in the pool alone, as a process leaves it that ends before it has moved it. */
export async function leaveAt(Username: string, unit: string): Promise<void> {
  const { cognito, UserPoolId } = pool();
  const UserAttributes = [{ Name: 'custom:unit', Value: unit }];
  await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
}

/** Gives accounts the demo's password, which no owner may choose. */
export async function giveDemoPassword(users: readonly string[]): Promise<void> {
  const { cognito, UserPoolId } = pool();
  for (const Username of users) {
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: PASSWORD, Permanent: true }));
  }
}

/** Gives an account a role in the pool, beside those that it has, as somebody could at the console. */
export async function addRole(Username: string, GroupName: Role): Promise<void> {
  const { cognito, UserPoolId } = pool();
  await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
}

export async function removeRole(Username: string, GroupName: Role): Promise<void> {
  const { cognito, UserPoolId } = pool();
  await cognito.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
}
