import {
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  EnableSoftwareTokenMFAException,
  InvalidParameterException,
  NotAuthorizedException,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';

export type SecondFactor = ReturnType<typeof secondFactorWith>;

/** Sets up an authenticator app (TOTP) for a user who has just signed in by password. */
export function secondFactorWith(cognito: CognitoIdentityProviderClient) {
  return {
    /**
     * Creates a key for the app; sign-ins ask for codes only after one has been confirmed.
     *
     * @returns `undefined` if the user was signed out at the pool meanwhile
     */
    async begin(AccessToken: string): Promise<string | undefined> {
      try {
        return (await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))).SecretCode;
      } catch (error) {
        if (error instanceof NotAuthorizedException) return undefined;
        throw error;
      }
    },

    /** Whether the code is right; if so, every later sign-in asks for one. */
    async confirm(AccessToken: string, UserCode: string): Promise<boolean> {
      try {
        const { Status } = await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
        if (Status !== 'SUCCESS') return false;
      } catch (error) {
        if (wrongCodes.some((wrong) => error instanceof wrong)) return false;
        throw error;
      }
      const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
      await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
      return true;
    },
  };
}

const wrongCodes = [CodeMismatchException, EnableSoftwareTokenMFAException, InvalidParameterException];
