import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import { matches } from '#infra/local/iam/conditions.ts';

interface PermissionProperties {
  readonly Action: string;
  readonly FunctionName: string;
  readonly Principal: string;
  readonly SourceArn?: string;
}

/**
 * @param functionArn what the integration names: a function, or one of its aliases
 * @param route the key, as `GET /health` or `$default`
 */
export type MayInvoke = (functionArn: string, apiId: string, route: string) => boolean;

/**
 * Reads the functions' own policies from the template's permissions: whether one lets an HTTP API invoke the function for
 * a route. API Gateway answers 500 where none does.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readPermissions(stack: LocalStack): MayInvoke {
  const permissions = stack
    .all<PermissionProperties>('AWS::Lambda::Permission')
    .map(({ properties }) => properties)
    .filter(({ Action, Principal }) => Action === 'lambda:InvokeFunction' && Principal === 'apigateway.amazonaws.com');
  return (functionArn, apiId, route) => {
    const source = `arn:aws:execute-api:${region}:${account}:${apiId}/$default/${route.replace(' ', '')}`;
    return permissions.some(
      ({ FunctionName, SourceArn = '*' }) =>
        (FunctionName === functionArn || functionArn.endsWith(`:function:${FunctionName}`)) &&
        matches(SourceArn, source),
    );
  };
}
