import { Agent, request as send } from 'node:http';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import { type KeyedCall, leadingKeys } from '#infra/local/dynamodb/leading-keys.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';
import type { Reply } from '#infra/local/iam/reply.ts';

const target = 'DynamoDB_20120810.';

interface TableProperties {
  readonly KeySchema: readonly { readonly AttributeName: string; readonly KeyType: string }[];
}

/** Puts DynamoDB behind the AWS endpoint, which checks permissions by table, index and key; calls pass unchanged. */
export function dynamoDbService(stack: LocalStack, endpoint: string): Service {
  const tables = stack.all<TableProperties>('AWS::DynamoDB::Table').map(({ id, properties: { KeySchema } }) => {
    const partitionKey = KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
    return [stack.ref(id), partitionKey] as const;
  });
  const partitionKeys = new Map(tables);
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs: (call) => needs(call, (table) => partitionKeys.get(table) ?? ''),
    answer: ({ request, body }) =>
      new Promise<Reply>((resolve, reject) => {
        const passed = send({ hostname, port, agent, method: 'POST', headers: request.headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const headers: Record<string, string> = {};
            for (const name of ['content-type', 'x-amzn-requestid', 'x-amz-crc32']) {
              const value = response.headers[name];
              if (typeof value === 'string') headers[name] = value;
            }
            resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks), headers });
          });
        });
        passed.on('error', reject);
        passed.end(body);
      }),
  };
}

/** One permission a table. A transaction needs those of its parts; a call without a table, one for all tables. */
function needs({ operation, input }: Call, partitionKeyOf: (table: string) => string): readonly Need[] {
  const transaction = input['TransactItems'] as Record<string, KeyedCall & { TableName: string }>[] | undefined;
  if (transaction) {
    return transaction.flatMap((item) =>
      Object.entries(item).map(([part, call]) => ({
        action: `dynamodb:${part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part.replace('Item', '')}Item`}`,
        resource: tableArn(call.TableName),
        context: leadingKeys(call, partitionKeyOf(call.TableName)),
      })),
    );
  }
  const action = `dynamodb:${operation}`;
  const several = input['RequestItems'] as Record<string, object> | undefined;
  if (several) {
    return Object.entries(several).map(([table, call]) => ({
      action,
      resource: tableArn(table),
      context: leadingKeys(call, partitionKeyOf(table)),
    }));
  }
  const table = typeof input['TableName'] === 'string' ? input['TableName'] : '*';
  const index = input['IndexName'];
  if (index) return [{ action, resource: `${tableArn(table)}/index/${index}` }];
  return [{ action, resource: tableArn(table), context: leadingKeys(input, partitionKeyOf(table)) }];
}

function tableArn(name: string): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${name}`;
}
