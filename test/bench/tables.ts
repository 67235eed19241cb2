import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { documentClient } from '#functions/store/db.ts';
import { tableNamesBy } from '#functions/store/tables.ts';
import type { Fillable } from '#infra/demo/demo-db.ts';
import { readAssembly } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import { startDatabase } from '#infra/local/dynamodb/dynamodb.ts';

/** What they are called here: as in the stack. */
export const tableIds = tableNamesBy(({ id }) => id);

/** The assembly's tables, empty, in a database of their own. */
export async function emptyTables(): Promise<Fillable & { stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  const stack = new LocalStack(readAssembly(resolve('cdk.out')).template, localResourceNames('', ''));
  const database = await startDatabase(stack, dir);
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const db = documentClient({ endpoint: database.endpoint, region, credentials });
  return {
    db,
    fill: database.fill,
    async stop() {
      db.destroy();
      await database.stop();
      await rm(dir, { recursive: true });
    },
  };
}
