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

/** The function of `functions/{name}/handler.ts`, with a role and a log of its own. */
export function nodeFunction(
  scope: Construct,
  name: string,
  { memoryMb, timeoutSeconds, environment }: NodeFunctionProps,
): LambdaFunction {
  const logGroup = new LogGroup(scope, `${name}-log`, { retention: RetentionDays.THREE_MONTHS });
  // Own role: AWS's managed one for functions may write to every log group of the account.
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
 * A function's code with all it uses: `index.mjs`, and beside it what is loaded when it is first needed.
 *
 * That is why this is not CDK's own bundling for Node, which knows one file only: the SDK's ways to sign in that Lambda
 * never takes, and the library that makes PDFs, would be read at every cold start. The AWS SDK is bundled: what was
 * tested is what runs. There are no source maps: reading one costs the first error of a cold function more than its
 * answer may take, and `keepNames` leaves the names of functions in every stack trace.
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
      image: DockerImage.fromRegistry('never-asked'), // CDK wants one for those who cannot build here
      local: {
        tryBundle(outdir) {
          build(outdir);
          return true;
        },
      },
    },
  });
}
