import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TableItems } from '#infra/demo/demo-year.ts';
import type { Instant } from '#shared/period.ts';

/** The items of `demoItems`, made by a worker, so that a second processor works while they are stored. */
export async function* itemsFromWorker(now: Instant): AsyncGenerator<TableItems> {
  const worker = new Worker(new URL('./items-worker.ts', import.meta.url), { workerData: now, execArgv: [] });
  for await (const [made] of on(worker, 'message', { close: ['exit'] })) yield made;
}
