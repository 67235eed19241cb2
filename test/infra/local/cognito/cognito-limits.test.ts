import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { startCognito, type UserDirectory } from '#infra/local/cognito/cognito.ts';
import { template } from '#test/infra/synthesized.ts';

let folder: string;
let users: UserDirectory;
let UserPoolId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-users-'));
  const stack = new LocalStack(template.toJSON() as Template, localResourceNames('', 'localhost'));
  users = await startCognito(stack, folder, { deliver: () => 'id' });
  UserPoolId = stack.ref('Users');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(operation: string, input: object): Promise<readonly [number, Record<string, unknown>]> {
  const { status, body } = await users.call(operation, { UserPoolId, ...input });
  return [status, body as Record<string, unknown>];
}
const create = (Username: string, attributes: Readonly<Record<string, string>> = {}) =>
  call('AdminCreateUser', {
    ...{ Username, MessageAction: 'SUPPRESS', TemporaryPassword: 'Ban-dau-2026-lan-mot' },
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  });

describe('the local pool refuses what Cognito refuses', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a name of 129 letters', 'a'.repeat(129), {}],
    ['a name with a blank', 'hiep hoa', {}],
    ['an attribute that the template does not declare', 'a1', { 'custom:rank': 'x' }],
    ['a unit of 257 letters', 'a2', { 'custom:unit': 'u'.repeat(257) }],
    ['a group of 9', 'a3', { 'custom:group': '123456789' }],
    ['an address of 2,049', 'a4', { email: 'a'.repeat(2049) }],
  ])('%s', async (_, name, attributes) => {
    const [status, { __type }] = await create(name, attributes);
    expect([status, String(__type).split('#').at(-1)]).toEqual([400, 'InvalidParameterException']);
  });

  it('nothing just within', async () => {
    const attributes = { 'custom:unit': 'u'.repeat(256), 'custom:group': '12345678' };
    expect((await create('a'.repeat(128), attributes))[0]).toBe(200);
  });

  it('a change of what never changes', async () => {
    await create('constant');
    const UserAttributes = [{ Name: 'sub', Value: 'other' }];
    expect((await call('AdminUpdateUserAttributes', { Username: 'constant', UserAttributes }))[0]).toBe(400);
  });
});

it('accounts come sixty at a time', async () => {
  for (let at = 0; at < 61; at += 1) {
    await create(`account-${at}`);
    await call('AdminAddUserToGroup', { Username: `account-${at}`, GroupName: 'cell' });
  }
  const list = (more: object) => call('ListUsersInGroup', { GroupName: 'cell', ...more });
  const [, first] = await list({});
  expect(first['Users']).toHaveLength(60);
  const [, second] = await list({ NextToken: first['NextToken'] });
  expect(second['Users']).toHaveLength(1);
  expect(second['NextToken']).toBeUndefined();
  expect((await list({ Limit: 61 }))[0]).toBe(400);
});
