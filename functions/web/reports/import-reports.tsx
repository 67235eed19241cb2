import { readListFile } from '#functions/files/read-list-file.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import { carriedRows, rowsCarried } from '#functions/web/reports/carried-rows.ts';
import { type CommuneMonth, loadCommuneMonth } from '#functions/web/reports/commune-month.ts';
import { type StoredRows, storeRows } from '#functions/web/reports/store-rows.ts';
import { pathTo } from '#shared/access/routes.ts';
import { fileFaultTexts } from '#shared/input/texts/list-files.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt } from '#shared/period.ts';
import { checkRows } from '#shared/reports/files/check-rows.ts';
import { type ComparedRow, compareStored } from '#shared/reports/files/compare-stored.ts';
import type { FileRow } from '#shared/reports/files/file-row.ts';
import { type ReportFile, readReportFile } from '#shared/reports/files/read-report-file.ts';
import { reportFileTexts, sheetRefusalTexts } from '#shared/reports/files/texts/report-files.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { ImportPage } from '#web/reports/import-page.tsx';

export interface ImportDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'withFreeText' | 'append'>;
}

type Row = ComparedRow<StoredRevision>;

/** More rows than a commune has cells. */
const MOST_ROWS = 400;

/** The page that takes a month's reports as a file. */
export const showImport: Action<ImportDeps> = async (request, deps) => {
  const opened = await open(request, deps);
  return 'status' in opened ? opened : importAnswer(200, request, opened, {});
};

/**
 * Shows what a file says of a commune's month, or sends what was shown. The browser carries the rows in between and is not
 * trusted with them: each is read and checked as the form is.
 */
export const takeReports: Action<ImportDeps> = async (request, deps) => {
  const opened = await open(request, deps);
  if ('status' in opened) return opened;
  const { body, lang } = request;
  if (body['list'] !== undefined) {
    const rows = rowsCarried(body['list']);
    return rows ? confirm(request, opened, rows, deps) : problem('bad-request', lang);
  }
  const file = readListFile(request.file ?? Buffer.from(body['file'] ?? ''));
  const refuse = (says: string) => importAnswer(422, request, opened, { refused: says });
  if (typeof file === 'string') return refuse(fileFaultTexts[lang][file]);
  const [month, today] = [opened.month, dayAt(request.now)];
  const before = await deps.reports.newestOfMonth(opened.unit.id, addMonths(month, -1));
  const last = new Map(before.map(({ report }) => [report.cell, report]));
  const read = readReportFile(file, { month, today, commune: opened.unit, cells: opened.cells, last });
  if ('refused' in read) return refuse(sheetRefusalTexts[lang][read.refused](read.said));
  if (read.rows.length > MOST_ROWS) return refuse(fileFaultTexts[lang]['too-large']);
  const rows = await check(request, opened, read.rows, deps);
  const isWrong = rows.some(({ errors }) => errors.some(({ code }) => code !== 'required'));
  return importAnswer(isWrong ? 422 : 200, request, opened, { rows, file: read });
};

/** Stores every row, or none where something is still asked. */
async function confirm(
  request: SignedIn,
  opened: CommuneMonth,
  rows: readonly FileRow[],
  deps: ImportDeps,
): Promise<Answer> {
  const { unread } = request;
  const checked = await check(request, opened, rows, deps);
  if (unread.length > 0 || checked.some(({ errors }) => errors.length > 0)) {
    const marked = checked.map((row, at) => {
      const own = unread.filter(({ field }) => field.startsWith(`rows[${at}].`));
      const errors = own.map((error) => ({ ...error, field: error.field.replace(/^.*\./, '') }));
      return { ...row, errors: [...errors, ...row.errors] };
    });
    return importAnswer(422, request, opened, { rows: marked });
  }
  const stored = await storeRows(checked, opened, request, deps);
  const left = checked.filter((row) => [...stored.failed, ...stored.stale].includes(row.row));
  const again = left.length > 0 ? await check(request, opened, left, deps, {}) : [];
  const status = stored.failed.length > 0 ? 503 : stored.stale.length > 0 ? 409 : 200;
  return { ...importAnswer(status, request, opened, { rows: again, stored }), audit: stored.audit };
}

