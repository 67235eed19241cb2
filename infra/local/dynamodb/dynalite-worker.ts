import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import parts from 'dynalite/db/index.js';
import { itemBytes } from '#infra/local/dynamodb/item-bytes.ts';

/** The folder of the tables. */
export type DynaliteData = string;

// Dynalite counts characters, and would take three times as much Vietnamese as DynamoDB does.
parts.itemSize = itemBytes;

/* Runs in the worker, so that the database has a processor of its own. It posts its port, and closes on any message. */
const server = dynalite({ path: workerData as DynaliteData, createTableMs: 0 });
// DynamoDB keeps a connection while it is used. One that is closed after five quiet seconds is often closed just when the
// next request is sent on it, on a machine that has much to do.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.once('message', () => {
  // What still reads for a function that was ended finds its table closed; nobody waits for it.
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (!/^LEVEL_\w+_NOT_OPEN$/.test(error.code ?? '')) throw error;
  });
  server.close((error) => {
    if (error) throw error;
    parentPort?.close();
  });
  server.closeAllConnections();
});
parentPort?.postMessage((server.address() as AddressInfo).port);
