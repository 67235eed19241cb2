import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

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

/**
 * Bundles a function with everything it uses: `index.mjs`, and separate chunks that load when they are first needed.
 *
 * CDK's own Node bundling makes one file only. A cold start would then read the SDK's sign-in methods that Lambda never
 * uses, and the PDF library. The AWS SDK is bundled, so that the version that was tested is the one that runs. There
 * are no source maps: reading one at the first error of a cold function takes longer than its answer may take.
 * `keepNames` keeps the names of functions in stack traces.
 */
function bundle(name: string): Code {
  const build = (outdir: string) =>
    buildSync({
      entryPoints: { index: `functions/${name}/handler.ts` },
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
      tsconfig: 'tsconfig.json',
      outExtension: { '.js': '.mjs' },
      loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
      logLevel: 'warning',
    });
  return Code.fromAsset(`functions/${name}`, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-asked'), // CDK requires an image, for machines that cannot bundle locally
      local: {
        tryBundle(outdir) {
          build(outdir);
          return true;
        },
      },
    },
  });
}
