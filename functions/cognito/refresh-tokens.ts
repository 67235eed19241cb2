import {
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientSecret } from '#functions/cognito/client-secret.ts';

/** The tokens that the user pool issues at sign-in. */
export interface Tokens {
  /** Proves who the user is, for an hour. */
  readonly token: string;
  /** Gets new id tokens until the session ends. It never leaves the functions. */
  readonly refreshToken: string;
  /** Lets owners change their own account. */
  readonly accessToken: string;
}

export type RefreshTokens = ReturnType<typeof refreshTokensAt>;

/** Uses and revokes refresh tokens at the user pool. */
export function refreshTokensAt(
  cognito: CognitoIdentityProviderClient,
  ClientId: string,
  { hashFor, secret }: ClientSecret,
) {
  return {
    /** Gets a new id token; `undefined` if the refresh token was revoked or the account disabled. */
    async renew(user: string, refreshToken: string): Promise<string | undefined> {
      const AuthParameters = { REFRESH_TOKEN: refreshToken, SECRET_HASH: await hashFor(user) };
      const ask = new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
      try {
        return (await cognito.send(ask)).AuthenticationResult?.IdToken;
      } catch (error) {
        if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    async revoke(Token: string): Promise<void> {
      const ClientSecret = await secret();
      try {
        await cognito.send(new RevokeTokenCommand({ ClientId, ClientSecret, Token }));
      } catch (error) {
        if (!(error instanceof NotAuthorizedException)) throw error; // already revoked
      }
    },
  };
}
