import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { UserDirectory } from '#infra/local/cognito/cognito.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';

const target = 'AWSCognitoIdentityProviderService.';
const keysPath = /^\/[\w-]+\/\.well-known\/jwks\.json$/;
const keysOperation = 'keys';

/** Operations that a browser may call without credentials, as a public client; all others need a policy. */
const unsigned = new Set([
  keysOperation,
  'InitiateAuth',
  'RespondToAuthChallenge',
  'ChangePassword',
  'ForgotPassword',
  'ConfirmForgotPassword',
  'RevokeToken',
  'AssociateSoftwareToken',
  'VerifySoftwareToken',
  'SetUserMFAPreference',
]);

/** Puts Cognito behind the AWS endpoint, together with the address of a pool's keys. */
export function cognitoService(users: UserDirectory): Service {
  return {
    operation({ headers, method, url }) {
      if (method === 'GET' && keysPath.test(url ?? '')) return keysOperation;
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs({ operation, input }: Call): readonly Need[] {
      if (unsigned.has(operation)) return [];
      const pool = `arn:aws:cognito-idp:${region}:${account}:userpool/${input['UserPoolId'] ?? '*'}`;
      return [{ action: `cognito-idp:${operation}`, resource: pool }];
    },
    async answer({ operation, input }) {
      if (operation === keysOperation) {
        return { status: 200, body: users.keys, headers: { 'content-type': 'application/json' } };
      }
      return users.call(operation, input);
    },
  };
}
