import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import { type TableNames, tableNamesBy } from '#functions/store/tables.ts';
import type { Template as LocalTemplate } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { startDatabase } from '#infra/local/dynamodb/dynamodb.ts';
import { Tables } from '#infra/tables.ts';

/** A database of its own for one suite, with the tables of the stack, all empty. */
export interface TestDatabase extends TableNames {
  readonly db: DynamoDBDocumentClient;
  readonly endpoint: string;
}

export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

type Kind = 'dynalite' | 'dynamodb-local';

/** The suite's database, on dynalite. */
export function onDynalite(): () => TestDatabase {
  return setUp('dynalite');
}

/** Runs the same tests on dynalite and, where there is Java, on Amazon's own DynamoDB Local. */
export function onEachDatabase(tests: (database: () => TestDatabase) => void): void {
  describe('on dynalite', () => tests(setUp('dynalite')));

  const hasJava = spawnSync('java', ['-version']).status === 0;
  if (!hasJava) console.log("Skipped: the same tests on Amazon's DynamoDB Local, since there is no Java here.");
  describe.runIf(hasJava)("on Amazon's DynamoDB Local", () => tests(setUp('dynamodb-local')));
}

function setUp(kind: Kind): () => TestDatabase {
  let database: Database | undefined;
  let dir = '';
  let made: TestDatabase | undefined;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-tables-'));
    vi.stubEnv('DYNAMODB', kind);
    database = await startDatabase(tablesOfTheStack(), dir);
    vi.unstubAllEnvs();
    const { endpoint } = database;
    const db = documentClient({ endpoint, region, credentials });
    made = { db, endpoint, ...tableNamesBy(({ id }) => id) };
  }, 60_000);

  afterAll(async () => {
    made?.db.destroy();
    await database?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  return () => {
    if (!made) throw new Error('The database is there while tests run, not before');
    return made;
  };
}

/** The tables as the stack defines them. */
function tablesOfTheStack(): LocalStack {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Test');
  new Tables(stack);
  const template = Template.fromStack(stack).toJSON() as LocalTemplate;
  return new LocalStack(template, localResourceNames('', ''));
}
