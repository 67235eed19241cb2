import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type TableNames, tableNamesBy } from '#functions/store/tables.ts';

/** The outputs of the system that a command works on: names of its parts. The environment says how to reach them. */
export type Outputs = Readonly<Record<string, string>>;

/** What the system's tables are called. */
export function tablesOf(outputs: Outputs): TableNames {
  return tableNamesBy(({ output }) => outputs[output] ?? '');
}

/**
 * Finds the system: the deployed stack of a stage, with the operator's own AWS settings; otherwise the local system,
 * whose addresses and key go into this process's environment.
 *
 * @throws {Error} with a sentence for the operator if there is no such system
 */
export async function findTarget(stage: string | undefined, dataDir: string): Promise<Outputs> {
  return stage === undefined ? localTarget(dataDir) : deployedTarget(`SoChiBo-${stage}`);
}

function localTarget(dataDir: string): Outputs {
  const file = join(dataDir, 'endpoints.json');
  if (!existsSync(file))
    throw new Error(`No local system has run in ${dataDir}: start it with npm start, or name a --stage.`);
  const { env, outputs } = JSON.parse(readFileSync(file, 'utf8')) as { env: Record<string, string>; outputs: Outputs };
  Object.assign(process.env, env);
  return outputs;
}

async function deployedTarget(StackName: string): Promise<Outputs> {
  const { Stacks = [] } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName }));
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}
