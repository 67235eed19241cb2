import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { Answer, Task, WorkerData } from '#infra/local/lambda/function-worker.ts';
import { lambdaLimits, REQUEST_TOO_LARGE } from '#infra/local/lambda/lambda-limits.ts';
import { partOfACore } from '#infra/local/lambda/part-of-a-core.ts';

export interface FunctionProps extends Omit<WorkerData, 'part'> {
  readonly name: string;
  readonly arn: string;
  /** Names of its aliases. */
  readonly aliases: readonly string[];
  /** The role's ARN. */
  readonly role: string;
  readonly environment: Record<string, string>;
  readonly timeoutSeconds: number;
  /** How many environments there are at most: further calls wait for one. */
  readonly environments: number;
  /** What part of a core each environment has; absent: what this machine gives. */
  readonly cores?: number | undefined;
  readonly log: (line: string) => void;
  readonly report?: (report: CallReport) => void;
}

/** What Lambda notes of a call in its line `REPORT`, in milliseconds. */
export interface CallReport {
  readonly function: string;
  /** Until an environment was free and had loaded. */
  readonly waited: number;
  /** From then to the answer. */
  readonly duration: number;
  /** What the function's own thread took of a processor; what it waits for stands in others. */
  readonly processorMs: number;
}

export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

interface Environment {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  /** Settles the promise of the running call. */
  settle?: (answer: Answer) => void;
}

/**
 * A function of the template. Each environment is a worker that sees only the function's own variables and handles one
 * call at a time, as in Lambda. Two calls at once are two workers, so race conditions are real.
 */
export class LocalFunction {
  readonly name: string;
  readonly arn: string;
  readonly role: string;
  private readonly props: FunctionProps;
  private readonly idle: Environment[] = [];
  private readonly all = new Set<Environment>();
  private readonly waiting: ((environment: Environment) => void)[] = [];

  constructor(props: FunctionProps) {
    this.name = props.name;
    this.arn = props.arn;
    this.role = props.role;
    this.props = props;
  }

  /** Starts one environment before the first call. */
  async warm(): Promise<void> {
    this.release(await this.take());
  }

  /** Whether it is what a name or an ARN leads to, also that of an alias. */
  isCalled(name: string): boolean {
    const aliases = this.props.aliases.map((alias) => `:${alias}`);
    return [this.name, this.arn].some((own) => ['', ...aliases].some((qualifier) => own + qualifier === name));
  }

  /**
   * @param mostBytes of the event: Lambda takes less where the caller does not wait
   * @param begun is called when an environment has taken the call
   */
  async invoke(
    event: unknown,
    mostBytes: number = lambdaLimits.payloadBytes,
    begun: () => void = () => undefined,
  ): Promise<Outcome> {
    const bytes = Buffer.byteLength(JSON.stringify(event ?? null));
    if (bytes > mostBytes) {
      const errorMessage = `Request must be smaller than ${mostBytes} bytes for the InvokeFunction operation`;
      return { ok: false, errorType: REQUEST_TOO_LARGE, errorMessage };
    }
    const asked = performance.now();
    const environment = await this.take();
    await environment.ready.catch(() => undefined); // `run` answers for it
    const began = performance.now();
    begun();
    const answer = await this.run(environment, event);
    const processorMs = answer.kind === 'done' ? answer.processorMs : 0;
    const duration = performance.now() - began;
    this.props.report?.({ function: this.name, waited: began - asked, duration, processorMs });
    if (this.all.has(environment)) this.release(environment);
    if (answer.kind === 'done') return { ok: true, payload: answer.payload };
    if (answer.kind !== 'failed') throw new Error(`${this.name} answered out of turn`);
    this.props.log(`${answer.errorType}: ${answer.errorMessage}\n${answer.trace}`);
    return { ok: false, errorType: answer.errorType, errorMessage: answer.errorMessage };
  }

  /** The bytes that each idle environment holds after a full garbage collection. */
  async held(): Promise<readonly number[]> {
    const atRest = this.idle.splice(0);
    return Promise.all(
      atRest.map(async (environment) => {
        await environment.ready;
        const answer = await this.ask(environment, 'weigh');
        if (this.all.has(environment)) this.release(environment);
        return answer.kind === 'held' ? answer.bytes : Number.NaN;
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.all].map(({ worker }) => worker.terminate()));
  }

  private async run(environment: Environment, event: unknown): Promise<Answer> {
    const { timeoutSeconds } = this.props;
    try {
      await environment.ready;
    } catch (error) {
      return failure('Runtime.InitError', String(error));
    }
    return this.ask(environment, {
      requestId: randomUUID(),
      event,
      deadline: Date.now() + timeoutSeconds * 1000,
    });
  }

  private ask(environment: Environment, task: Task): Promise<Answer> {
    const { timeoutSeconds } = this.props;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.end(environment, 'Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`),
        timeoutSeconds * 1000,
      );
      environment.settle = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      environment.worker.postMessage(task);
    });
  }

  private async take(): Promise<Environment> {
    const free = this.idle.pop();
    if (free) return free;
    if (this.all.size < this.props.environments) return this.start();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(environment: Environment): void {
    const next = this.waiting.shift();
    if (next) next(environment);
    else this.idle.push(environment);
  }

  /** Ends an environment and fails its call; callers that wait for an environment get a new one. */
  private end(environment: Environment, errorType: string, errorMessage: string, trace = ''): void {
    if (!this.all.delete(environment)) return;
    const index = this.idle.indexOf(environment);
    if (index >= 0) this.idle.splice(index, 1);
    void environment.worker.terminate();
    environment.settle?.({ kind: 'failed', errorType, errorMessage, trace });
    const next = this.waiting.shift();
    if (next) next(this.start());
  }

  private start(): Environment {
    const { bundle, handler, environment: env, cores, log } = this.props;
    const part = cores === undefined ? undefined : partOfACore(cores);
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      env,
      workerData: { bundle, handler, part: part?.folder } satisfies WorkerData,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) createInterface(stream).on('line', log);
    const ready = new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('it ended while loading')));
    });
    ready.catch(() => undefined); // the call that waits for it gets the error
    const environment: Environment = { worker, ready };
    this.all.add(environment);
    worker.on('message', (answer: Answer) => environment.settle?.(answer));
    worker.on('error', ({ name, message, stack }) => this.end(environment, name, message, stack));
    worker.on('exit', () => {
      part?.stop();
      this.end(environment, 'Runtime.ExitError', 'the function ended before it answered');
    });
    return environment;
  }
}

function failure(errorType: string, errorMessage: string): Answer {
  return { kind: 'failed', errorType, errorMessage, trace: '' };
}
