import { parentPort, workerData } from 'node:worker_threads';
import { demoItems } from '#infra/demo/demo-items.ts';
import type { Instant } from '#shared/period.ts';

/* Runs in the worker: posts the items as they are made, and ends. */
for await (const made of demoItems(workerData as Instant)) parentPort?.postMessage(made);
