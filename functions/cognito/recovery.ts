import {
  CodeDeliveryFailureException,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ExpiredCodeException,
  ForgotPasswordCommand,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  TooManyFailedAttemptsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SecretHash } from '#functions/cognito/client-secret.ts';
import { logFault } from '#functions/fault.ts';

/** Nobody outside may be told whether there was somebody to mail a code to. */
interface Asked {
  readonly kind: 'asked';
  readonly mailed: boolean;
}

export type RecoveryOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'bad-password' };

export type Recovery = ReturnType<typeof recoveryAt>;

/** Resets forgotten passwords by a code that the user pool mails to the address of the account, where it has one. */
export function recoveryAt(cognito: CognitoIdentityProviderClient, ClientId: string, secretHash: SecretHash) {
  return {
    async askForCode(Username: string): Promise<Asked> {
      const SecretHash = await secretHash(Username);
      try {
        await cognito.send(new ForgotPasswordCommand({ ClientId, SecretHash, Username }));
      } catch (error) {
        if (error instanceof CodeDeliveryFailureException) logFault('mail not sent', 'POST /login/forgotten', error);
        else if (!isOneOf(withoutMail, error)) throw error;
        return { kind: 'asked', mailed: false };
      }
      return { kind: 'asked', mailed: true };
    },

    async setPassword(Username: string, ConfirmationCode: string, Password: string): Promise<RecoveryOutcome> {
      const command = { ClientId, SecretHash: await secretHash(Username), Username, ConfirmationCode, Password };
      try {
        await cognito.send(new ConfirmForgotPasswordCommand(command));
        return { kind: 'changed' };
      } catch (error) {
        if (error instanceof InvalidPasswordException) return { kind: 'bad-password' };
        if (isOneOf(refusals, error)) return { kind: 'refused' };
        throw error;
      }
    },
  };
}

type Named = abstract new (...given: never[]) => Error;

const isOneOf = (list: readonly Named[], error: unknown) => list.some((each) => error instanceof each);

/** No such account; it is disabled, still has its first password or has no address; or the mail limit is reached. */
const withoutMail = [
  UserNotFoundException,
  NotAuthorizedException,
  InvalidParameterException,
  UserNotConfirmedException,
  LimitExceededException,
];

const refusals = [
  CodeMismatchException,
  ExpiredCodeException,
  UserNotFoundException,
  NotAuthorizedException,
  InvalidParameterException,
  UserNotConfirmedException,
  LimitExceededException,
  TooManyFailedAttemptsException,
];
