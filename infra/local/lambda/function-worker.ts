import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { lambdaLimits, RESPONSE_TOO_LARGE } from '#infra/local/lambda/lambda-limits.ts';
import { moveThreadTo } from '#infra/local/lambda/part-of-a-core.ts';

export interface WorkerData {
  readonly bundle: string;
  /** The handler in the template's form: `index.handler`. */
  readonly handler: string;
  /** The folder of the part of a core that it has; absent if it has all that there is. */
  readonly part?: string | undefined;
}

export interface Call {
  readonly requestId: string;
  readonly event: unknown;
  readonly deadline: number;
}

/** `weigh` asks how many bytes are held after a full garbage collection. */
export type Task = Call | 'weigh';

/** `processor` is the time that the call took of a processor in its own thread, in milliseconds. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'held'; readonly bytes: number }
  | { readonly kind: 'done'; readonly payload: unknown; readonly processorMs: number }
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string; readonly trace: string };

type Handler = (event: unknown, context: object) => unknown;

/* Runs in the worker and does what the Lambda runtime does. It handles one call at a time, too. */
const { bundle, handler, part } = workerData as WorkerData;
if (part) moveThreadTo(part);
const [file, name] = handler.split('.') as [string, string];
const module = (await import(pathToFileURL(join(bundle, `${file}.mjs`)).href)) as Record<string, Handler>;
const handle = module[name];
if (!handle) throw new Error(`${bundle} exports no ${name}`);

parentPort?.on('message', async (task: Task) => {
  if (task === 'weigh') return answer({ kind: 'held', bytes: held() });
  const { requestId, event, deadline } = task;
  const context = {
    awsRequestId: requestId,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  const begun = process.threadCpuUsage();
  try {
    // The answer passes through JSON, as in Lambda: `undefined` and classes do not survive.
    const text = JSON.stringify((await handle(event, context)) ?? null);
    const bytes = Buffer.byteLength(text);
    if (bytes > lambdaLimits.payloadBytes) {
      const errorMessage = `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${lambdaLimits.payloadBytes} bytes).`;
      return answer({ kind: 'failed', errorType: RESPONSE_TOO_LARGE, errorMessage, trace: '' });
    }
    const { user, system } = process.threadCpuUsage(begun);
    answer({ kind: 'done', payload: JSON.parse(text), processorMs: (user + system) / 1000 });
  } catch (error) {
    const { name: errorType, message: errorMessage, stack = '' } = error as Error;
    answer({ kind: 'failed', errorType, errorMessage, trace: stack });
  }
});
answer({ kind: 'ready' });

function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
