import {
  type AuthenticationResultType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidPasswordException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RespondToAuthChallengeCommand,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';

export type SignInOutcome =
  | { readonly kind: 'in'; readonly token: string }
  /** The account's password was given by somebody else: its owner chooses one now. */
  | { readonly kind: 'new-password'; readonly challenge: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'bad-password' };

export type SignIn = ReturnType<typeof signInWith>;

/** Signs people in at the user pool. Whatever is wrong with an account or a password, the answer is the same. */
export function signInWith(cognito: CognitoIdentityProviderClient, ClientId: string) {
  return {
    async signIn(user: string, password: string): Promise<SignInOutcome> {
      return outcome(async () => {
        const AuthParameters = { USERNAME: user, PASSWORD: password };
        return cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
      });
    },

    /** @param challenge what `signIn` gave with `new-password` */
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
    if (AuthenticationResult?.IdToken) return { kind: 'in', token: AuthenticationResult.IdToken };
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
];
