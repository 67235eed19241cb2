import { readFile } from 'node:fs/promises';
import { reconcileAccounts } from '#functions/cognito/listed-accounts.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { enterUnits } from '#functions/store/enter-units.ts';
import { accountDeps } from '#infra/admin/account-deps.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { enterAccounts, previewAccounts } from '#infra/admin/enter-accounts.ts';
import { importUnits } from '#infra/admin/import-units.ts';
import { approveLetIn, askLetIn } from '#infra/admin/let-in.ts';
import { Misuse } from '#infra/admin/misuse.ts';
import { operatorOf, operatorRecord } from '#infra/admin/operator-record.ts';
import { readAccounts } from '#infra/admin/read-accounts.ts';
import { type Renewed, renew } from '#infra/admin/renew.ts';
import { withSecretFile } from '#infra/admin/secret-file.ts';
import { accountSheet, type Slip } from '#infra/admin/sheet/account-sheet.ts';
import { startDistrict } from '#infra/admin/start-district.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';
import { accountName } from '#shared/access/accounts.ts';
import { letInReasons } from '#shared/access/let-in.ts';
import { ONE_TIME_DAYS } from '#shared/access/password.ts';
import { monthAt, parseMonth } from '#shared/period.ts';
import { isUnitId, type Unit } from '#shared/units/units.ts';

/** The options of a command, as they were typed. */
type Options = Readonly<Partial<Record<string, string>>>;

/** What the commands about accounts need of the system. */
function system(outputs: Outputs) {
  const db = documentClient();
  const tables = tablesOf(outputs);
  const now = new Date().toISOString();
  const audit = auditStore(db, tables.audit, Number(outputs['AuditDays']));
  const stores = rollUpStores(db, tables);
  return { ...accountDeps(outputs, db), now, audit, stores, record: operatorRecord(audit, now) };
}

/** Compares the lists of accounts with the whole user pool, and mends them. */
export async function listAccountsOf(outputs: Outputs): Promise<string> {
  const { pool, lists, stores, now } = system(outputs);
  const districts = await stores.directory.districts();
  const { accounts, mended } = await reconcileAccounts(pool, lists, districts, now);
  return `${accounts} accounts of ${districts.length} districts: ${mended} entries of their lists were mended.`;
}

/** Districts whose accounts were entered just now have lists at once. */
async function listNewDistricts({ pool, lists, stores, now }: ReturnType<typeof system>): Promise<void> {
  const districts = await stores.directory.districts();
  const whole = await Promise.all(districts.map((district) => lists.isWhole(district)));
  if (!whole.every(Boolean)) await reconcileAccounts(pool, lists, districts, now);
}

/** Enters a district's first units and its first account. @throws {Misuse} where something lacks */
export async function startDistrictBy(file: string | undefined, options: Options, outputs: Outputs): Promise<string> {
  const { district = '', name, kind, sheet } = options;
  const deps = system(outputs);
  const from = options['from'] === undefined ? monthAt(deps.now) : parseMonth(options['from']);
  if (!isUnitId(district) || district.includes('.') || !sheet || !(file || (name && kind && from))) {
    throw new Misuse(
      'start-district needs --district UNIT, --sheet FILE, and a list of units or --kind and --name; --from is a month YYYY-MM.',
    );
  }
  const { now, stores, record } = deps;
  async function enterOne(unit: Unit): Promise<string> {
    const outcome = await enterUnits({ units: [unit], groups: new Map() }, stores, { at: now, by: operatorOf, record });
    throwIfRefused(outcome);
    return `1 units, ${outcome.changed} of them new or changed.`;
  }
  const said = await handingOut(sheet, outputs, stores.directory, now, (handOut) =>
    startDistrict(district, {
      ...deps,
      handOut,
      enterUnits: async () =>
        file
          ? importUnits(await readFile(file), { preview: false, district }, stores, now, record)
          : enterOne({
              id: district,
              level: 'district',
              kind: kind ?? '',
              name: name ?? '',
              from: from ?? monthAt(now),
            }),
    }),
  );
  await listNewDistricts(deps);
  return said;
}

/** Gives accounts that wait for their first password another one-time password. */
export async function renewBy({ unit, user, sheet }: Options, outputs: Outputs): Promise<string> {
  const which: Renewed | undefined = user ? { user: accountName(user) } : unit && isUnitId(unit) ? { unit } : undefined;
  if (!which || (user && unit) || !sheet) throw new Misuse('renew needs --user NAME or --unit ID, and --sheet FILE.');
  const deps = system(outputs);
  return handingOut(sheet, outputs, deps.stores.directory, deps.now, (handOut) => renew(which, { ...deps, handOut }));
}

/** Who else could help is asked of the pool itself: a list may be behind what was done there. */
function truly(deps: ReturnType<typeof system>) {
  return { ...deps, accounts: { ...deps.accounts, within: deps.pool.within } };
}

/** Lets a district's account that nobody there can help in again, on the word of two people. */
export async function letInBy(options: Options, outputs: Outputs): Promise<string> {
  const { user, sheet, 'ask-as': asker, 'approve-as': approver } = options;
  const reason = letInReasons.find((each) => each === options['reason']);
  if (user && asker && reason && !approver) return askLetIn(accountName(user), reason, asker, truly(system(outputs)));
  if (!user || !approver || asker || !sheet) {
    throw new Misuse(
      `let-in needs --user NAME, and --ask-as NAME with --reason ${letInReasons.join('|')}, or --approve-as NAME with --sheet FILE.`,
    );
  }
  const deps = truly(system(outputs));
  return handingOut(sheet, outputs, deps.stores.directory, deps.now, (handOut) =>
    approveLetIn(accountName(user), approver, deps.now, { ...deps, handOut }),
  );
}

/** Enters accounts from a list; with a sheet, those without a password get one that stands there alone. */
export async function importUsers(file: string, outputs: Outputs, preview: boolean, sheet?: string): Promise<string> {
  const deps = system(outputs);
  const lines = readAccounts(await readFile(file), await unitsOf(deps.stores.directory), sheet !== undefined);
  if (preview) return [...(await previewAccounts(lines, deps)), 'Nothing was entered.'].join('\n');
  const enter = async (handOut?: HandOut) => {
    const said = await enterAccounts(lines, { ...deps, ...(handOut && { handOut }) });
    await listNewDistricts(deps);
    return [...said, `${lines.length} accounts; each new one chooses a password at the first sign-in.`].join('\n');
  };
  return sheet ? handingOut(sheet, outputs, deps.stores.directory, deps.now, enter) : enter();
}

type HandOut = (slips: readonly Slip[]) => Promise<void>;

/** Does something whose one-time passwords are printed, and says what becomes of the sheet. */
async function handingOut(
  path: string,
  outputs: Outputs,
  directory: DirectoryStore,
  at: string,
  use: (handOut: HandOut) => Promise<string>,
): Promise<string> {
  let count = 0;
  const said = await withSecretFile(path, (write) =>
    use(async (slips) => {
      count = slips.length;
      await write(accountSheet(slips, { url: outputs['Url'] ?? '', units: await unitsOf(directory), at }));
    }),
  );
  if (count === 0) return said;
  return `${said}\n${path}: ${count} one-time passwords for ${ONE_TIME_DAYS} days; nothing else has them. Print it, cut it, hand the slips over, and destroy the file: shred -u ${path}`;
}

async function unitsOf(directory: DirectoryStore): Promise<readonly Unit[]> {
  const districts = await directory.districts();
  return (await Promise.all(districts.map((district) => directory.subtree(district)))).flat();
}
