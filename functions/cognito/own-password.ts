import {
  ChangePasswordCommand,
  type CognitoIdentityProviderClient,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignIn } from '#functions/cognito/sign-in.ts';

export type OwnPasswordOutcome =
  | { readonly kind: 'changed' }
  /** The old password or the code is wrong. */
  | { readonly kind: 'refused'; readonly at: 'old' | 'code' }
  /** The user pool hears nobody for the account for a moment. */
  | { readonly kind: 'locked' }
  /** The user pool does not take the new password. */
  | { readonly kind: 'bad-password' };

/** What a user proves and wants. */
export interface PasswordChange {
  readonly user: string;
  readonly old: string;
  /** Of the authenticator app; blank where the account has none. */
  readonly code: string;
  readonly password: string;
}

export type OwnPassword = ReturnType<typeof ownPasswordAt>;

/** Changes passwords for their owners, who prove themselves as at a sign-in: no right of a function's is needed. */
export function ownPasswordAt(cognito: CognitoIdentityProviderClient, signIn: Pick<SignIn, 'signIn' | 'answerCode'>) {
  return async ({ user, old, code, password }: PasswordChange): Promise<OwnPasswordOutcome> => {
    const first = await signIn.signIn(user, old);
    const isCode = first.kind === 'code';
    const proven = isCode ? await signIn.answerCode(user, code, first.challenge) : first;
    if (proven.kind === 'locked') return proven;
    if (proven.kind !== 'in') return { kind: 'refused', at: isCode ? 'code' : 'old' };
    const command = { AccessToken: proven.accessToken, PreviousPassword: old, ProposedPassword: password };
    try {
      await cognito.send(new ChangePasswordCommand(command));
      return { kind: 'changed' };
    } catch (error) {
      if (error instanceof InvalidPasswordException || error instanceof InvalidParameterException) {
        return { kind: 'bad-password' };
      }
      if (error instanceof NotAuthorizedException || error instanceof LimitExceededException) {
        return { kind: 'refused', at: 'old' };
      }
      throw error;
    }
  };
}
