import type { ListRecord } from '#shared/input/lists/read-list.ts';
import type { Month } from '#shared/period.ts';
import { plain, sameName, slugOf, splitCommune } from '#shared/units/lists/unit-names.ts';
import { isUnitId, type Unit, type UnitId } from '#shared/units/units.ts';

export interface PlaceOptions {
  /** All units that the file may name, of all times. */
  readonly known: readonly Unit[];
  /** Of today: a list does not mean units that have ended before. */
  readonly month: Month;
  /** The district whose units alone may be named. */
  readonly district?: UnitId;
  /** The commune whose cells a list has that names none. */
  readonly commune?: UnitId;
}

interface Place {
  readonly parent: UnitId;
  /** The title that says so. */
  readonly fromTitle?: string;
}

interface NoPlace {
  readonly field: 'commune' | 'name';
  readonly code: 'no-commune' | 'unknown-commune';
  readonly said?: string;
}

/** Longer ids are not sent to be counted. */
const LONGEST_ID = 128;

const levels: Readonly<Record<string, Unit['level']>> = {
  ...{ district: 'district', huyen: 'district', 'cap huyen': 'district', 'thi xa': 'district' },
  ...{ commune: 'commune', xa: 'commune', 'cap xa': 'commune', 'co so': 'commune', 'dang bo': 'commune' },
  ...{ phuong: 'commune', 'thi tran': 'commune', 'dang bo co so': 'commune', 'dang bo xa': 'commune' },
  ...{ cell: 'cell', 'chi bo': 'cell', 'cap chi bo': 'cell', 'chi bo truc thuoc': 'cell' },
};

/** The level that a column names, an id has, or a name without an id tells. */
export function levelOf(text: string, id: UnitId | undefined, name: string): Unit['level'] | undefined {
  if (text !== '') return Object.hasOwn(levels, plain(text)) ? levels[plain(text)] : undefined;
  if (id !== undefined) return (['district', 'commune', 'cell'] as const)[id.split('.').length - 1];
  return splitCommune(name) ? 'commune' : 'cell';
}

/** Whether a unit has ended before the month of the list. */
export function hasEnded({ to }: Unit, { month }: Pick<PlaceOptions, 'month'>): boolean {
  return to !== undefined && to < month;
}

/** The unit below which a row without an id stands. */
export function placeOf(
  record: ListRecord,
  isCommune: boolean,
  titles: readonly string[],
  options: PlaceOptions,
): Place | NoPlace {
  const { commune } = options;
  const standing = options.known.filter((unit) => !hasEnded(unit, options));
  if (isCommune) {
    const [district, ...more] = standing.filter(({ level }) => level === 'district');
    return district && more.length === 0 ? { parent: district.id } : { field: 'name', code: 'no-commune' };
  }
  const communes = standing.filter(({ level }) => level === 'commune');
  const said = record.cell('commune')?.text ?? '';
  if (said !== '') {
    const [found, ...more] = communes.filter((each) => isCalled(each, said));
    const isSure = found && more.length === 0;
    return isSure ? { parent: found.id } : { field: 'commune', code: 'unknown-commune', said };
  }
  const groups = record.groups.toReversed().filter((group) => splitCommune(group));
  if (groups[0] !== undefined) {
    const [found, ...more] = communes.filter((each) => isCalled(each, groups[0] ?? ''));
    return found && more.length === 0
      ? { parent: found.id }
      : { field: 'name', code: 'unknown-commune', said: groups[0] };
  }
  if (commune !== undefined) return { parent: commune };
  for (const title of titles) {
    if (!/^(đảng (ủy|uỷ|bộ)|dang (uy|bo)|bch|ban chấp hành)/i.test(title)) continue;
    const [found, ...more] = communes.filter((each) => isCalled(each, title));
    if (found && more.length === 0) return { parent: found.id, fromTitle: title };
  }
  return { field: 'name', code: 'no-commune' };
}

/** An id below a unit that is free, made of the name; equal ones are numbered. */
export function freeId(parent: UnitId, name: string, kind: string, isTaken: (id: UnitId) => boolean): UnitId {
  const room = LONGEST_ID - parent.length - 5;
  const slug = slugOf(name, room) || slugOf(kind, room) || 'chi-bo';
  for (let at = 1; ; at += 1) {
    const id = `${parent}.${slug}${at === 1 ? '' : `-${at}`}`;
    if (!isTaken(id)) return id;
  }
}

/** By its id, or its name with its kind or without. */
function isCalled({ id, kind, name }: Unit, text: string): boolean {
  if (isUnitId(text) && text === id) return true;
  const split = splitCommune(text);
  const isName = sameName(split?.name ?? text) === sameName(name);
  return isName && (!split || plain(split.kind) === plain(kind));
}
