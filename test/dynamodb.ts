import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import { type TableNames, tableNamesBy } from '#functions/store/tables.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import { makeTables } from '#infra/local/dynamodb/dynamodb.ts';

/** The tables of the stack for one suite, all empty. */
export interface TestDatabase extends TableNames {
  readonly db: DynamoDBDocumentClient;
  readonly endpoint: string;
}

export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The suite's tables, on dynalite. */
export function onDynalite(): () => TestDatabase {
  return tablesOn(inject('dynalite'));
}

/**
 * Runs the same tests on dynalite, there also with answers that are cut short, and, where there is Java, on Amazon's own
 * DynamoDB Local.
 */
export function onEachDatabase(tests: (database: () => TestDatabase) => void): void {
  onUncutDatabases(tests);
  describe('on dynalite, answers cut short', () => tests(tablesOn(inject('dynalite'), cutShort)));
}

/** The same with no answer cut but where the databases themselves cut it. */
export function onUncutDatabases(tests: (database: () => TestDatabase) => void): void {
  describe('on dynalite', () => tests(tablesOn(inject('dynalite'))));
  const dynamoDbLocal = inject('dynamoDbLocal');
  describe.runIf(dynamoDbLocal)("on Amazon's DynamoDB Local", () => tests(tablesOn(dynamoDbLocal)));
}

/** All suites share one database, so the names of each one's tables begin otherwise. */
function tablesOn(endpoint: string, change = (_: DynamoDBDocumentClient) => {}): () => TestDatabase {
  let made: TestDatabase | undefined;

  beforeAll(async () => {
    const suite = randomUUID();
    const nameOf = (id: string) => `${suite}-${id}`;
    const { Resources } = inject('tables');
    const own = Object.fromEntries(Object.entries(Resources).map(([id, table]) => [nameOf(id), table]));
    await makeTables(new LocalStack({ Resources: own }, localResourceNames('', '')), endpoint);
    const db = documentClient({ endpoint, region, credentials });
    change(db);
    made = { db, endpoint, ...tableNamesBy(({ id }) => nameOf(id)) };
  });

  afterAll(() => made?.db.destroy());

  return () => {
    if (!made) throw new Error('The tables are there while tests run, not before');
    return made;
  };
}

const PAGE = 2;

/**
 * Cuts answers as DynamoDB may at any time, by their bytes or under load: a query has a page of two items and then another,
 * and of a batch one key is read.
 */
function cutShort({ middlewareStack }: DynamoDBDocumentClient): void {
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { Limit = PAGE, RequestItems } = args.input as Asked;
        if (/^(Query|Scan)Command$/.test(String(commandName))) {
          return next({ ...args, input: { ...args.input, Limit: Math.min(Limit, PAGE) } });
        }
        const [table = '', asked] = Object.entries(RequestItems ?? {})[0] ?? [];
        if (commandName !== 'BatchGetCommand' || !asked || asked.Keys.length < 2) return next(args);
        const [first, ...Keys] = asked.Keys;
        const result = await next({
          ...args,
          input: { ...args.input, RequestItems: { [table]: { ...asked, Keys: [first] } } } as typeof args.input,
        });
        Object.assign(result.output as object, { UnprocessedKeys: { [table]: { ...asked, Keys } } });
        return result;
      },
    { step: 'initialize', priority: 'high' },
  );
}

interface Asked {
  readonly Limit?: number;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly unknown[] }>>;
}
