import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type TableNames, tableNamesBy } from '#functions/store/tables.ts';
import { LOCAL, readStage, type Stage } from '#infra/stages/read-stage.ts';

/** The outputs of the system that a command works on: names of its parts. The environment says how to reach them. */
export type Outputs = Readonly<Record<string, string>>;

/** What the system's tables are called. */
export function tablesOf(outputs: Outputs): TableNames {
  return tableNamesBy(({ output }) => outputs[output] ?? '');
}

/**
 * Finds the system: the deployed stack of a stage, in the region of its settings; otherwise the local system,
 * whose addresses and key go into this process's environment.
 *
 * @throws {Error} with a sentence for the operator if there is no such system
 */
export async function findTarget(stage: string | undefined, dataDir: string): Promise<Outputs> {
  return stage === undefined || stage === LOCAL ? localTarget(dataDir) : deployedTarget(readStage(stage));
}

function localTarget(dataDir: string): Outputs {
  const file = join(dataDir, 'endpoints.json');
  if (!existsSync(file))
    throw new Error(`No local system has run in ${dataDir}: start it with npm start, or name a --stage.`);
  const { env, outputs } = endpointsIn(file);
  if (!env || !outputs) throw new Error(`${file} is not whole: stop the local system and start it again.`);
  Object.assign(process.env, env);
  return outputs;
}

function endpointsIn(file: string): { env?: Record<string, string>; outputs?: Outputs } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof endpointsIn>;
  } catch {
    return {};
  }
}

/** Credentials are the operator's own; the region is not left to what the shell happens to have. */
async function deployedTarget({ name, account, region }: Stage): Promise<Outputs> {
  process.env['AWS_REGION'] = region;
  const StackName = `SoChiBo-${name}`;
  const { Stacks = [] } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName }));
  const id = Stacks[0]?.StackId ?? '';
  if (!id.includes(`:${account}:`))
    throw new Error(`${name} is of the account ${account}; your credentials lead to ${id}`);
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}
