import { createHmac } from 'node:crypto';
import { InvalidParameterError, NotAuthorizedError } from 'cognito-local/lib/errors.js';
import type { AppClient } from 'cognito-local/lib/services/appClient.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { UserPoolService } from 'cognito-local/lib/services/userPoolService.js';

export interface ClientCall {
  ClientId?: string;
  Username?: string;
  AuthFlow?: string;
  AuthParameters?: Record<string, string>;
  ChallengeResponses?: Record<string, string>;
  SecretHash?: string;
  ClientSecret?: string;
  Token?: string;
}

const initiates = new Set(['InitiateAuth', 'AdminInitiateAuth']);
const responds = new Set(['RespondToAuthChallenge', 'AdminRespondToAuthChallenge']);
const bySecretHash = new Set([
  'SignUp',
  'ConfirmSignUp',
  'ResendConfirmationCode',
  'ForgotPassword',
  'ConfirmForgotPassword',
]);

/**
 * Refuses what Amazon refuses to who does not know the client's secret, and flows that the client does not have.
 * cognito-local looks at neither.
 *
 * @throws {CognitoError}
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export async function checkClient(
  operation: string,
  call: ClientCall,
  { client, pool, context }: { client: AppClient; pool: UserPoolService; context: Context },
): Promise<void> {
  const { AuthFlow = '', AuthParameters = {}, ChallengeResponses = {} } = call;
  if (initiates.has(operation)) {
    const isRefresh = AuthFlow.startsWith('REFRESH_TOKEN');
    if (AuthFlow.startsWith('ADMIN_') && operation === 'InitiateAuth') {
      throw new InvalidParameterError('Initiate Auth method not supported.');
    }
    if (!client.ExplicitAuthFlows?.includes(`ALLOW_${isRefresh ? 'REFRESH_TOKEN_AUTH' : AuthFlow}`)) {
      throw new InvalidParameterError(`${AuthFlow} flow not enabled for this client`);
    }
    const owner = isRefresh && (await pool.getUserByRefreshToken(context, AuthParameters['REFRESH_TOKEN'] ?? ''));
    checkHash(client, owner ? owner.Username : AuthParameters['USERNAME'], AuthParameters['SECRET_HASH']);
  }
  if (responds.has(operation)) checkHash(client, ChallengeResponses['USERNAME'], ChallengeResponses['SECRET_HASH']);
  if (bySecretHash.has(operation)) checkHash(client, call.Username, call.SecretHash);
  if (operation === 'RevokeToken' && client.ClientSecret && call.ClientSecret !== client.ClientSecret) {
    throw new NotAuthorizedError('Invalid client secret.');
  }
}

function checkHash({ ClientId, ClientSecret }: AppClient, user = '', shown?: string): void {
  if (!ClientSecret) return;
  if (!shown)
    throw new NotAuthorizedError(`Client ${ClientId} is configured with secret but SECRET_HASH was not received`);
  const expected = createHmac('sha256', ClientSecret)
    .update(user + ClientId)
    .digest('base64');
  if (shown !== expected) throw new NotAuthorizedError(`SecretHash does not match for the client: ${ClientId}`);
}
