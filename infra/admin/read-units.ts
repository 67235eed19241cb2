import { BadFile, csvLines } from '#infra/admin/csv-lines.ts';
import type { CsvLine } from '#shared/input/csv-lines.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import { isUnitId, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

const columns = ['id', 'level', 'kind', 'name', 'type', 'from', 'to', 'group'];
const levels = ['district', 'commune', 'cell'] as const;

/** Units, each after its parent, and the working group numbers of communes. */
export interface ReadUnits {
  readonly units: readonly Unit[];
  readonly groups: ReadonlyMap<UnitId, number>;
  /** The line of each unit. */
  readonly lines: ReadonlyMap<UnitId, number>;
}

/**
 * Reads units from a CSV file with the columns `id;level;kind;name;type;from;to;group`: `type` is for cells, `group` is
 * the number of a commune's working group, months are `YYYY-MM`; `to` and `group` may be blank.
 *
 * @param known units that are already entered: new ones may stand under them
 * @throws {BadFile} naming every invalid line
 */
export function readUnits(text: string, known: ReadonlySet<UnitId>): ReadUnits {
  const lines = csvLines(text, columns);
  const listed = new Set([...known, ...lines.map(({ cell }) => cell('id'))]);
  const faults: string[] = [];
  const units: Unit[] = [];
  const groups = new Map<UnitId, number>();
  const numbers = new Map<UnitId, number>();
  for (const line of lines) {
    const wrong = faultsOf(line, listed);
    if (units.some(({ id }) => id === line.cell('id'))) wrong.push('the id stands there twice');
    faults.push(...wrong.map((fault) => `line ${line.number}: ${fault}`));
    if (wrong.length > 0) continue;
    const unit = unitOf(line);
    units.push(unit);
    numbers.set(unit.id, line.number);
    const number = Number(line.cell('group'));
    if (number > 0) groups.set(unit.id, number);
  }
  if (faults.length > 0) throw new BadFile(faults.join('\n'));
  return { units, groups, lines: numbers };
}

function faultsOf({ cell }: CsvLine, listed: ReadonlySet<UnitId>): string[] {
  const faults: string[] = [];
  const [id, level] = [cell('id'), cell('level')];
  const depth = levels.indexOf(level as (typeof levels)[number]);
  if (!isUnitId(id)) faults.push(`"${id}" is no id; write slugs with dots, such as hiep-hoa.thanh-van`);
  else if (depth >= 0 && id.split('.').length !== depth + 1)
    faults.push(`${id} does not stand where a ${level} stands`);
  else if (parentOf(id) !== undefined && !listed.has(parentOf(id) as UnitId))
    faults.push(`there is no ${parentOf(id)}`);
  if (depth < 0) faults.push(`the level is ${levels.join(', ')}, not "${level}"`);
  if (!cell('name')) faults.push('the name is missing');
  if (level === 'cell' && !Object.hasOwn(cellTypes, cell('type'))) {
    faults.push(`the type of a cell is one of ${Object.keys(cellTypes).join(', ')}`);
  }
  if (!parseMonth(cell('from'))) faults.push('from is a month, YYYY-MM');
  if (cell('to') && !parseMonth(cell('to'))) faults.push('to is a month, YYYY-MM, or blank');
  if (cell('group') && !(level === 'commune' && /^[1-9]\d?$/.test(cell('group')))) {
    faults.push('group is the number of a commune’s working group');
  }
  return faults;
}

function unitOf({ cell }: CsvLine): Unit {
  const level = cell('level') as Unit['level'];
  const to = parseMonth(cell('to'));
  return {
    id: cell('id'),
    name: cell('name'),
    kind: cell('kind'),
    level,
    ...(level === 'cell' && { type: cell('type') as CellType }),
    from: cell('from') as Month,
    ...(to && { to }),
  };
}
