import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const endpointsFile = 'endpoints.json';

/** What the operator's command line needs; in the cloud these are AWS's own settings and the stack's outputs. */
export interface Operator {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

export class DataDirInUse extends Error {}

/** @throws {DataDirInUse} when another local system uses this folder: neither would see the other's writes */
export async function lockDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  let url: string;
  try {
    const { env } = JSON.parse(readFileSync(join(dataDir, endpointsFile), 'utf8')) as Operator;
    url = env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
    await fetch(url);
  } catch {
    return; // no system has run here, or it has ended
  }
  throw new DataDirInUse(`${dataDir} is in use by another local system: set DATA_DIR to another folder.`);
}

/** Writes the operator's endpoints. They include the operator's key, so only the owner may read the file. */
export function writeEndpoints(dataDir: string, operator: Operator): void {
  const file = join(dataDir, endpointsFile);
  writeFileSync(file, JSON.stringify(operator, null, 2), { mode: 0o600 });
}
