import { logFault } from '#functions/fault.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import type { Stored } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { forgetRefused, keepRefused } from '#functions/http/refused-form.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { DraftKey, DraftStore } from '#functions/store/draft-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { alarmingWords } from '#functions/store/tables.ts';
import { type CommuneMonth, loadCommuneMonth } from '#functions/web/reports/commune-month.ts';
import { storeInTime } from '#functions/web/reports/store-in-time.ts';
import { storeReport } from '#functions/web/reports/store-report.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatInstant } from '#shared/language/format.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, monthAt, parseMonth } from '#shared/period.ts';
import { draftExpiry } from '#shared/reports/draft.ts';
import { type GridRow, isBlankRow, readGrid, reportOfRow, rowField, typedGrid } from '#shared/reports/grid.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { Revision } from '#shared/reports/report.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import { typedMembers } from '#shared/reports/to-typed.ts';
import { type CellsPage, cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { GridPage } from '#web/reports/grid-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'append'>;
  readonly drafts: Pick<DraftStore, 'find' | 'save' | 'remove'>;
}

type Page = Omit<Parameters<typeof GridPage>[0], 'context'>;

/** The result of one row. */
type Outcome = { readonly row: GridRow } & (
  | { readonly kind: 'blank' | 'failed' }
  | ({ readonly kind: 'stored'; readonly revision: Revision } & Stored)
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
);

/** The rows that came back with mistakes, of one commune's month. */
const draftOf = ({ viewer }: SignedIn, { unit, month }: CommuneMonth): DraftKey => ({
  user: viewer.user,
  form: `grid_${unit.id}_${month}`,
});

/** Shows a grid of the cells whose regular meeting is not reported yet, blank but for what came back with mistakes. */
export const showGrid: Action<Deps> = async (request, deps) => {
  const grid = await loadCommuneMonth(request, request.params['month'], deps);
  if (!grid) return problem('not-found', request.lang);
  const { unit, month, closed } = grid;
  if (closed) return seeOther(pathTo('/months/{month}', { month }, { unit: unit.id }));
  const [open, draft] = await Promise.all([
    openRows(grid, deps),
    deps.drafts.find(draftOf(request, grid), request.now),
  ]);
  const { page, rows } = pageOf(open, grid, request);
  if (!draft) return show(200, grid, rows, { page });
  const kept = rowsByCell(readGrid(draft.typed));
  const notice = formTexts[request.lang].saved(formatInstant(draft.savedAt), formatInstant(draftExpiry(draft.savedAt)));
  const commonDate = draft.typed['commonDate'] ?? '';
  return show(
    200,
    grid,
    rows.map((row) => kept.get(row.cell) ?? row),
    { page, commonDate, notice },
  );
};

/** The open rows of the page that is asked for. */
function pageOf(open: readonly GridRow[], { cells }: CommuneMonth, { query }: SignedIn) {
  const rows = rowsByCell(open);
  const page = cellsPage(cells, query, cellsAPage.grid, ({ id }) => rows.has(id));
  return { page, rows: page.cells.flatMap(({ id }) => rows.get(id) ?? []) };
}

function rowsByCell(rows: readonly GridRow[]): Rows {
  return new Map(rows.map((row) => [row.cell, row]));
}

/** Stores each correct row as its own report. Other rows come back as typed. */
export const submitGrid: Action<Deps> = async (request, deps) => {
  const { csrf, ...typed } = request.body;
  const t = gridTexts[request.lang];
  const commonDate = typed['commonDate'] ?? '';
  const rows = readGrid(typed);
  try {
    const grid = await loadCommuneMonth(request, request.params['month'], deps);
    if (!grid) return problem('not-found', request.lang);
    if (request.unread.length > 0) return show(422, grid, rows, { commonDate, errors: request.unread });
    const outcomes = await storeInTime<GridRow, Outcome>(
      rows,
      request.route,
      (row) => storeRow(row, commonDate, grid, request, deps),
      (row) => ({ row, kind: isBlankRow(row) ? 'blank' : 'failed' }),
    );
    const stored = outcomes.flatMap((each) => (each.kind === 'stored' ? [each] : []));
    const audit = await request.owing.pay(stored);

    const left = outcomes.filter(({ kind }) => kind !== 'stored');
    const { page, shown, others } = await aroundRows(left, rows, grid, request, deps);
    const errors = left.flatMap((each, at) =>
      each.kind === 'refused' ? each.errors.map((error) => ({ ...error, field: rowField(at, error.field) })) : [],
    );
    const failed = left.filter(({ kind }) => kind === 'failed').length;
    const draft = draftOf(request, grid);
    const refused = left.flatMap(({ kind, row }) => (kind === 'refused' ? [row] : []));
    const wrong = [...others, ...refused].map(({ cell, typed }) => ({ cell, typed: { ...typed, cell } }));
    if (failed === 0 && wrong.length > 0) {
      await keepRefused(request, draft, { typed: { ...typedGrid(wrong), commonDate }, baseRevision: 0 }, deps);
    } else if (failed === 0) await forgetRefused(request, draft, deps);
    const answer = show(failed > 0 ? 503 : errors.length > 0 ? 422 : 200, grid, shown, {
      ...(page && { page }),
      commonDate,
      errors,
      saved: stored.map(({ row, revision }) => ({
        id: revision.id,
        name: nameOf(row.cell, grid),
        receipt: receiptOf(revision),
      })),
      ...(failed > 0 && { notice: t.notStored(failed) }),
      ...(stored.length + errors.length + failed === 0 && { notice: t.nothing }),
    });
    return { ...answer, audit, isDraft: true };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logFault(alarmingWords.unavailable, request.route, error);
    return showBare(request, rows, commonDate);
  }
};

