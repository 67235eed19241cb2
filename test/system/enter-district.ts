import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { operator } from '#test/system/operator-db.ts';
import { admin, PASSWORD } from '#test/system/visitor.ts';

const first = 'Ban-dau-2026';

/** An account as the operator enters it; `group` is the number of a working group. */
export interface NewAccount {
  readonly user: string;
  readonly role: string;
  readonly unit: string;
  readonly group?: number;
}

/** Enters a district by the operator's files; each account gets the demo's password. */
export async function enterDistrict(units: string, accounts: readonly NewAccount[]): Promise<void> {
  const lines = accounts.map(({ user, role, unit, group = '' }) => `${user};${role};${unit};${group};${first}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-district-'));
  for (const [what, text] of [
    ['units', units],
    ['users', `user;role;unit;group;password\n${lines.join('')}`],
  ] as const) {
    const file = join(folder, `${what}.csv`);
    await writeFile(file, text);
    await admin('import', what, file);
  }
  await rm(folder, { recursive: true });
  await keepDemoPassword(accounts.map(({ user }) => user));
}

/** The demo's password is none that an owner may choose: the operator sets it, as for the demo's own accounts. */
async function keepDemoPassword(users: readonly string[]): Promise<void> {
  const { env, outputs, access } = operator();
  const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
  const cognito = new CognitoIdentityProviderClient({ ...access, endpoint });
  const UserPoolId = outputs['UserPoolId'] ?? '';
  for (const Username of users) {
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: PASSWORD, Permanent: true }));
  }
}
