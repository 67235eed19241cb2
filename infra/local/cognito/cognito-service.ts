import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { UserDirectory } from '#infra/local/cognito/cognito.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';

const target = 'AWSCognitoIdentityProviderService.';

/** Operations that a browser may call without credentials, as a public client; all others need a policy. */
const unsigned = new Set([
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

/** Puts Cognito behind the AWS endpoint. */
export function cognitoService(users: UserDirectory): Service {
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs({ operation, input }: Call): readonly Need[] {
      if (unsigned.has(operation)) return [];
      const pool = `arn:aws:cognito-idp:${region}:${account}:userpool/${input['UserPoolId'] ?? '*'}`;
      return [{ action: `cognito-idp:${operation}`, resource: pool }];
    },
    answer({ operation, input }) {
      return users.call(operation, input);
    },
  };
}
