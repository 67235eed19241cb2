import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

interface NodeFunctionProps {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Record<string, string>;
}

/** The function of `functions/{name}/handler.ts`, with its own role and log group. */
export function nodeFunction(
  scope: Construct,
  name: string,
  { memoryMb, timeoutSeconds, environment }: NodeFunctionProps,
): LambdaFunction {
  const logGroup = new LogGroup(scope, `${name}-log`, { retention: RetentionDays.THREE_MONTHS });
  // The function has its own role: AWS's managed policy allows writing to every log group of the account.
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new LambdaFunction(scope, name, {
    code: bundle(name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
}

/** The function's bundle. */
function bundle(name: string): Code {
  return Code.fromAsset(`functions/${name}`, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-asked'), // CDK requires an image, for machines that cannot bundle locally
      local: {
        tryBundle(outdir) {
          bundles ??= bundleAll();
          cpSync(join(bundles, name), outdir, { recursive: true });
          return true;
        },
      },
    },
  });
}

/** The folder of all functions' bundles, from the first that is asked for. */
let bundles: string | undefined;

/** Bundles all by a program of its own: CDK waits for no promise, and esbuild takes no plug-in without one. */
function bundleAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-functions-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const names = readdirSync('functions').filter((name) => existsSync(`functions/${name}/handler.ts`));
  execFileSync(process.execPath, ['infra/bundle-functions.ts', folder, ...names], { stdio: 'inherit' });
  return folder;
}
