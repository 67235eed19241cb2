import { join } from 'node:path';
import { readAssembly, type Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { startCognito } from '#infra/local/cognito/cognito.ts';
import { cognitoService } from '#infra/local/cognito/cognito-service.ts';
import { lockDataDir, type Operator, writeEndpoints } from '#infra/local/data-dir.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { startDatabase } from '#infra/local/dynamodb/dynamodb.ts';
import { dynamoDbService } from '#infra/local/dynamodb/dynamodb-service.ts';
import { BrowserServer } from '#infra/local/http/browser-server.ts';
import { apiAlone, distribution } from '#infra/local/http/cloudfront.ts';
import { HttpApi } from '#infra/local/http/http-api.ts';
import { AwsEndpoint } from '#infra/local/iam/aws-endpoint.ts';
import { startEventSources } from '#infra/local/lambda/event-source.ts';
import { addressesOf, makeFunctions, newCredentials } from '#infra/local/lambda/functions.ts';
import { lambdaService } from '#infra/local/lambda/lambda-service.ts';
import type { CallReport } from '#infra/local/lambda/local-function.ts';
import { requirePartsOfACore } from '#infra/local/lambda/part-of-a-core.ts';
import { startSchedules } from '#infra/local/lambda/schedules.ts';
import { makeBuckets } from '#infra/local/s3/buckets.ts';
import { s3Service } from '#infra/local/s3/s3-service.ts';
import { mailboxIn } from '#infra/local/ses/mailbox.ts';
import { sesService } from '#infra/local/ses/ses-service.ts';
import { makeQueues } from '#infra/local/sqs/queues.ts';
import { sqsService } from '#infra/local/sqs/sqs-service.ts';

export interface LocalSystemOptions {
  /** What `cdk synth` wrote. */
  readonly assembly: string;
  /** Where tables and users are kept. One system at a time. */
  readonly dataDir: string;
  /** 0: any free one. */
  readonly port: number;
  readonly log: (line: string) => void;
  /** How many environments a function has at most, four unless said otherwise; further calls wait for one. */
  readonly environments?: number;
  /** `lambda`: each environment has the part of a core that its memory buys there; else what this machine gives. */
  readonly cores?: 'lambda' | undefined;
  /** For tests: what if the template said otherwise? */
  readonly editTemplate?: (template: Template) => void;
  /** For benchmarks: of each call of a function, how long it waited and took. */
  readonly report?: (report: CallReport) => void;
  /** For benchmarks: a database with a meter before it. */
  readonly database?: (stack: LocalStack, dataDir: string) => Promise<Database>;
}

export interface LocalSystem {
  readonly url: string;
  /** Where the HTTP API answers itself, past the distribution. */
  readonly api: string;
  readonly operator: Operator;
  /** The database's door for filling it, where it has one. */
  readonly fill: Database['fill'];
  /** @throws with the function's own message when it fails */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** What every function may do by its policies, and which of it was never needed since the start. */
  usage(): ReturnType<AwsEndpoint['usage']>;
  /** By function, what each of its environments at rest holds after a full collection of garbage, in bytes. */
  held(): Promise<Readonly<Record<string, readonly number[]>>>;
  /** Turns the clock of the queues on: what waits in them is delivered as if it had waited so much longer. */
  turnQueues(seconds: number): void;
  /** Turns the clock of the user pool's locks on. */
  turnLocks(seconds: number): void;
  /** Has the API turn requests away for so many seconds, as after a flood; 0 ends it. */
  flood(seconds: number): void;
  /** Runs what the schedules would run, now. */
  runSchedules(among?: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the assembly on this machine. Everything comes from the template; see `infra/local/README.md` for what stands
 * for which part of AWS.
 *
 * @throws with code `EADDRINUSE` when another program has the port; `NoPartOfACore` where `cores` cannot be had
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const { dataDir, log, environments = 4, cores } = options;
  const started: { stop(): void | Promise<void> }[] = [];
  const keep = <T extends { stop(): void | Promise<void> }>(part: T): T => {
    started.unshift(part);
    return part;
  };
  const stop = async () => {
    for (const part of started.splice(0)) await part.stop();
  };
  try {
    if (cores === 'lambda') requirePartsOfACore();
    const server = keep(await BrowserServer.take(options.port, log));
    await lockDataDir(dataDir);
    const aws = keep(await AwsEndpoint.start(log));
    const assembly = readAssembly(options.assembly);
    options.editTemplate?.(assembly.template);
    const stack = new LocalStack(assembly.template, localResourceNames(aws.url, server.host));

    const database = keep(await (options.database ?? startDatabase)(stack, dataDir));
    const mail = mailboxIn(dataDir);
    const users = await startCognito(stack, join(dataDir, 'cognito'), mail);
    const reachable = (value: string) => server.reachable(value);
    const functions = makeFunctions(stack, assembly, {
      aws,
      reachable,
      environments,
      cores,
      log,
      report: options.report,
    }).map(keep);
    const queues = makeQueues(stack, log);
    for (const source of startEventSources(stack, queues, functions)) keep(source);
    const schedules = keep(startSchedules(stack, functions, queues, log));
    for (const service of [
      dynamoDbService(stack, database),
      sqsService(queues),
      cognitoService(users),
      sesService(mail),
      lambdaService(functions),
      s3Service(makeBuckets(stack, join(dataDir, 's3')), (accessKey) => aws.secretOf(accessKey)),
    ]) {
      aws.registerService(service);
    }
    const operator = admitOperator(aws, stack, server);
    await Promise.all(functions.map((one) => one.warm()));
    const httpApi = new HttpApi(stack, functions);
    const apiServer = keep(await BrowserServer.take(0, log));
    apiServer.open(apiAlone(httpApi));
    server.open(distribution(stack, assembly, httpApi));
    writeEndpoints(dataDir, operator);
    keep(server); // the last part is stopped first: what was asked is still answered

    return {
      url: server.url,
      api: apiServer.url,
      operator,
      fill: database.fill,
      async invoke(functionName, event) {
        const invoked = functions.find(({ name }) => name === functionName);
        if (!invoked) throw new Error(`there is no function ${functionName}`);
        const outcome = await invoked.invoke(event);
        if (!outcome.ok) throw new Error(`${functionName}: ${outcome.errorType}: ${outcome.errorMessage}`);
        return outcome.payload;
      },
      usage: () => aws.usage(),
      held: async () =>
        Object.fromEntries(await Promise.all(functions.map(async (one) => [one.name, await one.held()] as const))),
      turnQueues(seconds) {
        for (const { queue } of queues) queue.turnClock(seconds);
      },
      turnLocks: (seconds) => users.turnLocks(seconds),
      flood: (seconds) => httpApi.throttle.flood(seconds),
      runSchedules: (among) => schedules.run(among),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function admitOperator(aws: AwsEndpoint, stack: LocalStack, server: BrowserServer): Operator {
  const credentials = newCredentials();
  const secret = credentials.AWS_SECRET_ACCESS_KEY;
  aws.registerPrincipal(credentials.AWS_ACCESS_KEY_ID, { name: 'operator', statements: 'everything', secret });
  const outputs = Object.entries(stack.outputs()).map(([name, value]) => [name, server.reachable(value)]);
  return {
    env: { ...addressesOf(aws), AWS_ENDPOINT_URL_LAMBDA: aws.url, ...credentials },
    outputs: Object.fromEntries(outputs),
  };
}
