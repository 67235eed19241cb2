import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveDemoPassword } from '#test/system/access/user-pool.ts';
import { admin } from '#test/system/visitor.ts';

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
  await giveDemoPassword(accounts.map(({ user }) => user));
}