/**
 * What stands around the rows of a form that was sent: those that were not stored, then those that have moved up in their
 * place; and rows of other pages that came back with mistakes. A commune whose rows all stand on one page has neither.
 */
async function aroundRows(
  left: readonly Outcome[],
  sent: readonly GridRow[],
  grid: CommuneMonth,
  request: SignedIn,
  deps: Deps,
): Promise<{ page?: CellsPage; shown: readonly GridRow[]; others: readonly GridRow[] }> {
  const rows = left.map(({ row }) => row);
  if (grid.cells.length <= cellsAPage.grid) return { shown: rows, others: [] };
  const [open, kept] = await Promise.all([openRows(grid, deps), deps.drafts.find(draftOf(request, grid), request.now)]);
  const [leftBy, sentBy, openBy] = [rows, sent, open].map(rowsByCell) as [Rows, Rows, Rows];
  const { page, rows: next } = pageOf(open, grid, request);
  return {
    page,
    shown: [...rows, ...next.filter(({ cell }) => !leftBy.has(cell))],
    others: readGrid(kept?.typed ?? {}).filter(
      (row) => !sentBy.has(row.cell) && openBy.has(row.cell) && !isBlankRow(row),
    ),
  };
}

type Rows = ReadonlyMap<UnitId, GridRow>;

async function storeRow(
  row: GridRow,
  commonDate: string,
  grid: CommuneMonth,
  request: SignedIn,
  deps: Pick<Deps, 'reports'>,
): Promise<Outcome> {
  const { district, month, closed, cells } = grid;
  if (isBlankRow(row)) return { row, kind: 'blank' };
  const refuse = (...errors: readonly FieldError[]): Outcome => ({ row, kind: 'refused', errors });
  if (!cells.some(({ id }) => id === row.cell)) return refuse({ field: 'date', code: 'unknown-unit' });
  if (closed) return refuse({ field: 'date', code: 'month-closed' });
  const parsed = parseReport(reportOfRow(row, commonDate), {
    today: dayAt(request.now),
    month,
    norms: (each) => findRegime(each, district.choices),
  });
  if (!parsed.ok) return refuse(...parsed.errors);
  const stored = await storeReport({ report: parsed.report, base: 0 }, grid, request, deps);
  return stored ? { row, ...stored, kind: 'stored' } : refuse({ field: 'date', code: 'already-reported' });
}

/** Makes a row for each cell without a regular report, with the members from its last report. */
async function openRows({ unit, month, cells }: CommuneMonth, { reports }: Pick<Deps, 'reports'>): Promise<GridRow[]> {
  const [current, before] = await Promise.all([
    reports.newestOfMonth(unit.id, month),
    reports.newestOfMonth(unit.id, addMonths(month, -1)),
  ]);
  const reported = new Set(current.filter(({ report }) => report.kind === 'regular').map(({ report }) => report.cell));
  const last = new Map(before.map(({ report }) => [report.cell, report]));
  return cells
    .filter(({ id }) => !reported.has(id))
    .map(({ id }) => {
      const members = last.get(id);
      return { cell: id, typed: members ? typedMembers(members) : {} };
    });
}

function nameOf(cell: UnitId, { cells }: Pick<CommuneMonth, 'cells'>): string {
  const found = cells.find(({ id }) => id === cell);
  return found ? fullName(found) : cell;
}

interface Shown extends Partial<Pick<Page, 'errors' | 'saved' | 'notice' | 'page'>> {
  readonly commonDate?: string;
}

function show(
  status: 200 | 422 | 503,
  grid: Pick<CommuneMonth, 'unit' | 'month' | 'cells'>,
  rows: readonly GridRow[],
  { commonDate = '', errors = [], ...rest }: Shown,
): Answer {
  const typed: Typed = { ...typedGrid(rows), commonDate };
  return {
    status,
    page: (context) => (
      <GridPage
        context={context}
        unit={{ id: grid.unit.id, name: fullName(grid.unit) }}
        month={grid.month}
        cells={rows.map(({ cell }) => ({ id: cell, name: nameOf(cell, grid) }))}
        stands={grid.cells.length > 0}
        typed={typed}
        errors={errors}
        {...rest}
      />
    ),
  };
}

/** Shows the grid as typed when nothing can be loaded. Cells are then named by their ids. */
function showBare(
  { params, query, viewer, now, lang }: SignedIn,
  rows: readonly GridRow[],
  commonDate: string,
): Answer {
  const id = query['unit'] ?? viewer.unit;
  const month = parseMonth(params['month'] ?? '') ?? monthAt(now);
  const unit: Unit = { id, name: id, kind: '', level: 'commune', from: month };
  return show(503, { unit, month, cells: [] }, rows, { commonDate, notice: formTexts[lang].unavailable });
}
