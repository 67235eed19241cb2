import type { ListFile } from '#shared/input/lists/list-file.ts';
import { type ListRecord, type ReadList, readList } from '#shared/input/lists/read-list.ts';
import type { DayContext } from '#shared/input/read-day.ts';
import type { Month } from '#shared/period.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { FileRow, Understood } from '#shared/reports/files/file-row.ts';
import { findCell } from '#shared/reports/files/find-cell.ts';
import { inferFigures } from '#shared/reports/files/infer-figures.ts';
import { readFileCell } from '#shared/reports/files/read-file-cell.ts';
import { reportColumns } from '#shared/reports/files/report-columns.ts';
import { type SheetRefusal, sheetsOf } from '#shared/reports/files/sheet-titles.ts';
import type { Members } from '#shared/reports/report.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

export interface FileContext extends DayContext {
  readonly month: Month;
  readonly commune: Unit;
  /** The cells that stand in the month. */
  readonly cells: readonly Unit[];
  /** The members of each cell at its last meeting. */
  readonly last: ReadonlyMap<UnitId, Members>;
}

/** A month's summary as it was understood. */
export interface ReportFile {
  readonly list: ReadList;
  readonly rows: readonly FileRow[];
  /** Names in rows that say nothing of a meeting. */
  readonly blank: readonly string[];
}

/**
 * Reads a commune's summary of a month: the template of ours, or a table as communes make it. Nothing is checked yet
 * that concerns a whole report.
 */
export function readReportFile(
  file: ListFile,
  context: FileContext,
): ReportFile | { readonly refused: SheetRefusal; readonly said: string } {
  const sheets = sheetsOf(file, context);
  if ('refused' in sheets) return sheets;
  const list = readList(sheets, reportColumns);
  const filled = list.records.filter((record) => asked.some((field) => record.cell(field)));
  return {
    list,
    rows: filled.map((record) => readRow(record, columnsOf(list, record), context)),
    blank: list.records.filter((record) => !filled.includes(record)).map((record) => nameIn(record)),
  };
}

/** What a meeting has and a cell without one has not: the members may stand there before. */
const asked = ['date', 'durationMinutes', 'startTime', 'present', 'excused', 'unexcused', 'resolution'];

/** The fields that the sheet of a record has a column for. */
function columnsOf({ sheets }: ReadList, { sheet }: ListRecord): ReadonlySet<string> {
  return new Set(Object.keys(sheets.find(({ name }) => name === sheet)?.head?.at ?? {}));
}

function readRow(record: ListRecord, columns: ReadonlySet<string>, context: FileContext): FileRow {
  const said = nameIn(record);
  const id = record.cell('id')?.text ?? '';
  const found = context.cells.find((cell) => cell.id === id) ?? findCell(said, context.cells);
  const cell = typeof found === 'string' ? undefined : 'cell' in found ? found.cell : found;
  const understood: Understood[] = [];
  const typed: Record<string, string> = {};
  const from: Record<string, string> = {};
  for (const [field, question] of Object.entries(fileFields)) {
    const source = record.cell(field);
    if (!source) continue;
    const address = record.address(field);
    from[field] = address;
    const read = readFileCell(source, question, context);
    if (read) typed[field] = read.typed;
    if (source.fault) understood.push({ field, address, said: source.text, typed: '', why: 'no-value' });
    else if (read && (read.isAsked || read.typed !== read.said)) {
      const why = read.isAsked && { why: 'presumed' as const };
      understood.push({ field, address, said: read.said, typed: read.typed, ...why });
    }
    if (read?.startTime && !record.cell('startTime')) {
      typed['startTime'] = read.startTime;
      understood.push({ field: 'startTime', address, said: read.said, typed: read.startTime, why: 'presumed' });
    }
  }
  const inferred = inferFigures(typed, record, context, {
    last: cell && context.last.get(cell.id),
    columns,
  });
  return {
    row: record.sheet && record.address('name').includes('!') ? `${record.sheet}!${record.row}` : String(record.row),
    said,
    cell: cell?.id ?? '',
    from: { ...from, cell: record.address('name') },
    typed: { kind: 'regular', ...typed, ...inferred.typed },
    understood: [...understood, ...inferred.understood],
    remarks: [record.cell('remarks')?.text ?? ''].filter(Boolean),
  };
}

function nameIn(record: ListRecord): string {
  return record.cell('name')?.text || (record.cell('id')?.text ?? '');
}
