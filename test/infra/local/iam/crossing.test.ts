import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import { type TransientKind, transientKinds } from '#functions/store/tables.ts';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { makeTables, startDynalite } from '#infra/local/dynamodb/dynamodb.ts';
import { dynamoDbService } from '#infra/local/dynamodb/dynamodb-service.ts';
import { AwsEndpoint } from '#infra/local/iam/aws-endpoint.ts';
import { roleOf } from '#infra/local/iam/policy.ts';
import { template } from '#test/infra/synthesized.ts';

const names = [
  'web',
  'scorecards',
  'directory',
  'guidance',
  'prepare',
  'steering',
  'plan',
  'rollup',
  'remind',
] as const;
type Name = (typeof names)[number];

let aws: AwsEndpoint;
let database: Database;
let folder: string;
const clients = new Map<Name, DynamoDBDocumentClient>();

/** The AWS endpoint with the roles of the synthesized functions, each by its own key, before a database. */
beforeAll(async () => {
  const stack = new LocalStack(template.toJSON() as Template, localResourceNames('', 'localhost'));
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-rights-'));
  database = await startDynalite(folder);
  await makeTables(stack, database.endpoint);
  aws = await AwsEndpoint.start(() => {});
  aws.registerService(dynamoDbService(stack, database));
  for (const { id, properties } of stack.all<{ Role: string }>('AWS::Lambda::Function')) {
    const name = names.find((each) => new RegExp(`^(Functions|Reminders)${each}[0-9A-F]{8}$`).test(id));
    if (!name) continue;
    const { statements } = roleOf(properties.Role, stack);
    aws.registerPrincipal(name, { name, statements, secret: name });
    const credentials = { accessKeyId: name, secretAccessKey: name };
    clients.set(name, documentClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 }));
  }
});
afterAll(async () => {
  await aws.stop();
  await database.stop();
  rmSync(folder, { recursive: true });
});

const Transient = 'Transient';
const key = (pk: string) => ({ pk, sk: 'x' });
const get = (TableName: string, pk: string) => new GetCommand({ TableName, Key: key(pk) });
const getSeveral = (TableName: string, pk: string) =>
  new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [key(pk)] } } });
const put = (TableName: string, pk: string) => new PutCommand({ TableName, Item: key(pk) });
const remove = (TableName: string, pk: string) => new DeleteCommand({ TableName, Key: key(pk) });
const query = (TableName: string, pk: string) =>
  new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } });
type Command =
  | BatchGetCommand
  | BatchWriteCommand
  | DeleteCommand
  | GetCommand
  | PutCommand
  | QueryCommand
  | ScanCommand;

async function outcome(name: Name, command: Command): Promise<string> {
  try {
    await clients.get(name)?.send(command as GetCommand);
    return 'allowed';
  } catch (error) {
    return (error as Error).name;
  }
}

const kinds = Object.keys(transientKinds) as TransientKind[];
/** Who may do what with each kind of what may vanish: get, get several, put, query, delete. */
const rights: Readonly<Record<Name, Readonly<Partial<Record<TransientKind, string>>>>> = {
  web: {
    session: 'gbpqd',
    draft: 'gbpqd',
    guess: 'gbpd',
    pending: 'gbpd',
    device: 'gbp',
    deviceKey: 'gbp',
    recovery: 'gbp',
    tried: 'pq',
    practice: 'gbpqd',
    tokenUse: 'gbp',
    notice: 'b',
  },
  scorecards: { session: 'bpd', tokenUse: 'gbp', notice: 'b' },
  directory: { session: 'gbpqd', draft: 'pqd', device: 'gbp', recovery: 'p', unsubscribe: 'gb', notice: 'b' },
  guidance: { session: 'bpd', draft: 'pqd', notice: 'b' },
  steering: { session: 'bpd', draft: 'pqd', notice: 'b' },
  prepare: { session: 'bpd', draft: 'pqd', guess: 'gbpd', proposals: 'gbpq', practice: 'gbpqd', notice: 'b' },
  plan: {},
  rollup: {},
  remind: { reminded: 'pd', unsubscribe: 'p' },
};
const calls = { g: get, b: getSeveral, p: put, q: query, d: remove } as const;

describe('what may vanish', () => {
  it.each(names)('%s reaches its own kinds, and no other', async (name) => {
    const found: Record<string, string> = {};
    for (const kind of kinds) {
      let may = '';
      for (const [letter, call] of Object.entries(calls)) {
        if ((await outcome(name, call(Transient, `${transientKinds[kind]}a`))) === 'allowed') may += letter;
      }
      if (may) found[kind] = may;
    }
    expect(found).toEqual(rights[name]);
  });

  it.each(names)('%s reaches no kind that nobody declared, and nothing at large', async (name) => {
    const session = key('session#a');
    for (const command of [
      get(Transient, 'session'),
      get(Transient, 'x#session#a'),
      put(Transient, 'other#a'),
      new ScanCommand({ TableName: Transient }),
      new BatchGetCommand({ RequestItems: { [Transient]: { Keys: [session, key('guess#a'), key('other#b')] } } }),
      new BatchWriteCommand({ RequestItems: { [Transient]: [{ PutRequest: { Item: session } }] } }),
    ]) {
      expect(await outcome(name, command)).toBe('AccessDeniedException');
    }
  });
});

describe('records', () => {
  it.each<[Name, string, Command, boolean]>([
    ['web', 'reads a scorecard', query('Scorecards', 'hiep-hoa'), true],
    ['web', 'reads seals of the audit', query('Scorecards', 'audit#hiep-hoa'), false],
    ['scorecards', 'reads a scorecard', get('Scorecards', 'hiep-hoa'), true],
    ['scorecards', 'reads seals of the audit', get('Scorecards', 'audit#hiep-hoa'), false],
    ['scorecards', 'reads what was counted', query('Scorecards', 'hiep-hoa#inputs'), false],
    ['rollup', 'reads a scorecard', get('Scorecards', 'hiep-hoa'), true],
    ['rollup', 'seals the audit', put('Scorecards', 'audit#hiep-hoa'), true],
    ['rollup', 'reads the seals', query('Scorecards', 'audit#hiep-hoa'), false],
    ['remind', 'reads what was reported', query('Meetings', 'hiep-hoa#2026-10'), true],
    ['remind', 'reads the words of it', query('Meetings', 'hiep-hoa#2026-10#text'), false],
    ['remind', 'reads who asked to remove words', query('Meetings', 'hiep-hoa#2026-10#purge'), false],
    ['remind', 'reads the audit', query('Audit', 'hiep-hoa#2026-10-01'), false],
    ['guidance', 'reads a report', query('Meetings', 'hiep-hoa#2026-10'), false],
    ['directory', 'reads a report', get('Meetings', 'hiep-hoa#2026-10'), false],
    ['web', 'removes an entry of the audit', remove('Audit', 'hiep-hoa#2026-10-01'), false],
    ['web', 'removes a revision', remove('Meetings', 'hiep-hoa#2026-10'), false],
  ])('%s %s: %s', async (name, _, command, may) => {
    expect(await outcome(name, command)).toBe(may ? 'allowed' : 'AccessDeniedException');
  });
});
