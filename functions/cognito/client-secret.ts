import { createHmac } from 'node:crypto';
import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';

export type ClientSecret = ReturnType<typeof clientSecretOf>;

/**
 * The secret of the user pool's client, which proves that a call comes from our functions. Only the pool has it: it
 * stands in no variable and no template, a cold function reads it at its first sign-in, and a new client has another.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function clientSecretOf(cognito: CognitoIdentityProviderClient, UserPoolId: string, ClientId: string) {
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    if (!UserPoolClient?.ClientSecret) throw new Error('The client of the user pool has no secret');
    return UserPoolClient.ClientSecret;
  }

  async function secret(): Promise<string> {
    reading ??= read();
    try {
      return await reading;
    } catch (error) {
      reading = undefined; // the next call reads it again
      throw error;
    }
  }

  return {
    secret,

    /** What a call about an account has to show. @param user the name, exactly as the call has it */
    async hashFor(user: string): Promise<string> {
      return createHmac('sha256', await secret())
        .update(user + ClientId)
        .digest('base64');
    },
  };
}
