import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { UserDirectory } from '#infra/local/cognito/cognito.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';

const target = 'AWSCognitoIdentityProviderService.';
const keysPath = /^\/[\w-]+\/\.well-known\/jwks\.json$/;
const keysOperation = 'keys';

/** What a browser may ask a public client for without credentials; all else is for those whose policy allows it. */
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

/** Cognito behind the AWS endpoint, with the address of a pool's keys. */
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
