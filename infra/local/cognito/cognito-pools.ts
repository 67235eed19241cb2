import { randomBytes } from 'node:crypto';
import { type CognitoService, USER_POOL_AWS_DEFAULTS } from 'cognito-local/lib/services/cognitoService.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { UserPool } from 'cognito-local/lib/services/userPoolService.js';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';

interface PoolProperties {
  readonly Schema?: readonly {
    readonly Name: string;
    readonly AttributeDataType: string;
    readonly Mutable?: boolean;
    readonly StringAttributeConstraints?: { readonly MinLength?: string; readonly MaxLength?: string };
  }[];
  readonly [setting: string]: unknown;
}

interface ClientProperties {
  readonly UserPoolId: string;
  readonly GenerateSecret?: boolean;
  readonly [setting: string]: unknown;
}

interface GroupProperties {
  readonly UserPoolId: string;
  readonly GroupName: string;
}

/** Creates the template's pools, or updates those of an earlier start to the template. Users stay. */
export async function makePools(stack: LocalStack, cognito: CognitoService, context: Context): Promise<void> {
  for (const { id, properties } of stack.all<PoolProperties>('AWS::Cognito::UserPool')) {
    const pool = poolOf(stack.ref(id), stack.attribute(id, 'Arn'), properties);
    const present = await cognito.listUserPools(context);
    if (!present.some(({ Id }) => Id === pool.Id)) await cognito.createUserPool(context, pool);
    await (await cognito.getUserPool(context, pool.Id)).updateOptions(context, pool);
  }
  const now = new Date();
  for (const { id, properties } of stack.all<ClientProperties>('AWS::Cognito::UserPoolClient')) {
    const pool = await cognito.getUserPool(context, properties.UserPoolId);
    const ClientId = stack.ref(id);
    const present = await cognito.getAppClient(context, ClientId);
    await pool.saveAppClient(context, {
      ...properties,
      ...(properties.GenerateSecret && {
        ClientSecret: present?.ClientSecret ?? randomBytes(32).toString('base64url'),
      }),
      ClientId,
      ClientName: id,
      CreationDate: now,
      LastModifiedDate: now,
    });
  }
  for (const { properties } of stack.all<GroupProperties>('AWS::Cognito::UserPoolGroup')) {
    const pool = await cognito.getUserPool(context, properties.UserPoolId);
    const present = await pool.getGroupByGroupName(context, properties.GroupName);
    if (present) continue;
    await pool.saveGroup(context, { GroupName: properties.GroupName, CreationDate: now, LastModifiedDate: now });
  }
}

function poolOf(id: string, arn: string, { Schema = [], ...settings }: PoolProperties): UserPool {
  const custom = Schema.map(({ Name, AttributeDataType, Mutable = true, StringAttributeConstraints = {} }) => ({
    Name: `custom:${Name}`,
    AttributeDataType,
    DeveloperOnlyAttribute: false,
    Mutable,
    Required: false,
    StringAttributeConstraints,
  }));
  return {
    ...USER_POOL_AWS_DEFAULTS,
    ...settings,
    Id: id,
    Arn: arn,
    SchemaAttributes: [...(USER_POOL_AWS_DEFAULTS.SchemaAttributes ?? []), ...custom],
    // cognito-local reads a missing or empty list as "user names are e-mail addresses".
    UsernameAttributes: ['phone_number'],
  };
}
