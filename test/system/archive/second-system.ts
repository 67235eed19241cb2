import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startAmazonsDynamoDb } from '#infra/local/dynamodb/amazons-dynamodb.ts';
import { makeTables, startDatabase } from '#infra/local/dynamodb/dynamodb.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';
import { Visitor } from '#test/system/visitor.ts';

/** Starts an empty system on files of another database: Amazon's DynamoDB Local, where there is Java. */
export function startSecondSystem(dataDir: string): Promise<LocalSystem> {
  const hasJava = spawnSync('java', ['-version']).status === 0;
  return startLocalSystem({
    assembly: resolve('cdk.out'),
    dataDir,
    port: 0,
    log: () => undefined,
    database: async (stack, folder) => {
      if (!hasJava) return startDatabase(stack, folder);
      const database = await startAmazonsDynamoDb(join(folder, 'dynamodb-local'));
      await makeTables(stack, database.endpoint);
      return database;
    },
  });
}

/** A visitor of another system than the one under test. */
export class Elsewhere extends Visitor {
  private readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  protected override get site(): string {
    return this.url;
  }
}
