import { digestOf } from '#shared/digest.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';

/**
 * A task's id: the first report that named it, and its row there. A task that no report gave, and that the reporter
 * followed up of their own accord, has a mark of its words instead of a row.
 *
 * @example 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular_2'
 */
export type TaskId = `${ReportId}_${number | `w${string}`}`;

export function taskIdOf(report: ReportId, row: number): TaskId {
  return `${report}_${row}`;
}

/** The id of a task that a report followed up, though no report gave it. */
export function ownTaskId(report: ReportId, words: string): TaskId {
  return `${report}_w${digestOf(words).slice(0, 12)}`;
}

/** The parts of a task's id; `undefined` if the text is none. Without a row, only its report has its words. */
export function parseTaskId(text: string): { readonly report: ReportId; readonly row?: number } | undefined {
  const [, report = '', row, words] = /^(.+)_(?:([1-9]\d{0,4})|(w[0-9a-f]{12}))$/.exec(text) ?? [];
  const parts = parseReportId(report);
  if (!parts || (!row && !words) || `${parts.cell}_${parts.date}_${parts.kind}` !== report) return undefined;
  return { report: report as ReportId, ...(row && { row: Number(row) }) };
}

/** The parts of what is known to be a task's id. */
export function partsOfTaskId(id: TaskId): NonNullable<ReturnType<typeof parseTaskId>> {
  const parts = parseTaskId(id);
  if (!parts) throw new RangeError(`Not a task's id: ${id}`);
  return parts;
}

/** Whether a text is meant as a task's id, though it may be none. Nobody calls a task so. */
export function looksLikeTaskId(text: string): boolean {
  return /^[a-z\d.-]+_\d{4}-\d{2}-\d{2}_[a-z]+(_\S*)?$/i.test(text);
}

export function isTaskId(text: unknown): text is TaskId {
  return typeof text === 'string' && parseTaskId(text) !== undefined;
}
