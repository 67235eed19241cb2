import {
  AdminGetUserCommand,
  type AuthenticationResultType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ExpiredCodeException,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RespondToAuthChallengeCommand,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UnitId } from '#shared/units/units.ts';

export type SignInOutcome =
  /** Every proof was right. The access token is kept only until a second factor is set up, the other tokens never. */
  | { readonly kind: 'in'; readonly accessToken: string }
  /** Somebody else set the account's password: its owner must choose a new one now. */
  | { readonly kind: 'new-password'; readonly challenge: string }
  /** The password was right; the authenticator app's code is needed next. */
  | { readonly kind: 'code'; readonly challenge: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'bad-password' };

export type SignIn = ReturnType<typeof signInWith>;

/** Signs people in at the user pool. The answer does not tell what is wrong, account or password. */
export function signInWith(cognito: CognitoIdentityProviderClient, UserPoolId: string, ClientId: string) {
  return {
    async signIn(user: string, password: string): Promise<SignInOutcome> {
      return outcome(async () => {
        const AuthParameters = { USERNAME: user, PASSWORD: password };
        return cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
      });
    },

    /** @param challenge the one that `signIn` returned with `new-password` */
    async choosePassword(user: string, password: string, challenge: string): Promise<SignInOutcome> {
      return outcome(async () =>
        cognito.send(
          new RespondToAuthChallengeCommand({
            ClientId,
            ChallengeName: 'NEW_PASSWORD_REQUIRED',
            ChallengeResponses: { USERNAME: user, NEW_PASSWORD: password },
            Session: challenge,
          }),
        ),
      );
    },

    /** @param challenge the one that `signIn` or `choosePassword` returned with `code` */
    async answerCode(user: string, code: string, challenge: string): Promise<SignInOutcome> {
      return outcome(async () =>
        cognito.send(
          new RespondToAuthChallengeCommand({
            ClientId,
            ChallengeName: 'SOFTWARE_TOKEN_MFA',
            ChallengeResponses: { USERNAME: user, SOFTWARE_TOKEN_MFA_CODE: code },
            Session: challenge,
          }),
        ),
      );
    },

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
    if (refusals.some((refusal) => error instanceof refusal)) return { kind: 'refused' };
    throw error;
  }
}

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
