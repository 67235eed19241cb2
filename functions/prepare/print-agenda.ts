import type { Action } from '#functions/http/http-handler.tsx';
import { siteAddress } from '#functions/http/site-address.ts';
import { loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { namedMeeting } from '#functions/prepare/named-meeting.tsx';
import { pathTo } from '#shared/access/routes.ts';
import { practiceCell } from '#shared/practice/practice.ts';
import { agendaIdOf } from '#shared/prepare/agenda.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import { shortAddress } from '#shared/reports/short-address.ts';
import { fullName } from '#shared/units/units.ts';

/** The next meeting on one sheet of A4, to be taken to it. */
export const printAgenda: Action<PrepareDeps> = async (request, deps) => {
  const { cell: unit, month: asked } = request.query;
  const named = await namedMeeting(request, 'see', { cell: unit, month: asked }, deps);
  if ('status' in named) return named;
  const { cell, commune, district, month } = named;
  const { prepared } = await loadPrepare(named, deps);
  // Only who prints waits until the PDF code is loaded.
  const { agendaSheet } = await import('#functions/prepare/agenda-sheet.ts');
  const body = await agendaSheet({
    cell: fullName(cell),
    commune: fullName(commune),
    prepared,
    agenda: prepared.agenda ?? offeredAgenda(cell.id, prepared),
    // A sheet of practice leads to the practice month, and never to a report that is counted.
    address: siteAddress(cell.id === practiceCell ? pathTo('/practice', {}) : shortAddress(cell.id, month), request),
    at: request.now,
    generated: district.generated === true,
  });
  const id = agendaIdOf({ cell: cell.id, month });
  const name = `chuong-trinh_${id}.pdf`;
  return { status: 200, file: { body, type: 'application/pdf', name }, audit: [{ kind: 'exported', of: name }] };
};
