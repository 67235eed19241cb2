import { createHmac } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it } from 'vitest';
import { mailTo } from '#test/system/mail.ts';
import { operator } from '#test/system/operator-db.ts';
import { PASSWORD } from '#test/system/visitor.ts';

/** The demo gives this account an address, to which codes could be mailed. */
const user = 'thanh-van';
const address = 'thanh-van@hiep-hoa.example';

let endpoint: string;
let UserPoolId: string;
let ClientId: string;
let secret: string;

beforeAll(async () => {
  const { env, outputs, access } = operator();
  endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
  UserPoolId = outputs['UserPoolId'] ?? '';
  const cognito = new CognitoIdentityProviderClient({ ...access, endpoint });
  const { UserPoolClients = [] } = await cognito.send(new ListUserPoolClientsCommand({ UserPoolId }));
  ClientId = UserPoolClients[0]?.ClientId ?? '';
  const described = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  secret = described.UserPoolClient?.ClientSecret ?? '';
});

/** Calls the user pool as anybody on the Internet can: without credentials. */
async function call(operation: string, input: object): Promise<{ status: number; text: string }> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, text: await response.text() };
}

const hashOf = (name: string, key = secret) =>
  createHmac('sha256', key)
    .update(name + ClientId)
    .digest('base64');

describe('the user pool itself, asked by somebody who has read the client’s id', () => {
  const session = 'x'.repeat(40);
  const calls: readonly (readonly [string, (hash: object, inside: object) => object])[] = [
    [
      'InitiateAuth',
      (_, inside) => ({
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: user, PASSWORD, ...inside },
      }),
    ],
    [
      'InitiateAuth',
      (_, inside) => ({
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: user, PASSWORD, ...inside },
      }),
    ],
    [
      'InitiateAuth',
      (_, inside) => ({ AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: user, SRP_A: '1', ...inside } }),
    ],
    [
      'InitiateAuth',
      (_, inside) => ({ AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: 'x', ...inside } }),
    ],
    ['ForgotPassword', (hash) => ({ Username: user, ...hash })],
    ['ConfirmForgotPassword', (hash) => ({ Username: user, ConfirmationCode: '123456', Password: PASSWORD, ...hash })],
    [
      'RespondToAuthChallenge',
      (_, inside) => ({
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ChallengeResponses: { USERNAME: user, NEW_PASSWORD: 'Mot-mat-khau-khac', ...inside },
        Session: session,
      }),
    ],
    ['SignUp', (hash) => ({ Username: 'tu-dang-ky', Password: 'Mot-mat-khau-khac', ...hash })],
    ['ResendConfirmationCode', (hash) => ({ Username: user, ...hash })],
    ['RevokeToken', () => ({ Token: 'x' })],
  ];

  it.each(calls)('refuses %s without the client’s secret, and with a wrong one', async (operation, input) => {
    const wrong = hashOf(user, 'not-the-secret');
    for (const asked of [input({}, {}), input({ SecretHash: wrong }, { SECRET_HASH: wrong })]) {
      const { status, text } = await call(operation, { ClientId, ...asked });
      expect(status, text).toBe(400);
      expect(text).toMatch(/"NotAuthorizedException"|"InvalidParameterException"/);
      expect(text).not.toMatch(/Token"|ChallengeName|CodeDelivery/);
    }
  });

  it('mails nobody a code, and the password stays', async () => {
    const earlier = await mailTo(address);
    for (let n = 0; n < 3; n += 1) await call('ForgotPassword', { ClientId, Username: user });
    expect(await mailTo(address)).toEqual(earlier);
  });

  it.each(['USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'])(
    'takes no password by %s, from somebody who knows the secret either',
    async (AuthFlow) => {
      const AuthParameters = { USERNAME: user, PASSWORD, SECRET_HASH: hashOf(user) };
      const { status, text } = await call('InitiateAuth', { ClientId, AuthFlow, AuthParameters });
      expect([status, text]).toEqual([400, expect.stringContaining('InvalidParameterException')]);
    },
  );

  it.each(['AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'DescribeUserPoolClient', 'AdminSetUserPassword'])(
    'does %s for functions with that right only',
    async (operation) => {
      const AuthParameters = { USERNAME: user, PASSWORD, SECRET_HASH: hashOf(user) };
      const input = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters };
      const { status, text } = await call(operation, input);
      expect([status, text]).toEqual([400, expect.stringContaining('MissingAuthenticationToken')]);
    },
  );
});
