import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { type LimitedCall, refusal } from '#infra/local/dynamodb/dynamodb-limits.ts';
import { type KeyedCall, leadingKeys } from '#infra/local/dynamodb/leading-keys.ts';
import { overHttp } from '#infra/local/dynamodb/over-http.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';
import { awsError } from '#infra/local/iam/reply.ts';

const target = 'DynamoDB_20120810.';
/** Of the database's headers. */
const passedOn = new Set(['content-type', 'x-amzn-requestid', 'x-amz-crc32']);

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];

interface TableProperties {
  readonly KeySchema: KeySchema;
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string; readonly KeySchema: KeySchema }[];
}

/**
 * Puts DynamoDB behind the AWS endpoint, which checks permissions by table, index and key. Calls pass unchanged, but for
 * those that break a limit which dynalite does not know.
 */
export function dynamoDbService(
  stack: LocalStack,
  { endpoint, ask = overHttp(endpoint) }: Pick<Database, 'endpoint' | 'ask'>,
): Service {
  const tables = new Map(
    stack.all<TableProperties>('AWS::DynamoDB::Table').map(({ id, properties }) => {
      const { KeySchema, GlobalSecondaryIndexes = [] } = properties;
      const indexes = GlobalSecondaryIndexes.map((index) => ({ name: index.IndexName, ...keysOf(index.KeySchema) }));
      return [stack.ref(id), { ...keysOf(KeySchema), indexes }];
    }),
  );
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs: (call) => needs(call, (table) => tables.get(table)?.partition ?? ''),
    async answer({ input, request, body }) {
      for (const { table, call } of limitedCalls(input)) {
        const reason = refusal(call, tables.get(table) ?? { partition: '', indexes: [] });
        if (reason) return awsError(400, 'ValidationException', reason);
      }
      const answer = await ask({ headers: request.headers, body: body.toString() });
      const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => passedOn.has(name)));
      return { status: answer.status, headers, body: Buffer.from(answer.body) };
    },
  };
}

function keysOf(schema: KeySchema): { readonly partition: string; readonly sort: string } {
  const named = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '';
  return { partition: named('HASH'), sort: named('RANGE') };
}

interface Write {
  readonly PutRequest?: LimitedCall;
  readonly DeleteRequest?: LimitedCall;
}

/** Of a batch, what is about one table: keys to read, or a list of writes. */
type Part = LimitedCall & Write;

/** The parts of a call, each about one table. */
function limitedCalls(input: Call['input']): { readonly table: string; readonly call: LimitedCall }[] {
  const several = input['RequestItems'] as Record<string, Part | readonly Part[]> | undefined;
  if (!several) return [{ table: String(input['TableName']), call: input as LimitedCall }];
  return Object.entries(several).flatMap(([table, part]) =>
    ([part].flat() as readonly Part[]).map((each) => {
      const { PutRequest, DeleteRequest } = each;
      return { table, call: PutRequest ?? DeleteRequest ?? each };
    }),
  );
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
