import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { UserDirectory } from '#infra/local/cognito/cognito.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';

const target = 'AWSCognitoIdentityProviderService.';

/**
 * Operations that anybody may call without credentials; all others need a policy. What protects them is the client's
 * secret (`cognito-client.ts`) or the access token in the call.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
const unsigned = new Set([
  'SignUp',
  'ConfirmSignUp',
  'ResendConfirmationCode',
  'InitiateAuth',
  'RespondToAuthChallenge',
  'ForgotPassword',
  'ConfirmForgotPassword',
  'RevokeToken',
  'ChangePassword',
  'GetUser',
  'UpdateUserAttributes',
  'DeleteUserAttributes',
  'DeleteUser',
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
