import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type TableNames, tableNamesBy } from '#functions/store/tables.ts';

/** The system that a command works on: the names of its parts. How to reach them stands in the environment. */
export type Outputs = Readonly<Record<string, string>>;

/** What the system's tables are called. */
export function tablesOf(outputs: Outputs): TableNames {
  return tableNamesBy(({ output }) => outputs[output] ?? '');
}

/**
 * Finds the system: a deployed stack by its stage, with the operator's own AWS settings; else the local one, whose
 * addresses and key are taken into this process's environment.
 *
 * @throws {Error} in a sentence for the operator when there is no such system
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
