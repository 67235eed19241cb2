import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

interface NodeFunctionProps {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Record<string, string>;
}

/**
 * The function of `functions/{name}/handler.ts`, as one file with all it uses.
 *
 * The AWS SDK is bundled: what was tested is what runs, and one small file loads faster than the runtime's own copy.
 * There are no source maps: reading the map of a bundle costs the first error of a cold function more than its
 * answer may take, and `keepNames` leaves the names of functions in every stack trace.
 */
export function nodeFunction(
  scope: Construct,
  name: string,
  { memoryMb, timeoutSeconds, environment }: NodeFunctionProps,
) {
  const logGroup = new LogGroup(scope, `${name}-log`, { retention: RetentionDays.THREE_MONTHS });
  // Own role: AWS's managed one for functions may write to every log group of the account.
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new NodejsFunction(scope, name, {
    entry: `functions/${name}/handler.ts`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // It would set an environment variable that version 3 of the SDK does not read.
    awsSdkConnectionReuse: false,
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      mainFields: ['module', 'main'],
      bundleAwsSDK: true,
      minify: true,
      logLevel: LogLevel.WARNING,
      keepNames: true,
      tsconfig: 'tsconfig.json',
      loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
    },
  });
}
