import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly, type Template } from '#infra/local/assembly.ts';
import { distribution } from '#infra/local/cloudfront.ts';
import { startCognito } from '#infra/local/cognito.ts';
import { cognitoService } from '#infra/local/cognito-service.ts';
import { startDatabase } from '#infra/local/dynamodb.ts';
import { dynamoDbService } from '#infra/local/dynamodb-service.ts';
import { Front } from '#infra/local/front.ts';
import { addressesOf, makeFunctions, newCredentials } from '#infra/local/functions.ts';
import { Gateway } from '#infra/local/gateway.ts';
import { HttpApi } from '#infra/local/http-api.ts';
import { localIdentities } from '#infra/local/identities.ts';
import { lambdaService } from '#infra/local/lambda-service.ts';
import { Stack } from '#infra/local/stack.ts';

export interface LocalSystemOptions {
  /** What `cdk synth` wrote. */
  readonly assembly: string;
  /** Where tables and users are kept. One system at a time. */
  readonly dataDir: string;
  /** 0: any free one. */
  readonly port: number;
  readonly log: (line: string) => void;
  /** For tests: what if the template said otherwise? */
  readonly editTemplate?: (template: Template) => void;
}

/** What the operator's command line works with: in the cloud, AWS's own settings and the stack's outputs. */
export interface Operator {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface LocalSystem {
  readonly url: string;
  readonly operator: Operator;
  /** @throws with the function's own message when it fails */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Runs what the schedules would run, now. */
  runSchedules(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the assembly on this machine. Everything comes from the template; see `infra/local/README.md` for what stands
 * for which part of AWS.
 *
 * @throws with code `EADDRINUSE` when another program has the port
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const { dataDir, log } = options;
  mkdirSync(dataDir, { recursive: true });
  const front = await Front.take(options.port, log);
  const gateway = await Gateway.start(log);
  const assembly = readAssembly(options.assembly);
  options.editTemplate?.(assembly.template);
  const stack = new Stack(assembly.template, localIdentities(gateway.url, front.host));

  const database = await startDatabase(stack, dataDir);
  const users = await startCognito(stack, join(dataDir, 'cognito'));
  const functions = makeFunctions(stack, assembly, gateway, log);
  gateway.offer(dynamoDbService(database.endpoint));
  gateway.offer(cognitoService(users));
  gateway.offer(lambdaService(functions));
  const credentials = newCredentials();
  gateway.admit(credentials.AWS_ACCESS_KEY_ID, { name: 'operator', statements: 'everything' });
  await Promise.all(functions.map((one) => one.warm()));
  front.open(distribution(stack, assembly, new HttpApi(stack, functions)));

  const operator: Operator = {
    env: { ...addressesOf(gateway), AWS_ENDPOINT_URL_LAMBDA: gateway.url, ...credentials },
    // The local stand-in of CloudFront speaks no TLS.
    outputs: mapValues(stack.outputs(), (value) => (value === `https://${front.host}` ? front.url : value)),
  };
  const endpoints = join(dataDir, 'endpoints.json');
  writeFileSync(endpoints, JSON.stringify(operator, null, 2), { mode: 0o600 });
  chmodSync(endpoints, 0o600);

  return {
    url: front.url,
    operator,
    async invoke(functionName, event) {
      const invoked = functions.find(({ name }) => name === functionName);
      if (!invoked) throw new Error(`there is no function ${functionName}`);
      const outcome = await invoked.invoke(event);
      if (!outcome.ok) throw new Error(`${functionName}: ${outcome.errorType}: ${outcome.errorMessage}`);
      return outcome.payload;
    },
    async runSchedules() {},
    async stop() {
      await front.stop();
      await Promise.all(functions.map((one) => one.stop()));
      await gateway.stop();
      await database.stop();
    },
  };
}

function mapValues(record: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
