import { seeOther } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { siteAddress } from '#functions/http/site-address.ts';
import { reportedMeeting } from '#functions/reports/reported-meeting.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { parseMonth } from '#shared/period.ts';
import { cellAt } from '#shared/reports/short-address.ts';

interface Deps {
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** Goes on from the address on a meeting's sheet of paper: to its report, or to the form where there is none yet. */
export const openMeeting: Action<Deps> = async (request, { reports }) => {
  const { params, viewer, lang } = request;
  const cell = namedUnit(viewer, 'submit', cellAt(params['cell'] ?? '', viewer.unit));
  const month = parseMonth(params['month'] ?? '');
  if (!cell || !month) return problem('not-found', lang);
  const id = await reportedMeeting(cell, month, reports);
  const path = id ? pathTo('/reports/{id}', { id }) : pathTo('/reports/new', {}, { cell, month });
  return seeOther(siteAddress(path, request));
};
