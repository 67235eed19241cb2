import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import parts, { type Store } from 'dynalite/db/index.js';
import type { DatabaseAnswer, DatabaseRequest } from '#infra/local/dynamodb/database.ts';
import { fillTable } from '#infra/local/dynamodb/fill-table.ts';
import { type Item, itemBytes } from '#infra/local/dynamodb/item-bytes.ts';

/** The folder of the tables. */
export type DynaliteData = string;

interface Asked extends DatabaseRequest {
  readonly id: number;
}

interface Filling {
  readonly table: string;
  readonly items: readonly Item[];
  readonly done: MessagePort;
}

/**
 * What the worker is told: to end; to answer a request; or to put items into a table and to say on the port what went
 * wrong, if anything.
 */
export type DynaliteTask = 'close' | Asked | Filling;

/** What the worker posts: the answer to the request of that number. */
export interface Answered extends DatabaseAnswer {
  readonly id: number;
}

// Dynalite counts characters, and would take three times as much Vietnamese as DynamoDB does.
parts.itemSize = itemBytes;

// Dynalite keeps what it stores in to itself.
const { create } = parts;
let store: Store | undefined;
parts.create = (options) => {
  store = create(options);
  return store;
};

/* Runs in the worker, so that the database has a processor of its own. It posts its port, and then does what it is told. */
const server = dynalite({ path: workerData as DynaliteData, createTableMs: 0 });
// DynamoDB keeps a connection while it is used. One that is closed after five quiet seconds is often closed just when the
// next request is sent on it, on a machine that has much to do.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.on('message', (task: DynaliteTask) => {
  if (task === 'close') close();
  else if ('done' in task) void fill(task);
  else answer(task);
});
parentPort?.postMessage((server.address() as AddressInfo).port);

/** Gives a request to dynalite's server as if it had come by a connection, which costs more than most requests themselves. */
function answer({ id, headers, body }: Asked): void {
  const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
  const answered: Record<string, string> = {};
  const response = {
    statusCode: 200,
    setHeader(name: string, value: unknown) {
      answered[name.toLowerCase()] = String(value);
    },
    end(text: string) {
      parentPort?.postMessage({ id, status: response.statusCode, headers: answered, body: text } satisfies Answered);
    },
  };
  server.emit('request', request, response);
  request.emit('data', body);
  request.emit('end');
}

function close(): void {
  // What still reads for a function that was ended finds its table closed; nobody waits for it.
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (!/^LEVEL_\w+_NOT_OPEN$/.test(error.code ?? '')) throw error;
  });
  server.close((error) => {
    if (error) throw error;
    parentPort?.close();
  });
  server.closeAllConnections();
}

async function fill({ table, items, done }: Filling): Promise<void> {
  try {
    if (!store) throw new Error('dynalite made no store');
    await fillTable(store, table, items);
    done.postMessage(undefined);
  } catch (error) {
    done.postMessage(error);
  }
}