/** Reads the rows with their answers, and compares them with what is stored. */
async function check(
  { body, now }: SignedIn,
  { unit, district, month, cells }: CommuneMonth,
  rows: readonly FileRow[],
  { reports }: ImportDeps,
  answers = body,
): Promise<Row[]> {
  const norms = (each: typeof month) => findRegime(each, district.choices);
  const setting = { month, today: dayAt(now), norms };
  const stored = await reports.newestOfMonth(unit.id, month);
  return Promise.all(
    checkRows(rows, answers, { ...setting, cells }).map(async (row): Promise<Row> => {
      const report = row.report ?? row.draft;
      if (!report || row.isSkipped) return { ...row, compared: { kind: 'new' } };
      const compared = compareStored<StoredRevision>(report, row, stored);
      // Nothing is asked of a row that says what is stored already, or that is not to change it.
      if (compared.kind === 'same' || (compared.kind !== 'new' && row.existing === 'keep')) {
        return { ...row, compared, errors: [] };
      }
      if (compared.kind === 'new') return { ...row, compared };
      if (row.existing !== 'replace') {
        return { ...row, compared, errors: [...row.errors, { field: 'existing', code: 'required' }] };
      }
      if (compared.kind === 'other-day') return { ...row, compared };
      // What the file does not say, the texts among it, stays as it is.
      const whole = await reports.withFreeText(compared.stored);
      const filled = Object.entries(row.typed).filter(([, value]) => value.trim() !== '');
      const typed = { ...toTyped(whole.report), ...Object.fromEntries(filled), cell: row.cell };
      const parsed = parseReport(typed, { ...setting, stored: whole.report });
      if (!parsed.ok) return { ...row, compared, errors: parsed.errors };
      return { ...row, compared, errors: [], amended: { report: parsed.report, base: whole.revision } };
    }),
  );
}

async function open(request: SignedIn, deps: ImportDeps): Promise<CommuneMonth | Answer> {
  const opened = await loadCommuneMonth(request, request.query['month'], deps);
  if (!opened) return problem('not-found', request.lang);
  const { unit, month, closed } = opened;
  return closed ? seeOther(pathTo('/months/{month}', { month }, { unit: unit.id })) : opened;
}

interface Said {
  readonly rows?: readonly Row[];
  readonly file?: ReportFile;
  /** Why the file is not read. */
  readonly refused?: string;
  readonly stored?: StoredRows;
}

function importAnswer(
  status: number,
  { lang, body }: SignedIn,
  { unit, month, cells }: CommuneMonth,
  said: Said,
): Answer {
  const { rows = [], refused, stored } = said;
  const list = rows.length > 0 ? carriedRows(rows) : undefined;
  const errors = rows.flatMap(({ row, from, errors: own, typed }) =>
    own.map((error) => ({
      row,
      field: error.field,
      ...(from[error.field] && { cell: from[error.field] }),
      code: error.code,
      detail: mistakeAt(error, lang, typed),
    })),
  );
  const wrong = refused ? [{ field: 'file', detail: refused }] : errors;
  return {
    status,
    json: {
      ...(status >= 400 && { type: 'urn:problem:invalid-reports', title: reportFileTexts[lang].asked, status }),
      month,
      unit: unit.id,
      rows: rows.map(({ row, said: name, cell, typed, understood, isSkipped, compared }) => {
        return { row, said: name, cell, typed, understood, isSkipped, compared: compared.kind };
      }),
      ...(wrong.length > 0 && { errors: wrong }),
      ...(list && { list }),
      ...(stored && { stored: stored.stored, failed: stored.failed, stale: stored.stale }),
    },
    page: (context) => (
      <ImportPage context={context} unit={unit} month={month} cells={cells} typed={body} list={list} {...said} />
    ),
  };
}
