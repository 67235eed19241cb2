import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { loadCommuneMonth } from '#functions/web/reports/commune-month.ts';
import type { ImportDeps } from '#functions/web/reports/import-reports.tsx';
import { addMonths } from '#shared/period.ts';
import { toTyped, typedMembers } from '#shared/reports/to-typed.ts';
import { fullName } from '#shared/units/units.ts';

/** The month's cells as a workbook to fill in: what is reported already, or the members as they were last month. */
export const showTemplate: Action<ImportDeps> = async (request, deps) => {
  const opened = await loadCommuneMonth(request, request.query['month'], deps);
  if (!opened) return problem('not-found', request.lang);
  const { unit, month, cells } = opened;
  const [current, before] = await Promise.all([
    deps.reports.newestOfMonth(unit.id, month),
    deps.reports.newestOfMonth(unit.id, addMonths(month, -1)),
  ]);
  const regular = new Map(
    current.flatMap(({ report }) => (report.kind === 'regular' ? [[report.cell, report] as const] : [])),
  );
  const last = new Map(before.map(({ report }) => [report.cell, report]));
  const rows = cells.map((cell) => {
    const [reported, members] = [regular.get(cell.id), last.get(cell.id)];
    const known = reported ? toTyped(reported as Parameters<typeof toTyped>[0]) : members ? typedMembers(members) : {};
    return { id: cell.id, name: fullName(cell), typed: { kind: 'regular', ...known } };
  });
  // Only who asks for a workbook waits until the code for it is loaded.
  const { writeTemplate } = await import('#functions/web/reports/write-template.ts');
  const body = await writeTemplate({ unit, month, rows, lang: request.lang });
  const name = `bao-cao-thang_${unit.id}_${month}.xlsx`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { status: 200, file: { body, type, name }, audit: [{ kind: 'exported', of: name }] };
};
