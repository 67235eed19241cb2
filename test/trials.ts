import { spawnSync } from 'node:child_process';

/** What the gate tries in part, by the names that choose it: the numbers are in `test/how-many.ts`. */
const parts: Readonly<Record<string, { readonly file: string; readonly minutes: number }>> = {
  'bad-requests': { file: 'test/system/site/bad-requests.test.ts', minutes: 2 },
  prepare: { file: 'test/system/prepare/every-cell.test.ts', minutes: 12 },
  offline: { file: 'test/system/reports/offline.test.ts', minutes: 1 },
  'sent-alike': { file: 'test/system/site/sent-alike.test.ts', minutes: 8 },
  outbox: { file: 'test/web/client/outbox-of.test.ts', minutes: 1 },
  files: { file: 'test/functions/scorecards/recomputed.test.tsx', minutes: 1 },
  'refresh-month': { file: 'test/functions/rollup/refresh-month.test.ts', minutes: 1 },
  'attacked-accounts': { file: 'test/functions/web/access/throttled.test.ts', minutes: 1 },
  'equal-times': { file: 'test/system/access/equal-times.test.ts', minutes: 11 },
  accounts: { file: 'test/functions/cognito/listed-accounts.test.ts', minutes: 3 },
  losses: { file: 'test/functions/owed/fault-points.test.ts', minutes: 2 },
  reorganise: { file: 'test/infra/admin/reorganise.test.ts', minutes: 4 },
  actions: { file: 'test/shared/actions/effect.test.ts', minutes: 1 },
  mornings: { file: 'test/functions/remind/remind.test.ts', minutes: 1 },
};

/** `npm run trials [-- part…]`: all of what is long by nature, or the parts that are named. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`);

for (const [name, { file, minutes }] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`${name}: about ${minutes} min`);
  const env = { ...process.env, TRIALS: 'yes' };
  const { status } = spawnSync(`vitest run ${file}`, { env, stdio: 'inherit', shell: true });
  if (status !== 0) process.exitCode = 1;
}
