import { canonical } from '#shared/digest.ts';
import { folded, type Head } from '#shared/input/lists/head-row.ts';
import type { ListFile } from '#shared/input/lists/list-file.ts';
import { hasMonthFirst, type MonthFault, readListMonth } from '#shared/input/lists/list-month.ts';
import { type ListRecord, type ReadList, readList } from '#shared/input/lists/read-list.ts';
import { type Month, parseTypedMonth } from '#shared/period.ts';
import { correctedUnit } from '#shared/units/corrected-unit.ts';
import type { ListedUnit, ListFault, ListNote, UnitList, UnitListFault } from '#shared/units/lists/listed-unit.ts';
import { freeId, hasEnded, levelOf, type PlaceOptions, placeOf } from '#shared/units/lists/place-of.ts';
import { unitColumns } from '#shared/units/lists/unit-columns.ts';
import { nearName, sameName, splitCell, splitCommune, typeIn, typeOf } from '#shared/units/lists/unit-names.ts';
import { communeOf, fullName, isUnitId, isWithin, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

export interface UnitListOptions extends PlaceOptions {
  /** The month from which a new unit stands whose row names none. */
  readonly from?: Month;
}

/**
 * Reads a list of units as people have them: with ids, or with names alone, under the commune that a column, a group
 * row, the title or the reader's choice names. A unit that there is already is found by its name.
 */
export function readUnitList(file: ListFile, options: UnitListOptions): UnitList {
  const list = readList(file, unitColumns);
  const reader = new UnitReader(list, options, titlesOf(file, list.sheets));
  for (const record of list.records) reader.read(record);
  return {
    list,
    ...(file.encoding && { encoding: file.encoding }),
    listed: reader.listed,
    groups: reader.groups,
    faults: reader.faults,
    notes: [...reader.notes, ...nearNotes(reader.listed, options)],
  };
}

/** What stands above the heads: a sheet without a title belongs to what the others say. */
function titlesOf(file: ListFile, sheets: UnitList['list']['sheets']): readonly string[] {
  return file.sheets.flatMap(({ rows }, at) => {
    const head = sheets[at]?.head?.row ?? 0;
    return rows.filter(({ number }) => number < head).flatMap(({ cells }) => cells.flatMap((cell) => cell?.text || []));
  });
}

/** A commune with its cells is one item of the table (400 KB), with the longest of names and ids. */
const MOST_UNITS = 400;
const LONGEST_NAME = 150;

class UnitReader {
  readonly listed: ListedUnit[] = [];
  readonly groups = new Map<UnitId, number>();
  readonly faults: ListFault[] = [];
  readonly notes: ListNote[] = [];
  private readonly known: ReadonlyMap<UnitId, Unit>;
  /** Units that have not ended, by every name that they have had; the newest comes first. */
  private readonly standing: ReadonlyMap<string, Unit>;
  /** What the file has named, by id and by name. */
  private readonly seen = new Map<string, ListedUnit>();
  /** How many units each commune has. */
  private readonly sizes: Map<UnitId, number>;
  /** Units that the file names by id. */
  private readonly named: ReadonlySet<UnitId>;
  /** Sheets that say when a cell was founded, which may be before the directory begins. */
  private readonly founded: ReadonlySet<string>;
  private readonly monthFirst: ReadonlyMap<string, boolean>;

  private readonly options: UnitListOptions;
  private readonly titles: readonly string[];

  constructor({ records, sheets }: ReadList, options: UnitListOptions, titles: readonly string[]) {
    this.options = options;
    this.titles = titles;
    this.founded = new Set(sheets.filter(({ head }) => head && isFounding(head)).map(({ name }) => name));
    this.known = new Map(options.known.map((unit) => [unit.id, unit]));
    this.standing = namesOf(options.known.filter((unit) => !hasEnded(unit, options)));
    this.sizes = new Map(
      [...Map.groupBy(options.known, ({ id }) => communeOf(id))].map(([id, all]) => [id, all.length]),
    );
    this.named = new Set(records.flatMap((record) => record.cell('id')?.text ?? []));
    const columns = [...Map.groupBy(records, ({ sheet }) => sheet)].flatMap(([sheet, own]) =>
      ['from', 'to'].map((field) => [`${sheet} ${field}`, hasMonthFirst(own.map((each) => each.cell(field)))] as const),
    );
    this.monthFirst = new Map(columns);
  }

  read(record: ListRecord): void {
    const before = this.faults.length;
    this.noteCells(record);
    const name = record.cell('name')?.text ?? '';
    if (name === '') this.fault(record, 'name', 'no-name');
    if (name.length > LONGEST_NAME || (record.cell('kind')?.text.length ?? 0) > LONGEST_NAME) {
      this.fault(record, 'name', 'too-long', name.slice(0, 40));
    }
    const idText = record.cell('id')?.text ?? '';
    const months = { from: this.month(record, 'from'), to: this.month(record, 'to') };
    if (idText !== '') this.readNamed(record, idText, name, months, before);
    else if (name !== '') this.readUnnamed(record, name, months, before);
  }

  /** A row with an id says all there is to say of its unit. */
  private readNamed(record: ListRecord, id: string, name: string, months: Months, before: number): void {
    const stored = this.known.get(id);
    const level = levelOf(record.cell('level')?.text ?? '', id, name);
    const { district } = this.options;
    if (!isUnitId(id)) this.fault(record, 'id', 'bad-id', id);
    else if (district !== undefined && !isWithin(id, district)) this.fault(record, 'id', 'elsewhere');
    else if (level && id.split('.').length !== depthOf[level]) this.fault(record, 'id', 'wrong-place', id);
    else if (parentOf(id) !== undefined && !this.isNamed(parentOf(id) as UnitId)) {
      this.fault(record, 'id', 'no-parent', parentOf(id));
    }
    if (!level) this.fault(record, 'level', 'no-level', record.cell('level')?.text);
    const kind = record.cell('kind')?.text;
    const asked = level === 'cell' ? (kind === undefined && !stored?.kind ? splitCell(name) : undefined) : undefined;
    const type = level === 'cell' ? this.type(record, name, stored) : undefined;
    const from = months.from ?? (record.cell('from') === undefined ? stored?.from : undefined);
    if (!from && record.cell('from') === undefined) this.fault(record, 'from', 'no-from');
    const group = this.group(record, level);
    if (this.seen.has(id)) this.fault(record, 'id', 'id-twice', id);
    if (this.faults.length > before || !level || !from) return;
    this.enter(
      record,
      { id, name, kind: kind ?? stored?.kind ?? '', ...asked, level, ...(type && { type }), from, ...toOf(months) },
      group,
    );
  }

  private readUnnamed(record: ListRecord, name: string, months: Months, before: number): void {
    const asCommune =
      levelOf(record.cell('level')?.text ?? '', undefined, name) === 'commune' ? splitCommune(name) : undefined;
    const { kind, name: own } = asCommune ?? splitCell(name);
    const place = placeOf(record, asCommune !== undefined, this.titles, this.options);
    if ('code' in place) {
      this.fault(record, place.field, place.code, place.said);
      return;
    }
    if (place.fromTitle && !this.notes.some(({ code }) => code === 'from-title')) {
      this.note(record, 'name', 'from-title', name, place.fromTitle);
    }
    const guessed = asCommune ? undefined : this.knownOf(place.parent, { kind, name: own }, record.cell('type')?.text);
    const type = asCommune ? undefined : this.type(record, name, guessed);
    const group = this.group(record, asCommune ? 'commune' : 'cell');
    if (this.faults.length > before) return;
    const stored = asCommune ? this.knownCommune(place.parent, own) : guessed;
    const twin = this.seen.get(keyOf(place.parent, { kind, name: own })) ?? this.seen.get(stored?.id ?? '');
    const from = months.from ?? stored?.from ?? this.options.from;
    if (!from) {
      this.fault(record, 'from', 'no-from');
      return;
    }
    if (twin) {
      const agrees =
        (!type || twin.unit.type === type) &&
        (!months.from || stored || twin.unit.from === months.from) &&
        twin.unit.to === months.to;
      if (agrees) this.note(record, 'name', 'twice', name, twin.address('name'));
      else this.fault(record, 'name', 'differs', twin.address('name'));
      return;
    }
    if (stored) {
      const isRenamed = !asCommune && sameName(stored.name) !== sameName(own);
      if (isRenamed) this.note(record, 'name', 'renamed', name, fullName(stored));
      if (months.from && months.from !== stored.from) this.note(record, 'from', 'kept-from', months.from, stored.from);
      this.enter(record, { ...stored, ...(type && { type }), ...toOf(months) }, group);
      return;
    }
    if (!months.from) this.note(record, 'name', 'dated', name, from);
    const first = this.founded.has(record.sheet) ? this.known.get(place.parent)?.from : undefined;
    const isOlder = first !== undefined && from < first;
    if (isOlder) this.note(record, 'from', 'clamped', from, first);
    const id = this.newId(place.parent, own, kind);
    const kept = {
      id,
      name: own,
      kind,
      level: asCommune ? ('commune' as const) : ('cell' as const),
      ...(type && { type }),
    };
    this.enter(record, { ...kept, from: isOlder ? first : from, ...toOf(months) }, group);
  }

  private enter(record: ListRecord, unit: Unit, group: number | undefined): void {
    const stored = this.known.get(unit.id);
    const same = stored && canonical(correctedUnit(stored, unit)) === canonical(stored);
    const outcome = same ? 'same' : stored ? 'changed' : 'new';
    const entered: ListedUnit = { unit, row: record.row, address: record.address, outcome };
    this.listed.push(entered);
    this.seen.set(unit.id, entered);
    this.seen.set(keyOf(parentOf(unit.id) ?? '', unit), entered);
    const commune = communeOf(unit.id);
    const size = (this.sizes.get(commune) ?? 0) + (stored ? 0 : 1);
    this.sizes.set(commune, size);
    if (size === MOST_UNITS + 1) this.fault(record, 'name', 'too-many', commune);
    if (group !== undefined) this.groups.set(unit.id, group);
  }

  /** The cell of a commune that has this name; by the name alone where the row does not say what kind of place it is. */
  private knownOf(parent: UnitId, of: Pick<Unit, 'kind' | 'name'>, typeText = ''): Unit | undefined {
    const type = typeOf(typeText);
    const byName = this.standing.get(keyOf(parent, { kind: '', name: of.name }));
    return (
      this.standing.get(keyOf(parent, of)) ??
      (of.kind === 'Chi bộ' && (!type || byName?.type === type) ? byName : undefined)
    );
  }

  private knownCommune(parent: UnitId, name: string): Unit | undefined {
    return this.standing.get(keyOf(parent, { kind: '', name }));
  }

  private isNamed(id: UnitId): boolean {
    return this.known.has(id) || this.named.has(id);
  }

  private newId(parent: UnitId, name: string, kind: string): UnitId {
    return freeId(parent, name, kind, (id) => this.isNamed(id) || this.seen.has(id));
  }

  private month(record: ListRecord, field: 'from' | 'to'): Month | undefined {
    const cell = record.cell(field);
    if (cell?.fault) return undefined;
    const read = readListMonth(cell, this.monthFirst.get(`${record.sheet} ${field}`) === true);
    if (read === undefined) return undefined;
    const said = cell?.text || String(cell?.number ?? '');
    if (isFault(read)) {
      this.fault(record, field, read, said);
      return undefined;
    }
    const isPlain = cell?.isDay || parseTypedMonth(said) === read;
    if (!isPlain) this.note(record, field, 'read-month', said, read);
    return read;
  }

  private type(record: ListRecord, name: string, stored: Unit | undefined): Unit['type'] {
    const text = record.cell('type')?.text ?? '';
    const said = text === '' ? undefined : typeOf(text);
    if (said) return said;
    if (text === '' && stored?.type) return stored.type;
    const guessed = text === '' ? [name, ...record.groups.toReversed()].map(typeIn).find(Boolean) : undefined;
    if (guessed) this.note(record, 'name', 'typed', name, guessed);
    else this.fault(record, 'type', 'no-type', text);
    return guessed;
  }

  private group(record: ListRecord, level: Unit['level'] | undefined): number | undefined {
    const cell = record.cell('group');
    if (!cell) return undefined;
    const text = (cell.text || String(cell.number ?? '')).replace(/^(tổ|to)( (công tác|cong tac))?( số| so)? /i, '');
    if (level === 'commune' && /^[1-9]\d?$/.test(text)) return Number(text);
    this.fault(record, 'group', 'bad-group', text);
    return undefined;
  }

  private noteCells(record: ListRecord): void {
    if (record.isHidden) this.note(record, 'name', 'hidden', record.cell('name')?.text ?? '', '');
    for (const field of Object.keys(unitColumns.words)) {
      const cell = record.cell(field);
      if (cell?.fault) this.fault(record, field, cell.fault, cell.text);
      if (cell?.converted) this.note(record, field, cell.converted, cell.raw, cell.text);
    }
  }

  private fault(record: ListRecord, field: string, code: UnitListFault, said = ''): void {
    // A cell that cannot be read is no name and no type either: one mistake is enough to mend.
    if (record.cell(field)?.fault && (code === 'no-name' || code === 'no-type')) return;
    this.faults.push({ address: record.address(field), row: record.row, code, ...(said && { said }) });
  }

  private note(record: ListRecord, field: string, code: ListNote['code'], said: string, other: string): void {
    this.notes.push({ address: record.address(field), row: record.row, code, said, other });
  }
}

interface Months {
  readonly from: Month | undefined;
  readonly to: Month | undefined;
}

const depthOf: Readonly<Record<Unit['level'], number>> = { district: 1, commune: 2, cell: 3 };
const faultWords: ReadonlySet<string> = new Set<MonthFault>(['no-month', 'year-only', 'short-year', 'day-or-month']);
const isFault = (read: Month | MonthFault): read is MonthFault => faultWords.has(read);
const toOf = ({ to }: Months) => (to ? { to } : {});

function isFounding({ columns }: Head): boolean {
  return columns.some(({ field, title }) => field === 'from' && /thanh lap|founded|established/.test(folded(title)));
}

/** A name within a unit; the kind of a cell says which kind of place it is, and may be left out. */
function keyOf(parent: UnitId, unit: Pick<Unit, 'kind' | 'name'>): string {
  return `${parent} ${sameName(fullName(unit).replace(/^chi bộ /i, ''))}`;
}

/** Whole names before names alone, and those of today before older ones. */
function namesOf(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const all = new Map<string, Unit>();
  const add = (unit: Unit, { kind, name }: Pick<Unit, 'kind' | 'name'>) => {
    const key = keyOf(parentOf(unit.id) ?? '', { kind, name });
    if (!all.has(key)) all.set(key, unit);
  };
  for (const unit of units) add(unit, unit);
  for (const unit of units) for (const name of unit.names ?? []) add(unit, name);
  for (const unit of units) add(unit, { kind: '', name: unit.name });
  return all;
}

/** New units whose names are nearly those of others beside them. */
function nearNotes(listed: readonly ListedUnit[], options: UnitListOptions): ListNote[] {
  const standing = options.known.filter((unit) => !hasEnded(unit, options));
  const near = (unit: Unit) => `${parentOf(unit.id)} ${nearName(fullName(unit))}`;
  const others = Map.groupBy([...standing, ...listed.map(({ unit }) => unit)], near);
  return listed
    .filter(({ outcome }) => outcome === 'new')
    .flatMap(({ unit, row, address }) => {
      const other = others.get(near(unit))?.find(({ id }) => id !== unit.id);
      if (!other) return [];
      return [{ address: address('name'), row, code: 'near' as const, said: fullName(unit), other: fullName(other) }];
    });
}
