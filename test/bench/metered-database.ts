import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { startDatabase } from '#infra/local/dynamodb/dynamodb.ts';

/** What was asked of the database, in DynamoDB's own units. */
export interface Use {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** One request, as a reader of a list wants it. */
export interface Asked {
  /** Of DynamoDB, such as `Query`. */
  readonly operation: string;
  /** Table, or index, and keys. */
  readonly what: string;
  readonly units: number;
}

export interface MeteredDatabase extends Database {
  /** What was used since it was last asked, and by which requests, in the order in which they came. */
  take(): Use & { readonly asked: readonly Asked[] };
}

const none: Use = { requests: 0, readUnits: 0, writeUnits: 0 };

/** The database with a meter before it: each request asks for `ReturnConsumedCapacity`, and each answer is added up. */
export async function meteredDatabase(stack: LocalStack, dataDir: string): Promise<MeteredDatabase> {
  const database = await startDatabase(stack, dataDir);
  let used = none;
  let list: { operation: string; what: string; units: number }[] = [];
  const server = createServer(async (request, response) => {
    const asked = JSON.parse((await buffer(request)).toString()) as Input;
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const line = { operation, what: whatOf(asked), units: 0 };
    list.push(line);
    const answer = await fetch(database.endpoint, {
      method: 'POST',
      headers: { ...signed(request) },
      body: JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    line.units = unitsIn(body);
    used = plus(used, line.units, /^(Put|Update|Delete|BatchWrite)Item$/.test(operation));
    const headers = [...answer.headers].filter(([name]) => /^(content-type|x-amz)/.test(name));
    response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = { ...used, asked: list };
      used = none;
      list = [];
      return taken;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await database.stop();
    },
  };
}

function signed({ headers }: IncomingMessage): Record<string, string> {
  const names = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

/** An answer names the units of one table, or of several; a refused condition names none. */
function unitsIn(body: Buffer): number {
  const { ConsumedCapacity = [] } = JSON.parse(body.toString()) as { ConsumedCapacity?: Consumed | Consumed[] };
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

interface Consumed {
  readonly CapacityUnits: number;
}

interface Input {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: object;
  readonly Item?: Readonly<Record<string, object>>;
  readonly ExpressionAttributeValues?: object;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly object[] }>>;
}

function whatOf({ TableName, IndexName, Key, Item, ExpressionAttributeValues: values, RequestItems }: Input): string {
  if (RequestItems) {
    return Object.entries(RequestItems)
      .map(([table, { Keys = [] }]) => `${table} ${Keys.map(plain).join(' + ')}`)
      .join(' + ');
  }
  const key = Key ?? (Item ? { pk: Item['pk'], sk: Item['sk'] } : values);
  return `${IndexName ? `${TableName}/${IndexName}` : TableName} ${plain(key)}`;
}

/** Values of DynamoDB's JSON, without their types. */
function plain(values: object = {}): string {
  return Object.values(values as Readonly<Record<string, object>>)
    .map((typed) => String(Object.values(typed)[0]))
    .join(' ');
}

function plus({ requests, readUnits, writeUnits }: Use, units: number, write: boolean): Use {
  return {
    requests: requests + 1,
    readUnits: readUnits + (write ? 0 : units),
    writeUnits: writeUnits + (write ? units : 0),
  };
}
