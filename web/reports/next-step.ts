import { pathTo, type Role } from '#shared/access/routes.ts';
import type { RowDraft, WorkRow } from '#shared/reports/work.ts';

/** The one step that is due in a cell's month, and where it is taken. */
interface Step {
  readonly kind: 'mend' | 'goOn' | 'fill' | 'another';
  readonly path: string;
}

/** The next step of a row rather than every possible one; `undefined` where the reader has none to take. */
export function stepOf(row: WorkRow, role: Role | undefined): Step | undefined {
  const { reports, drafts, closed } = row;
  if (!role || role === 'group' || (closed && role !== 'district')) return undefined;
  const returned = reports.find(({ state }) => state === 'returned');
  const has = (kind: string) => reports.some((report) => report.kind === kind);
  if (returned) return { kind: 'mend', path: pathTo('/reports/new', {}, { amend: returned.id }) };
  // What is missing comes before what else is begun.
  const begun = drafts.filter(({ kind, overtaken }) => !overtaken && (has('regular') || kind === 'regular'));
  if (begun[0]) return { kind: 'goOn', path: pathToDraft(row, begun[0]) };
  if (!has('regular')) return { kind: 'fill', path: pathToForm(row, 'regular') };
  return has('thematic') ? undefined : { kind: 'another', path: pathToForm(row, 'thematic') };
}

/** Where a saved form is gone on with. */
export function pathToDraft(row: WorkRow, { form, kind, amends }: RowDraft): string {
  return amends ? pathTo('/reports/new', {}, { amend: form }) : pathToForm(row, kind);
}

function pathToForm({ cell, month }: WorkRow, kind: string): string {
  return pathTo('/reports/new', {}, { cell: cell.id, month, ...(kind !== 'regular' && { kind }) });
}
