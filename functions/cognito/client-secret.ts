import { createHmac } from 'node:crypto';
import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';

/** What a call about an account has to show; `user` is the name exactly as the call has it. */
export type SecretHash = (user: string) => Promise<string>;

/**
 * Hashes names with the secret of the user pool's client, which proves that a call comes from our functions. Only the
 * pool has the secret: it stands in no variable and no template, a cold function reads it at its first sign-in, and a new
 * client has another.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function secretHashOf(cognito: CognitoIdentityProviderClient, UserPoolId: string, ClientId: string): SecretHash {
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    if (!UserPoolClient?.ClientSecret) throw new Error('The client of the user pool has no secret');
    return UserPoolClient.ClientSecret;
  }

  return async (user) => {
    reading ??= read();
    try {
      return createHmac('sha256', await reading)
        .update(user + ClientId)
        .digest('base64');
    } catch (error) {
      reading = undefined; // the next call reads it again
      throw error;
    }
  };
}
