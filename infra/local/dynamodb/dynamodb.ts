import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import {
  CreateTableCommand,
  type CreateTableInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { startAmazonsDynamoDb } from '#infra/local/dynamodb/amazons-dynamodb.ts';
import type { Database, DatabaseAnswer } from '#infra/local/dynamodb/database.ts';
import type { Answered, DynaliteData, DynaliteTask } from '#infra/local/dynamodb/dynalite-worker.ts';

interface TableProperties extends Omit<CreateTableInput, 'TableName'> {
  readonly LocalSecondaryIndexes?: CreateTableInput['LocalSecondaryIndexes'];
}

/**
 * Starts the database that `DYNAMODB` names and creates the tables of the template that do not exist yet. An address is
 * that of a server that runs by itself and speaks the same protocol.
 */
export async function startDatabase(stack: LocalStack, dataDir: string): Promise<Database> {
  const database = await databaseNamed(process.env['DYNAMODB'] ?? 'dynalite', dataDir);
  await makeTables(stack, database.endpoint);
  return database;
}

async function databaseNamed(name: string, dataDir: string): Promise<Database> {
  if (name.startsWith('http://')) return { endpoint: name, stop: async () => undefined };
  switch (name) {
    case 'dynamodb-local':
      return startAmazonsDynamoDb(join(dataDir, 'dynamodb-local'));
    case 'dynalite':
      return startDynalite(join(dataDir, 'dynamodb'));
    default:
      throw new Error(`DYNAMODB is dynalite, dynamodb-local or an address that begins with http://, not ${name}`);
  }
}

/**
 * Dynalite, in a worker. A write is with the operating system before it is answered (LevelDB's log), so killing the
 * process loses none.
 */
export async function startDynalite(path: string): Promise<Database> {
  const workerData: DynaliteData = path;
  const worker = new Worker(new URL('./dynalite-worker.ts', import.meta.url), { workerData, env: {}, execArgv: [] });
  const [port] = (await once(worker, 'message')) as [number];
  const tell = (task: DynaliteTask) => worker.postMessage(task, task !== 'close' && 'done' in task ? [task.done] : []);
  const waiting = new Map<number, PromiseWithResolvers<DatabaseAnswer>>();
  let asked = 0;
  worker.on('message', ({ id, ...answer }: Answered) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  worker.on('exit', () => {
    for (const each of waiting.values()) each.reject(new Error('the database has ended'));
    waiting.clear();
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ask(request) {
      if (worker.threadId < 0) return Promise.reject(new Error('the database has ended'));
      const answer = Promise.withResolvers<DatabaseAnswer>();
      asked += 1;
      waiting.set(asked, answer);
      tell({ id: asked, ...request });
      return answer.promise;
    },
    async fill(table, items) {
      const { port1, port2: done } = new MessageChannel();
      tell({ table, items, done });
      const [fault] = (await once(port1, 'message')) as [Error | undefined];
      port1.close();
      if (fault) throw fault;
    },
    async stop() {
      const ended = once(worker, 'exit');
      tell('close');
      await ended;
    },
  };
}

/**
 * Makes the tables of the template that the database does not have yet: keys and indexes as there. Its expiry, recovery
 * and protection have no counterpart here.
 */
export async function makeTables(stack: LocalStack, endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TableNames: present = [] } = await client.send(new ListTablesCommand());
  for (const { id, properties } of stack.all<TableProperties>('AWS::DynamoDB::Table')) {
    const TableName = stack.ref(id);
    if (present.includes(TableName)) continue;
    const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, LocalSecondaryIndexes } = properties;
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema,
        AttributeDefinitions,
        BillingMode,
        ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
        ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
      }),
    );
    await active(client, TableName);
  }
  client.destroy();
}

/** Waits for a table: one that is still being created answers as if it did not exist. */
async function active(client: DynamoDBClient, TableName: string): Promise<void> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await setTimeout(5);
  }
}
