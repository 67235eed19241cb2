import { Agent, request as send } from 'node:http';
import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';
import type { Reply } from '#infra/local/iam/reply.ts';

const target = 'DynamoDB_20120810.';

/** Puts DynamoDB behind the AWS endpoint, which checks permissions by table and index; calls pass unchanged. */
export function dynamoDbService(endpoint: string): Service {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs,
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
function needs({ operation, input }: Call): readonly Need[] {
  const transaction = input['TransactItems'] as Record<string, { TableName: string }>[] | undefined;
  if (transaction) {
    return transaction.flatMap((item) =>
      Object.entries(item).map(([part, { TableName }]) => ({
        action: `dynamodb:${part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part.replace('Item', '')}Item`}`,
        resource: tableArn(TableName),
      })),
    );
  }
  const action = `dynamodb:${operation}`;
  const several = input['RequestItems'] as object | undefined;
  if (several) return Object.keys(several).map((table) => ({ action, resource: tableArn(table) }));
  const table = typeof input['TableName'] === 'string' ? input['TableName'] : '*';
  const index = input['IndexName'];
  return [{ action, resource: index ? `${tableArn(table)}/index/${index}` : tableArn(table) }];
}

function tableArn(name: string): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${name}`;
}
