import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
  UserNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Account, roles } from '#shared/access/accounts.ts';
import type { Role } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

export type Accounts = ReturnType<typeof accountsIn>;

/** Manages the accounts of the user pool, which is the only place where they are stored. */
export function accountsIn(cognito: CognitoIdentityProviderClient, UserPoolId: string) {
  async function* inGroup(role: Role): AsyncGenerator<Account> {
    let NextToken: string | undefined;
    do {
      const page = await cognito.send(
        new ListUsersInGroupCommand({ UserPoolId, GroupName: role, Limit: 60, ...(NextToken && { NextToken }) }),
      );
      for (const user of page.Users ?? []) yield accountOf(user, role, user.Attributes);
      ({ NextToken } = page);
    } while (NextToken);
  }

  /** A blank value removes an attribute. */
  const attributesOf = ({ unit, group }: Session) => [
    { Name: 'custom:unit', Value: unit },
    { Name: 'custom:group', Value: group === undefined ? '' : String(group) },
  ];

  /** The district vouches for the address: its owner cannot confirm it before the first sign-in. */
  const emailOf = (email: string) => [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: String(email !== '') },
  ];

  async function* everywhere(): AsyncGenerator<Account> {
    for (const role of roles) yield* inGroup(role);
  }

  return {
    /** All accounts of all districts. */
    everywhere,

    /** The accounts of a unit and of all units below it, by name. */
    async within(unit: UnitId): Promise<Account[]> {
      const accounts: Account[] = [];
      for await (const account of everywhere()) if (isWithin(account.unit, unit)) accounts.push(account);
      return accounts.sort((a, b) => (a.user < b.user ? -1 : 1));
    },

    async find(Username: string): Promise<Account | undefined> {
      try {
        const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
        const { Groups = [] } = await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
        const role = roles.find((each) => Groups.some(({ GroupName }) => GroupName === each));
        return role && accountOf(user, role, user.UserAttributes);
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    /** @throws {UsernameExistsException} if somebody has just added the same name */
    async add(account: Session, password: string, email: string): Promise<void> {
      const Username = account.user;
      await cognito.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username,
          UserAttributes: [...attributesOf(account), ...(email ? emailOf(email) : [])].filter(
            ({ Value }) => Value !== '',
          ),
          TemporaryPassword: password,
          MessageAction: 'SUPPRESS',
        }),
      );
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: account.role }));
    },

    async move(from: Account, to: Session): Promise<void> {
      const Username = from.user;
      await cognito.send(
        new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes: attributesOf(to) }),
      );
      if (from.role === to.role) return;
      // The account has no role for a moment, so it may do nothing: better than having both roles.
      await cognito.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName: from.role }));
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: to.role }));
    },

    /** @param email blank to remove the address */
    async setEmail(Username: string, email: string): Promise<void> {
      const UserAttributes = emailOf(email);
      await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
    },

    /** Removes the second factor and sets a one-time password: the owner chooses a new one at the next sign-in. */
    async reset(Username: string, Password: string): Promise<void> {
      const SoftwareTokenMfaSettings = { Enabled: false, PreferredMfa: false };
      await cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, SoftwareTokenMfaSettings }));
      await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: false }));
    },

    async disable(Username: string): Promise<void> {
      await cognito.send(new AdminDisableUserCommand({ UserPoolId, Username }));
    },

    async enable(Username: string): Promise<void> {
      await cognito.send(new AdminEnableUserCommand({ UserPoolId, Username }));
    },
  };
}

function accountOf(
  { Username = '', Enabled, UserStatus }: Pick<UserType, 'Username' | 'Enabled' | 'UserStatus'>,
  role: Role,
  attributes: readonly AttributeType[] = [],
): Account {
  const attribute = (name: string) => attributes.find(({ Name }) => Name === name)?.Value;
  const group = Number(attribute('custom:group'));
  const email = attribute('email');
  return {
    user: Username,
    role,
    unit: attribute('custom:unit') ?? '',
    ...(role === 'group' && { group }),
    enabled: Enabled !== false,
    mustChoose: UserStatus === 'FORCE_CHANGE_PASSWORD',
    ...(email && { email }),
  };
}
