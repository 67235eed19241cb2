import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from '#infra/local/cloudformation/assembly.ts';
import { type LocalStack, VERSION } from '#infra/local/cloudformation/local-stack.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import type { AwsEndpoint } from '#infra/local/iam/aws-endpoint.ts';
import { roleOf } from '#infra/local/iam/policy.ts';
import { type Configuration, configurationFault, lambdaLimits } from '#infra/local/lambda/lambda-limits.ts';
import { type CallReport, LocalFunction } from '#infra/local/lambda/local-function.ts';
import { coresAt } from '#infra/local/lambda/part-of-a-core.ts';

interface FunctionProperties extends Configuration {
  readonly Handler: string;
  readonly Role: string;
  readonly Runtime: string;
}

interface AliasProperties {
  readonly Name: string;
  readonly FunctionName: string;
  readonly FunctionVersion: string;
}

interface Surroundings {
  readonly aws: AwsEndpoint;
  /** Translates an address of the template into one that this machine can reach. */
  readonly reachable: (value: string) => string;
  /** How many a function has at most. */
  readonly environments: number;
  /** `lambda`: each environment has the part of a core that its memory buys there. */
  readonly cores?: 'lambda' | undefined;
  readonly log: (line: string) => void;
  readonly report?: ((report: CallReport) => void) | undefined;
}

/**
 * Makes the functions of the template, each with its own variables and its own access key, by which the AWS endpoint
 * finds its role. Functions that are not in Node are CDK's helpers of a deploy and have nothing to do here.
 *
 * @throws {Error} for a function that Lambda would not create
 */
export function makeFunctions(
  stack: LocalStack,
  assembly: Assembly,
  { aws, reachable, environments, cores, log, report }: Surroundings,
): LocalFunction[] {
  const aliases = aliasesOf(stack);
  return stack
    .all<FunctionProperties>('AWS::Lambda::Function')
    .filter(({ properties }) => properties.Runtime.startsWith('nodejs'))
    .map(({ id, resource, properties }) => {
      const name = stack.ref(id);
      const bundle = assembly.bundleOf(resource);
      const fault = configurationFault(properties) ?? sizeFault(bundle);
      if (fault) throw new Error(`${id}: ${fault}`);
      const credentials = newCredentials();
      const variables = Object.fromEntries(
        Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [key, reachable(value)]),
      );
      const { statements } = roleOf(properties.Role, stack);
      aws.registerPrincipal(credentials.AWS_ACCESS_KEY_ID, {
        name,
        statements,
        secret: credentials.AWS_SECRET_ACCESS_KEY,
      });
      return new LocalFunction({
        name,
        arn: stack.attribute(id, 'Arn'),
        aliases: aliases.flatMap(({ FunctionName, Name }) => (FunctionName === name ? [Name] : [])),
        role: properties.Role,
        bundle,
        handler: properties.Handler,
        timeoutSeconds: properties.Timeout ?? 3,
        environments,
        ...(cores === 'lambda' && { cores: coresAt(properties.MemorySize ?? 128) }),
        ...(report && { report }),
        environment: {
          ...variables,
          ...credentials,
          ...addressesOf(aws),
          AWS_LAMBDA_FUNCTION_NAME: name,
        },
        log: (line) => log(`[${name}] ${line}`),
      });
    });
}

/** @throws {Error} if an alias leads to no version of its function: a deploy would fail */
function aliasesOf(stack: LocalStack): AliasProperties[] {
  const versions = stack.all<Pick<AliasProperties, 'FunctionName'>>('AWS::Lambda::Version');
  return stack.all<AliasProperties>('AWS::Lambda::Alias').map(({ id, properties }) => {
    const { FunctionName, FunctionVersion } = properties;
    const leads = versions.some((version) => version.properties.FunctionName === FunctionName);
    if (!leads || FunctionVersion !== VERSION) throw new Error(`${id} leads to no version of ${FunctionName}`);
    return properties;
  });
}

function sizeFault(bundle: string): string | undefined {
  const files = readdirSync(bundle, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return bytes > lambdaLimits.unzippedBytes
    ? `Unzipped size must be smaller than ${lambdaLimits.unzippedBytes} bytes`
    : undefined;
}

/** Generates letters and digits only: DynamoDB Local rejects other keys. */
export function newCredentials(): { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } {
  return {
    AWS_ACCESS_KEY_ID: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    AWS_SECRET_ACCESS_KEY: randomBytes(20).toString('hex'),
  };
}

/** The variables that tell an SDK where AWS is. */
export function addressesOf({ url }: AwsEndpoint): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_ENDPOINT_URL_SQS: url,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    AWS_ENDPOINT_URL_SESV2: url,
    AWS_ENDPOINT_URL_S3: url,
  };
}
