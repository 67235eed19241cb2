import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthenticationResultType,
  type ChallengeNameType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ExpiredCodeException,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SecretHash } from '#functions/cognito/client-secret.ts';
import type { UnitId } from '#shared/units/units.ts';

export type SignInOutcome =
  /** Every proof was right. The access token is kept only until a second factor is set up, the other tokens never. */
  | { readonly kind: 'in'; readonly accessToken: string }
  /** Somebody else set the account's password: its owner must choose a new one now. */
  | { readonly kind: 'new-password'; readonly challenge: string }
  /** The password was right; the authenticator app's code is needed next. */
  | { readonly kind: 'code'; readonly challenge: string }
  | { readonly kind: 'refused' }
  /** After too many wrong ones the user pool did not look at the password. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'bad-password' };

export type SignIn = ReturnType<typeof signInWith>;

/**
 * Signs people in at the user pool. The answer does not tell what is wrong, account or password.
 *
 * The client has the administrators' flow only, so a password can be tried with the right of a function's role and with
 * the client's secret, and in no other way: not past our limits of guesses, and not past the audit.
 */
export function signInWith(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientId: string,
  secretHash: SecretHash,
) {
  async function answer(
    ChallengeName: ChallengeNameType,
    USERNAME: string,
    answers: Readonly<Record<string, string>>,
    Session: string,
  ): Promise<SignInOutcome> {
    const ChallengeResponses = { USERNAME, ...answers, SECRET_HASH: await secretHash(USERNAME) };
    const command = { UserPoolId, ClientId, ChallengeName, ChallengeResponses, Session };
    return outcome(() => cognito.send(new AdminRespondToAuthChallengeCommand(command)));
  }

  return {
    async signIn(USERNAME: string, PASSWORD: string): Promise<SignInOutcome> {
      const AuthParameters = { USERNAME, PASSWORD, SECRET_HASH: await secretHash(USERNAME) };
      const command = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
      return outcome(() => cognito.send(new AdminInitiateAuthCommand(command)));
    },

    /** @param challenge the one that `signIn` returned with `new-password` */
    choosePassword: (user: string, password: string, challenge: string) =>
      answer('NEW_PASSWORD_REQUIRED', user, { NEW_PASSWORD: password }, challenge),

    /** @param challenge the one that `signIn` or `choosePassword` returned with `code` */
    answerCode: (user: string, code: string, challenge: string) =>
      answer('SOFTWARE_TOKEN_MFA', user, { SOFTWARE_TOKEN_MFA_CODE: code }, challenge),

    /** The unit of an account, for the audit of its district; `undefined` if the account does not exist. */
    async unitOf(Username: string): Promise<UnitId | undefined> {
      try {
        const { UserAttributes = [] } = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
        return UserAttributes.find(({ Name }) => Name === 'custom:unit')?.Value;
      } catch (error) {
        if (error instanceof UserNotFoundException || error instanceof InvalidParameterException) return undefined;
        throw error;
      }
    },
  };
}

interface Reply {
  readonly AuthenticationResult?: AuthenticationResultType | undefined;
  readonly ChallengeName?: string | undefined;
  readonly Session?: string | undefined;
}

async function outcome(ask: () => Promise<Reply>): Promise<SignInOutcome> {
  try {
    const { AuthenticationResult, ChallengeName, Session } = await ask();
    const accessToken = AuthenticationResult?.AccessToken;
    if (accessToken) return { kind: 'in', accessToken };
    if (ChallengeName === 'SOFTWARE_TOKEN_MFA' && Session) return { kind: 'code', challenge: Session };
    if (ChallengeName === 'NEW_PASSWORD_REQUIRED' && Session) return { kind: 'new-password', challenge: Session };
    return { kind: 'refused' };
  } catch (error) {
    if (error instanceof InvalidPasswordException) return { kind: 'bad-password' };
    // The user pool has no name of its own for this refusal (Developer Guide, "Lockout behavior").
    if (error instanceof NotAuthorizedException && error.message === LOCKED) return { kind: 'locked' };
    if (refusals.some((refusal) => error instanceof refusal)) return { kind: 'refused' };
    throw error;
  }
}

const LOCKED = 'Password attempts exceeded';

const refusals = [
  NotAuthorizedException,
  UserNotFoundException,
  UserNotConfirmedException,
  PasswordResetRequiredException,
  CodeMismatchException,
  ExpiredCodeException,
  // The user pool's own rules reject the name or the challenge.
  InvalidParameterException,
];
