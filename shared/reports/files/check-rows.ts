import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { FileRow } from '#shared/reports/files/file-row.ts';
import { typedRows } from '#shared/reports/grid.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import type { Unit } from '#shared/units/units.ts';

/** A row with what was answered about it: a report, or what is still asked. */
export interface CheckedRow extends FileRow {
  readonly report?: Report;
  /** The same where all else stands, with something in place of what is not answered: it is compared, never stored. */
  readonly draft?: Report;
  readonly errors: readonly FieldError[];
  /** It was chosen to leave the row out. */
  readonly isSkipped: boolean;
  /** What was chosen where a report of the meeting, or of the month, is stored already. */
  readonly existing: string;
}

interface CheckContext {
  readonly month: Month;
  readonly today: Day;
  readonly norms: (month: Month) => Regime | undefined;
  /** The cells that stand in the month. */
  readonly cells: readonly Unit[];
}

/** @example commonField('date') //=> 'common.date' */
export function commonField(field: string): string {
  return `common.${field}`;
}

/** The questions without a value in any row: one answer may serve them all. */
export function commonQuestions(rows: readonly FileRow[]): string[] {
  return Object.entries(fileFields).flatMap(([field, { blank }]) =>
    blank === 'refused' &&
    rows.length > 1 &&
    rows.every(({ from }) => from[field] === undefined) &&
    mayBeCommon.has(field)
      ? [field]
      : [],
  );
}

const mayBeCommon = new Set(['date', 'durationMinutes', 'resolution']);

/** In place of an answer that is missing, so that the figures are compared with each other before it is given. */
const standIns = { durationMinutes: '90', resolution: 'none' };

/** Lays the answers of a preview over the rows of a file, and reads each as the form would be read. */
export function checkRows(rows: readonly FileRow[], answers: Typed, context: CheckContext): CheckedRow[] {
  const byRow = typedRows(answers);
  const seen = new Map<string, string>();
  return rows.map((row, at) => {
    const { cell: chosen = '', skip, existing = '', ...own } = byRow.get(at) ?? {};
    const typed: Record<string, string> = { ...row.typed, ...own };
    for (const field of commonQuestions(rows)) typed[field] ||= answers[commonField(field)] ?? '';
    const named = { ...row, typed, cell: chosen || row.cell, isSkipped: skip === 'yes', existing };
    if (named.isSkipped) return { ...named, errors: [] };
    const known = context.cells.some(({ id }) => id === named.cell);
    const parsed = parseReport({ ...typed, cell: named.cell }, context);
    const unknown: FieldError[] = known ? [] : [{ field: 'cell', code: 'unknown-unit' }];
    if (!parsed.ok || !known) {
      const filled = Object.entries(typed).filter(([, value]) => value.trim() !== '');
      const cell = known ? named.cell : (context.cells[0]?.id ?? '');
      const draft = parseReport({ ...standIns, ...Object.fromEntries(filled), cell }, context);
      const missing = parsed.ok ? [] : parsed.errors.filter(({ code }) => code === 'required');
      const wrong = draft.ok ? [] : draft.errors.filter(({ code }) => code !== 'required');
      const errors = [...unknown, ...[...wrong, ...missing].filter(({ field }) => field !== 'cell')];
      return { ...named, errors, ...(draft.ok && known && { draft: draft.report }) };
    }
    const id = reportIdOf(parsed.report);
    const before = seen.get(id);
    if (before) return { ...named, errors: [{ field: 'cell', code: 'already-in-file', params: { row: before } }] };
    seen.set(id, row.row);
    return { ...named, report: parsed.report, errors: [] };
  });
}
