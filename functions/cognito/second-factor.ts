import {
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  EnableSoftwareTokenMFAException,
  InvalidParameterException,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';

export type SecondFactor = ReturnType<typeof secondFactorWith>;

/** Sets up an authenticator app (TOTP) for a user who has just signed in by password. */
export function secondFactorWith(cognito: CognitoIdentityProviderClient) {
  return {
    /** Creates a key for the app; sign-ins ask for codes only after one has been confirmed. */
    async begin(AccessToken: string): Promise<string> {
      const { SecretCode } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
      if (!SecretCode) throw new Error('The user pool gave no key');
      return SecretCode;
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
