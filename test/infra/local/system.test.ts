import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import { tablesOf } from '#infra/admin/target.ts';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';

const assembly = resolve('cdk.out');
let dataDir: string;
let lines: string[];
let system: LocalSystem | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'so-chi-bo-local-'));
  lines = [];
});
afterEach(async () => {
  await system?.stop();
  system = undefined;
  rmSync(dataDir, { recursive: true });
});

async function start(editTemplate?: (template: Template) => void): Promise<LocalSystem> {
  system = await startLocalSystem({
    assembly,
    dataDir,
    port: 0,
    log: (line) => lines.push(line),
    ...(editTemplate && { editTemplate }),
  });
  return system;
}

interface PolicyProperties {
  readonly PolicyDocument: { readonly Statement: readonly { Action: string | string[] }[] };
}

/** Takes an action out of every policy whose id begins so. */
function takeAway(template: Template, holder: RegExp, action: string): void {
  let taken = 0;
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !holder.test(id)) continue;
    for (const statement of (Properties as unknown as PolicyProperties).PolicyDocument.Statement) {
      const actions = [statement.Action].flat();
      if (!actions.includes(action)) continue;
      taken += 1;
      statement.Action = actions.filter((each) => each !== action).concat('none:None');
    }
  }
  if (taken === 0) throw new Error(`no policy of ${holder} allows ${action}`);
}

const operatorsDb = ({ operator: { env } }: LocalSystem) =>
  documentClient({
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region: env['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });

describe('rights', () => {
  it('a function does what its synthesized role allows', async () => {
    const { url } = await start();
    const health = await fetch(`${url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('a function whose role lacks a right is refused as AWS would refuse it', async () => {
    const { url } = await start((template) => takeAway(template, /web/, 'dynamodb:Query'));
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(500);
    expect(await health.text()).toContain('Hệ thống gặp lỗi');
    expect(lines.join('\n')).toMatch(
      /AccessDeniedException: User: arn:aws:sts::\d+:assumed-role\/\S+ is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:\S+ because no identity-based policy allows/,
    );
  });

  it('the schedule may not run what its role does not name', async () => {
    const { runSchedules } = await start((template) => takeAway(template, /Scheduler/, 'lambda:InvokeFunction'));
    await runSchedules().catch(() => undefined);
    expect(lines.join('\n')).toMatch(/not authorized to perform: lambda:InvokeFunction/);
  });
});

/** The template in the middle of a rotation: what is sent, and what is accepted. */
function rotate(template: Template, sent: number, accepted: readonly number[]): void {
  const reference = (n: number) => [`{{resolve:secretsmanager:`, { Ref: `OriginSecret${n}` }, ':SecretString:::}}'];
  const parts = accepted.flatMap((n, at) => [...(at > 0 ? [','] : []), ...reference(n)]);
  for (const n of new Set([sent, ...accepted]))
    template.Resources[`OriginSecret${n}`] = { Type: 'AWS::SecretsManager::Secret' };
  for (const { Type, Properties = {} } of Object.values(template.Resources)) {
    const variables = (Properties['Environment'] as { Variables: Record<string, unknown> } | undefined)?.Variables;
    if (Type === 'AWS::Lambda::Function' && variables?.['ORIGIN_SECRET']) {
      variables['ORIGIN_SECRET'] = { 'Fn::Join': ['', parts] };
    }
    if (Type !== 'AWS::CloudFront::Distribution') continue;
    const { Origins } = Properties['DistributionConfig'] as {
      Origins: { OriginCustomHeaders?: { HeaderValue: unknown }[] }[];
    };
    for (const header of Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders)) {
      header.HeaderValue = { 'Fn::Join': ['', reference(sent)] };
    }
  }
}

describe('the origin secret', () => {
  it.each<[string, number, readonly number[], number]>([
    ['when functions accept the next, too', 1, [1, 2], 200],
    ['when the distribution sends the next', 2, [2, 1], 200],
    ['which went before, sent again', 1, [2], 403],
  ])('%s', async (_, sent, accepted, status) => {
    const { url, api } = await start((template) => rotate(template, sent, accepted));
    expect((await fetch(`${url}/health`)).status).toBe(status);
    expect((await fetch(`${api}/health`)).status).toBe(403);
  });
});

describe('the template is what runs', () => {
  it('a route that is taken away is gone', async () => {
    const { url } = await start((template) => {
      for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
        if (Type === 'AWS::ApiGatewayV2::Route' && Properties['RouteKey'] === 'GET /health')
          delete template.Resources[id];
      }
    });
    expect((await fetch(`${url}/health`)).status).toBe(404);
  });

  it('a table with other keys is made with other keys', async () => {
    const running = await start((template) => {
      const { Properties = {} } = template.Resources['Cells'] ?? {};
      Properties['KeySchema'] = [{ AttributeName: 'id', KeyType: 'HASH' }];
      Properties['AttributeDefinitions'] = [{ AttributeName: 'id', AttributeType: 'S' }];
    });
    const db = operatorsDb(running);
    const TableName = tablesOf(running.operator.outputs).cells;
    await db.send(new PutCommand({ TableName, Item: { id: 'one', says: 'so' } }));
    expect((await db.send(new GetCommand({ TableName, Key: { id: 'one' } }))).Item).toEqual({ id: 'one', says: 'so' });
  });
});

describe('what is kept', () => {
  it('a second start finds the data, and only the owner may read the operator’s key', async () => {
    const first = await start();
    const TableName = tablesOf(first.operator.outputs).meetings;
    await operatorsDb(first).send(new PutCommand({ TableName, Item: { pk: 'a', sk: 'b', said: 'once' } }));
    expect(statSync(join(dataDir, 'endpoints.json')).mode & 0o777).toBe(0o600);
    await first.stop();

    const second = await start();
    const found = await operatorsDb(second).send(new GetCommand({ TableName, Key: { pk: 'a', sk: 'b' } }));
    expect(found.Item).toEqual({ pk: 'a', sk: 'b', said: 'once' });
  });

  it('two systems do not share a folder', async () => {
    await start();
    const another = startLocalSystem({ assembly, dataDir, port: 0, log: () => {} });
    await expect(another).rejects.toThrow('is in use by another local system');
  });
});
