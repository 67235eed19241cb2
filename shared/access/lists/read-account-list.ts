import { type AccountChange, type AccountFault, readChange, roles } from '#shared/access/accounts.ts';
import { accountColumns, roleWords } from '#shared/access/lists/account-columns.ts';
import type { Role } from '#shared/access/routes.ts';
import { folded, type Head } from '#shared/input/lists/head-row.ts';
import type { ListCell, ListFile } from '#shared/input/lists/list-file.ts';
import { type ListRecord, readList } from '#shared/input/lists/read-list.ts';
import { sameName } from '#shared/units/lists/unit-names.ts';
import { communeOf, fullName, type Unit, type UnitId } from '#shared/units/units.ts';

/** A row of a list of accounts. */
export interface AccountRow {
  /** As an editor shows it. */
  readonly number: number;
  readonly address: (field: string) => string;
  readonly change: AccountChange | readonly AccountFault[];
  /** As it stands there: a password is not cleaned. */
  readonly password: string;
  /** Fields whose letters cannot be read, or that are too long for any. */
  readonly unread: readonly string[];
}

/** The fields of a change, as a plain list has them. */
export const accountFields = ['change', 'user', 'role', 'unit', 'group', 'email'] as const;

/**
 * Reads changes to accounts from a list as people have it. A list without a column that says what to do adds accounts;
 * a unit stands there by its id, or by its name where only one is called so; a cell's may have its commune's beside it.
 *
 * @returns `undefined` for what has no head row of such a list, or one that names a column that is read twice: nobody can
 *   tell which counts
 */
export function readAccountList(file: ListFile, units: readonly Unit[]): readonly AccountRow[] | undefined {
  const { sheets, records } = readList(file, accountColumns);
  const heads = sheets.flatMap(({ head }) => head ?? []);
  if (heads.length === 0 || !heads.some(({ at }) => Object.hasOwn(at, 'change') || Object.hasOwn(at, 'role'))) {
    return undefined;
  }
  if (heads.some(namesTwice)) return undefined;
  const known: ReadonlySet<UnitId> = new Set(units.map(({ id }) => id));
  const byName = unitsByName(units);
  const adds = !heads.some(({ at }) => Object.hasOwn(at, 'change'));
  return records.map((record) => {
    const typed = Object.fromEntries(accountFields.map((field) => [field, textOf(record.cell(field))]));
    const role = roleOf(typed['role'] ?? '');
    const named = typed['unit'] ?? '';
    const unit = known.has(named) ? named : unitOf(named, role, byName);
    const group = groupOf(typed['group'] ?? '');
    const change = { ...typed, role, unit, group, ...(adds && { change: 'add' }) };
    return {
      number: record.row,
      address: record.address,
      change: readChange(change, known),
      password: record.cell('password')?.raw.trim() ?? '',
      unread: unreadIn(record),
    };
  });
}

function namesTwice({ columns }: Head): boolean {
  const titles = columns.map(({ title }) => folded(title));
  return columns.some(({ field, title }) => field && titles.indexOf(folded(title)) < titles.lastIndexOf(folded(title)));
}

function unreadIn(record: ListRecord): string[] {
  return Object.keys(accountColumns.words).filter((field) => record.cell(field)?.fault !== undefined);
}

function textOf(cell: ListCell | undefined): string {
  return cell?.number === undefined ? (cell?.text ?? '') : String(cell.number);
}

function roleOf(text: string): string {
  const isWord = (word: string) => sameName(word) === sameName(text);
  return roles.find((role: Role) => role === text.toLowerCase() || roleWords[role].some(isWord)) ?? text;
}

/** @example groupOf('Tổ công tác số 3') //=> '3' */
function groupOf(text: string): string {
  return /^tổ(?: công tác)?(?: số)? (\d+)$/i.exec(text.normalize('NFC'))?.[1] ?? text;
}

const levels: Readonly<Record<string, Unit['level']>> = {
  cell: 'cell',
  commune: 'commune',
  group: 'district',
  district: 'district',
};

/** The units that stand, by level and by each name that they are called. */
function unitsByName(units: readonly Unit[]): ReadonlyMap<string, readonly UnitId[]> {
  const communes = new Map(units.flatMap((each) => (each.level === 'commune' ? [[each.id, fullName(each)]] : [])));
  const named = units.flatMap((unit) => {
    if (unit.to !== undefined) return [];
    const names = [fullName(unit), unit.name];
    // A cell is called by its commune too: “Chi bộ thôn Đoài (xã Đông Lỗ)”.
    const commune = unit.level === 'cell' ? communes.get(communeOf(unit.id)) : undefined;
    const all = commune ? [...names, ...names.map((name) => `${name}, ${commune}`)] : names;
    return [...new Set(all.map((name) => `${unit.level} ${sameName(name)}`))].map((name) => ({ name, id: unit.id }));
  });
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ id }) => id)]));
}

function unitOf(text: string, role: string, byName: ReadonlyMap<string, readonly UnitId[]>): string {
  const [found, ...more] = byName.get(`${levels[role]} ${sameName(text)}`) ?? [];
  return found && more.length === 0 ? found : text;
}
