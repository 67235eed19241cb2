import {
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';

/** What the user pool gives to whoever has signed in. */
export interface Tokens {
  /** Says who it is, for an hour. */
  readonly token: string;
  /** Gets the next one, until the session's end. It never leaves the functions. */
  readonly refreshToken: string;
  /** For what owners do to their account themselves. */
  readonly accessToken: string;
}

export type RefreshTokens = ReturnType<typeof refreshTokensAt>;

/** Uses and revokes refresh tokens at the user pool. */
export function refreshTokensAt(cognito: CognitoIdentityProviderClient, ClientId: string) {
  return {
    /** A new id token; none where the token was revoked or the account disabled. */
    async renew(refreshToken: string): Promise<string | undefined> {
      const AuthParameters = { REFRESH_TOKEN: refreshToken };
      const ask = new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
      try {
        return (await cognito.send(ask)).AuthenticationResult?.IdToken;
      } catch (error) {
        if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    async revoke(Token: string): Promise<void> {
      try {
        await cognito.send(new RevokeTokenCommand({ ClientId, Token }));
      } catch (error) {
        if (!(error instanceof NotAuthorizedException)) throw error; // revoked already
      }
    },
  };
}
