import { pathTo, type Role } from '#shared/access/routes.ts';
import type { WorkRow } from '#shared/reports/work.ts';

/** The one step that is due in a cell's month, and where it is taken. */
interface Step {
  readonly kind: 'mend' | 'goOn' | 'fill' | 'another';
  readonly path: string;
}

/** The next step of a row rather than every possible one; `undefined` where the reader has none to take. */
export function stepOf(row: WorkRow, role: Role | undefined): Step | undefined {
  const { cell, reports, month, draft, closed } = row;
  if (!role || role === 'group' || (closed && role !== 'district')) return undefined;
  const returned = reports.find(({ state }) => state === 'returned');
  const has = (kind: string) => reports.some((report) => report.kind === kind);
  const form = (kind?: string) => pathTo('/reports/new', {}, { cell: cell.id, month, ...(kind && { kind }) });
  if (returned) return { kind: 'mend', path: pathTo('/reports/new', {}, { amend: returned.id }) };
  if (draft) {
    const [, when = '', kind] = draft.form.split('_');
    const amends = when.length > month.length;
    return {
      kind: 'goOn',
      path: amends ? pathTo('/reports/new', {}, { amend: draft.form }) : form(kind === 'regular' ? undefined : kind),
    };
  }
  if (!has('regular')) return { kind: 'fill', path: form() };
  return has('thematic') ? undefined : { kind: 'another', path: form('thematic') };
}
