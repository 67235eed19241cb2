import { hasWords } from '#shared/language/has-words.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { Board, BoardCell } from '#shared/reports/board.ts';
import { isKind, type Kind } from '#shared/reports/report.ts';
import { compareUnits, fullName, type UnitId } from '#shared/units/units.ts';

/** A form that its author has saved for later. */
export interface SavedForm {
  /** The report that it amends, or the cell, month and kind of a new one. */
  readonly form: string;
  readonly savedAt: Instant;
}

/** A saved form on its cell's row. */
export interface RowDraft extends SavedForm {
  readonly kind: Kind;
  /** Whether it is the next version of a stored report. */
  readonly amends: boolean;
  /** A report of its kind has come since it was saved: sent, it would be one more meeting, so nobody is told to go on. */
  readonly overtaken: boolean;
}

/** A cell's month, as something to be done or done. */
export interface WorkRow extends BoardCell {
  readonly month: Month;
  /** The deadline is over: only then is a report missing. */
  readonly isDue: boolean;
  /** Nothing can be sent any more. */
  readonly closed: boolean;
  /** Each form that is begun: a regular meeting's beside a thematic one's. */
  readonly drafts: readonly RowDraft[];
  /** In how many of the last months its report was late or missing. */
  readonly lateBefore: number;
}

/** What a unit has to do with its reports, the most urgent first, and what is done. */
export interface Work {
  readonly todo: readonly WorkRow[];
  readonly done: readonly WorkRow[];
}

interface Knowledge {
  /** What the reader has saved for later. */
  readonly drafts: readonly SavedForm[];
  readonly lateBefore: ReadonlyMap<UnitId, number>;
}

/**
 * Sorts the rows of some boards by need: returned reports, then the months by their deadlines, in each the forms that are
 * begun, then cells by how often they were late before. Equal ones stand in the order of units.
 */
export function workOf(boards: readonly Board[], { drafts, lateBefore }: Knowledge): Work {
  const rows = boards.flatMap(({ month, isDue, closed, cells }) =>
    cells.map((row): WorkRow => {
      const own = drafts.filter((each) => isOf(each, row.cell.id, month)).map((each) => rowDraft(each, month, row));
      return { ...row, month, isDue, closed, lateBefore: lateBefore.get(row.cell.id) ?? 0, drafts: own };
    }),
  );
  const isOpen = (row: WorkRow) => row.state === 'returned' || isBegun(row) || !row.reports.some(isRegular);
  return {
    todo: rows.filter(isOpen).sort((a, b) => byNeed(a, b) || compareUnits(a.cell, b.cell)),
    done: rows.filter((row) => !isOpen(row)).sort((a, b) => compareUnits(a.cell, b.cell)),
  };
}

/** The rows whose cells' names have words that begin with those that were typed, marks and capitals aside. */
export function findWork({ todo, done }: Work, typed: string): Work {
  const found = ({ cell }: WorkRow) => hasWords(fullName(cell), typed);
  return { todo: todo.filter(found), done: done.filter(found) };
}

function byNeed(a: WorkRow, b: WorkRow): number {
  return (
    Number(b.state === 'returned') - Number(a.state === 'returned') ||
    (a.month < b.month ? -1 : a.month > b.month ? 1 : 0) ||
    Number(isBegun(b)) - Number(isBegun(a)) ||
    b.lateBefore - a.lateBefore
  );
}

const isRegular = ({ kind }: { readonly kind: string }) => kind === 'regular';

function isBegun({ drafts }: WorkRow): boolean {
  return drafts.some(({ overtaken }) => !overtaken);
}

function rowDraft({ form, savedAt }: SavedForm, month: Month, { reports }: BoardCell): RowDraft {
  const [, when = month, named = ''] = form.split('_');
  const kind = isKind(named) ? named : 'regular';
  const amends = when !== month;
  const overtaken = !amends && reports.some((report) => report.kind === kind && report.receivedAt >= savedAt);
  return { form, savedAt, kind, amends, overtaken };
}

/** Both forms of a draft begin with cell and month: `{cell}_2026-11_regular`, `{cell}_2026-11-03_regular`. */
function isOf({ form }: SavedForm, cell: UnitId, month: Month): boolean {
  return form.startsWith(`${cell}_${month}`);
}

/** Some rows of a list that is too long for one page. */
export interface WorkPage extends Work {
  /** How many rows there are on all pages. */
  readonly all: { readonly todo: number; readonly done: number };
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** So many rows fit the first answer of a page with all that stands around them. */
const ROWS_A_PAGE = 60;

/** One page of the rows, those to be done first; the nearest one there is. */
export function workPage({ todo, done }: Work, asked: number): WorkPage {
  const pages = Math.max(1, Math.ceil((todo.length + done.length) / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const [from, to] = [(page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE];
  return {
    todo: todo.slice(from, to),
    done: done.slice(Math.max(0, from - todo.length), Math.max(0, to - todo.length)),
    all: { todo: todo.length, done: done.length },
    page,
    pages,
  };
}
