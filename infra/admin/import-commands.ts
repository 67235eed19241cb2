import { readFile } from 'node:fs/promises';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import { importUsers } from '#infra/admin/account-commands.ts';
import { enterBaseline } from '#infra/admin/enter-baseline.ts';
import { enterShapes } from '#infra/admin/enter-shapes.ts';
import { importUnits } from '#infra/admin/import-units.ts';
import { Misuse } from '#infra/admin/misuse.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { readText } from '#infra/admin/read-text.ts';
import { reasonOf } from '#infra/admin/reason-of.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';
import { parseMonth } from '#shared/period.ts';
import { isUnitId } from '#shared/units/units.ts';

type Options = Readonly<Partial<Record<string, string>>>;
type Import = (file: string, outputs: Outputs, options: Options, preview: boolean) => Promise<string>;

const imports: Readonly<Record<string, Import>> = {
  async units(file, outputs, { commune, from: typed, ...options }, preview) {
    const reason = reasonOf(options['reason']);
    const from = parseMonth(typed ?? '');
    const isRight = (typed === undefined || from) && (commune === undefined || isUnitId(commune));
    if (!isRight) throw new Misuse('--commune is the id of a commune, and --from a month YYYY-MM.');
    const { db, tables, now, record } = reach(outputs);
    const choices = { preview, ...(commune && { commune }), ...(from && { from }), ...(reason && { reason }) };
    return importUnits(await readFile(file), choices, rollUpStores(db, tables), now, record);
  },

  async users(file, outputs, { sheet }, preview) {
    return importUsers(file, outputs, preview, sheet);
  },

  async baseline(file, outputs, { district = '' }) {
    const { db, tables, now, record } = reach(outputs);
    if (!isDistrict(district)) throw new Misuse('import baseline needs --district UNIT, one that was entered.');
    return enterBaseline(district, await readText(file), baselineStore(db, tables.cells), now, record);
  },

  async shapes(file, outputs, { district = '', ...options }) {
    const reason = reasonOf(options['reason']);
    const { db, tables, now, record } = reach(outputs);
    if (!isDistrict(district)) throw new Misuse('import shapes needs --district UNIT, one that was entered.');
    const units = await directoryStore(db, tables.cells).subtree(district);
    const deps = { shapes: shapeStore(db, tables.cells), record };
    const choice = { at: now, ...(reason && { reason }) };
    return enterShapes(district, await readText(file), units, deps, choice);
  },
};

/** `import`: enters what stands in a file. */
export async function importBy(
  words: readonly string[],
  options: Options,
  preview: boolean,
  target: () => Promise<Outputs>,
): Promise<string> {
  const [what = '', file, ...more] = words;
  const enter = Object.hasOwn(imports, what) ? imports[what] : undefined;
  if (!enter || !file || more.length > 0) {
    throw new Misuse('import needs units, users, baseline or shapes, and a file.');
  }
  return enter(file, await target(), options, preview);
}

/** Whether it can be one that was entered: that it was is known by then. */
const isDistrict = (id: string) => isUnitId(id) && !id.includes('.');

function reach(outputs: Outputs) {
  const db = documentClient();
  const tables = tablesOf(outputs);
  const now = new Date().toISOString();
  return { db, tables, now, record: operatorRecord(auditStore(db, tables.audit, Number(outputs['AuditDays'])), now) };
}
