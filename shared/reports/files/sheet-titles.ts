import { findHead } from '#shared/input/lists/head-row.ts';
import type { ListFile, ListSheet } from '#shared/input/lists/list-file.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { reportColumns } from '#shared/reports/files/report-columns.ts';
import { sameName, splitCommune } from '#shared/units/lists/unit-names.ts';
import { isUnitId, type Unit } from '#shared/units/units.ts';

/** By what a template of ours is known: it stands in its first, hidden row. */
export const TEMPLATE = 'so-chi-bo bao-cao';
/** Of the columns of a template. An older one is read by its heads, as any other sheet. */
export const TEMPLATE_VERSION = 1;

/** Why a file is not read for a commune's month. */
export type SheetRefusal = 'no-head' | 'other-month' | 'other-commune' | 'newer-template';

interface Asked {
  readonly month: Month;
  readonly commune: Unit;
}

/** The sheets of a file that are of a commune's month, as far as their names and titles say; or why there are none. */
export function sheetsOf(
  file: ListFile,
  asked: Asked,
): ListFile | { readonly refused: SheetRefusal; readonly said: string } {
  const tables = file.sheets.filter((sheet) => !sheet.isHidden && findHead(sheet, reportColumns.words, 'name'));
  if (tables.length === 0) return { refused: 'no-head', said: '' };
  const refused = tables.map((sheet) => refusalOf(sheet, asked));
  const sheets = tables.filter((_, at) => refused[at] === undefined);
  return sheets.length > 0 ? { ...file, sheets } : (refused[0] as { refused: SheetRefusal; said: string });
}

function refusalOf(sheet: ListSheet, { month, commune }: Asked) {
  const titles = titlesOf(sheet);
  const stamp = titles.map((title) => stampOf(title)).find((each) => each !== undefined);
  if (stamp && stamp.version > TEMPLATE_VERSION)
    return { refused: 'newer-template' as const, said: `${stamp.version}` };
  const named = stamp?.month ?? monthOf(titles.join('\n'), month) ?? monthOfName(sheet.name, month);
  if (named && named !== month) return { refused: 'other-month' as const, said: named };
  if (stamp) return stamp.unit === commune.id ? undefined : { refused: 'other-commune' as const, said: stamp.unit };
  const communes = titles.filter((title) => /^(đảng|dang|bch|ban chấp hành|ban chap hanh)/i.test(title));
  const others = communes.flatMap((title) => splitCommune(title) ?? []);
  const isOwn = others.length === 0 || others.some(({ name }) => sameName(name) === sameName(commune.name));
  return isOwn ? undefined : { refused: 'other-commune' as const, said: communes[0] ?? '' };
}

function stampOf(title: string) {
  const [, version, month = '', unit = ''] = /^so-chi-bo bao-cao (\d+) (\S+) (\S+)$/.exec(title) ?? [];
  return version ? { version: Number(version), month: parseMonth(month), unit: isUnitId(unit) ? unit : '' } : undefined;
}

/** What stands above the head. */
function titlesOf(sheet: ListSheet): string[] {
  const head = findHead(sheet, reportColumns.words, 'name')?.row ?? 0;
  const above = sheet.rows.filter(({ number }) => number < head);
  return above.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.text ? [cell.text] : [])));
}

/** The month of the title, and not of the day on which it was signed. Without a year it is of the year that is asked. */
function monthOf(titles: string, near: Month): Month | undefined {
  const text = withoutMarks(titles).toLowerCase();
  const [, month = '', year] = /(?<!ngay[ .…_]*\d{0,2} )thang (\d{1,2})(?: ?(?:[/.-]|nam) ?(\d{4}))?/.exec(text) ?? [];
  return month === '' ? undefined : parseMonth(`${year ?? near.slice(0, 4)}-${month.padStart(2, '0')}`);
}

/** `T11`, `Tháng 11`, `11-2026`. */
function monthOfName(name: string, near: Month): Month | undefined {
  const text = withoutMarks(name).toLowerCase().trim();
  const [, month = '', year] = /^(?:t|th|thang)[ .]?(\d{1,2})(?:[ ./_-]+(\d{4}))?$/.exec(text) ?? [];
  const [, only = '', full] = /^(\d{1,2})[ ./_-](\d{4})$/.exec(text) ?? [];
  const number = month || only;
  return number === '' ? undefined : parseMonth(`${year ?? full ?? near.slice(0, 4)}-${number.padStart(2, '0')}`);
}
