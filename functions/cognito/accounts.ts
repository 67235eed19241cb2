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
  AdminUserGlobalSignOutCommand,
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

/** Manages the accounts of the user pool, which decides what they may. */
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
  const attributesOf = ({ unit, group }: Pick<Session, 'unit' | 'group'>) => [
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

  const groupsOf = async (Username: string): Promise<Role[]> => {
    const { Groups = [] } = await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return roles.filter((role) => Groups.some(({ GroupName }) => GroupName === role));
  };

  /** Ends the sessions of the user pool: their tokens could change the account there. */
  async function signOut(Username: string): Promise<void> {
    await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  }

  return {
    signOut,

    /** All accounts of all districts. */
    everywhere,

    /** The accounts of a unit and of all units below it, by name. */
    async within(unit: UnitId): Promise<Account[]> {
      const accounts: Account[] = [];
      for await (const account of everywhere()) if (isWithin(account.unit, unit)) accounts.push(account);
      return accounts.sort((a, b) => (a.user < b.user ? -1 : 1));
    },

    /** An account that has two roles, as a move that died could once leave it, has the lesser one. */
    async find(Username: string): Promise<Account | undefined> {
      try {
        const [user, held] = await Promise.all([
          cognito.send(new AdminGetUserCommand({ UserPoolId, Username })),
          groupsOf(Username),
        ]);
        const role = held.at(-1);
        const asksForCode = user.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA');
        return role && { ...accountOf(user, role, user.UserAttributes), ...(asksForCode && { asksForCode }) };
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    /** Where mails to an account go and whether it may sign in, by one request; `undefined` without an address. */
    async addressOf(
      Username: string,
    ): Promise<(Pick<Account, 'unit' | 'enabled'> & { readonly email: string }) | undefined> {
      try {
        const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
        const { unit, enabled, email } = accountOf(user, 'cell', user.UserAttributes);
        return email === undefined ? undefined : { unit, enabled, email };
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    /** Whether a name is in use, also by an account without a role: a move that died leaves one. */
    async isTaken(Username: string): Promise<boolean> {
      try {
        await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
        return true;
      } catch (error) {
        if (error instanceof UserNotFoundException) return false;
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

    /** Gives an account another role and unit. In between it has no role: it may do nothing rather than a mixture. */
    async move({ user: Username, ...to }: Session): Promise<void> {
      const held = await groupsOf(Username);
      for (const GroupName of held.filter((role) => role !== to.role)) {
        await cognito.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
      }
      await cognito.send(
        new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes: attributesOf(to) }),
      );
      if (!held.includes(to.role)) {
        await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: to.role }));
      }
      await signOut(Username);
    },

    /** @param email blank to remove the address */
    async setEmail(Username: string, email: string): Promise<void> {
      const UserAttributes = emailOf(email);
      await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
    },

    /** Sets a one-time password and removes the second factor: the owner chooses both anew at the next sign-in. */
    async reset(Username: string, Password: string): Promise<void> {
      const SoftwareTokenMfaSettings = { Enabled: false, PreferredMfa: false };
      await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: false }));
      // Before the factor goes: a token of the pool could set up another.
      await signOut(Username);
      await cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, SoftwareTokenMfaSettings }));
    },

    async disable(Username: string): Promise<void> {
      await cognito.send(new AdminDisableUserCommand({ UserPoolId, Username }));
      await signOut(Username);
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
