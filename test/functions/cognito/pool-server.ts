import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

interface User {
  readonly Username: string;
  Enabled: boolean;
  UserStatus: string;
  Attributes: Map<string, string>;
  readonly groups: Set<string>;
}

type Input = Readonly<Record<string, string>> & {
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[];
};

/** A user pool on the wire, as large as is asked for. It counts what it is asked, and can lose a request or its answer. */
export async function startPool() {
  const users = new Map<string, User>();
  const state = { requests: 0, lose: 0, after: false };
  const attributesOf = ({ Attributes }: User) => [...Attributes].map(([Name, Value]) => ({ Name, Value }));

  function answer(operation: string, input: Input): object | undefined {
    const { Username = '', GroupName = '' } = input;
    if (operation === 'ListUsersInGroup') {
      const all = [...users.values()].filter(({ groups }) => groups.has(GroupName));
      const from = Number(input['NextToken'] ?? 0);
      const Users = all
        .slice(from, from + 60)
        .map((user) => ({ ...user, groups: undefined, Attributes: attributesOf(user) }));
      return { Users, ...(from + 60 < all.length && { NextToken: String(from + 60) }) };
    }
    if (operation === 'AdminCreateUser') {
      const Attributes = new Map((input.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]));
      users.set(Username, {
        Username,
        Enabled: true,
        UserStatus: 'FORCE_CHANGE_PASSWORD',
        Attributes,
        groups: new Set(),
      });
      return {};
    }
    const user = users.get(Username);
    if (!user) return undefined;
    if (operation === 'AdminGetUser')
      return { ...user, groups: undefined, Attributes: undefined, UserAttributes: attributesOf(user) };
    if (operation === 'AdminListGroupsForUser')
      return { Groups: [...user.groups].map((name) => ({ GroupName: name })) };
    if (operation === 'AdminAddUserToGroup') user.groups.add(GroupName);
    if (operation === 'AdminRemoveUserFromGroup') user.groups.delete(GroupName);
    if (operation === 'AdminDisableUser') user.Enabled = false;
    if (operation === 'AdminSetUserPassword') user.UserStatus = 'FORCE_CHANGE_PASSWORD';
    for (const { Name, Value } of input.UserAttributes ?? []) user.Attributes.set(Name, Value);
    return {};
  }

  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const input = JSON.parse(await text(request)) as Input;
    state.requests += 1;
    const isLost = state.requests === state.lose;
    if (isLost && !state.after) return request.socket.destroy();
    const answered = answer(operation, input);
    if (isLost) return request.socket.destroy();
    response.writeHead(answered ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    return response.end(JSON.stringify(answered ?? { __type: 'UserNotFoundException' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cognito = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  return {
    cognito,
    users,
    /** Counts from now on, and loses the request of that number, or its answer. */
    countFromNow(lose = 0, after = false): void {
      Object.assign(state, { requests: 0, lose, after });
    },
    asked: () => state.requests,
    stop(): void {
      cognito.destroy();
      server.close();
    },
  };
}
