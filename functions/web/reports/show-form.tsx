import type { Action } from '#functions/http/http-handler.tsx';
import { namedReport, namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { reportedMeeting } from '#functions/reports/reported-meeting.ts';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { type AmendingDeps, isOpenFor } from '#functions/web/reports/load-amending.ts';
import { type FormDeps, formName, loadForm, wordsOn } from '#functions/web/reports/load-form.ts';
import { draftKey } from '#functions/web/reports/save-or-discard.ts';
import { isBoardOf } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, monthAt, monthOf, parseMonth } from '#shared/period.ts';
import { agendaIdOf } from '#shared/prepare/agenda.ts';
import { reportFromAgenda } from '#shared/prepare/report-from-agenda.ts';
import { returnedOf } from '#shared/reports/board.ts';
import { offeredDay } from '#shared/reports/offered-day.ts';
import { offeredFollowUps } from '#shared/reports/offered-follow-ups.ts';
import { isKind } from '#shared/reports/report.ts';
import { withRows } from '#shared/reports/task-rows.ts';
import { toTyped, typedDay, typedMembers } from '#shared/reports/to-typed.ts';
import { communeOf, deadlines, districtOf, isStanding } from '#shared/units/units.ts';
import type { Barred } from '#web/reports/barred-notice.tsx';
import { ReportFormPage } from '#web/reports/report-form-page.tsx';

type Deps = FormDeps &
  AmendingDeps & {
    readonly reports: Pick<ReportStore, 'newest' | 'newestOfMonth'>;
    readonly drafts: Pick<DraftStore, 'find'>;
    readonly agendas: Pick<AgendaStore, 'newestOrNoted'>;
  };

/** Shows an empty form for a cell's month, or with `amend` one filled with a stored report's newest revision. */
export const showForm: Action<Deps> = async ({ query, viewer, lang, now }, deps) => {
  const amended = namedReport(viewer, 'submit', query['amend']);
  const id = amended ? amended.cell : namedUnit(viewer, 'submit', query['cell']);
  const month = amended ? monthOf(amended.date) : parseMonth(query['month'] ?? monthAt(now));
  if (!id || !month || !findRegime(month) || (query['amend'] && !amended)) return problem('not-found', lang);

  const [cell, commune, district, stored] = await Promise.all([
    deps.directory.unit(id),
    deps.directory.unit(communeOf(id)),
    deps.directory.unit(districtOf(id)),
    amended && deps.reports.newest(amended.id),
  ]);
  const stands = cell?.level === 'cell' && district && isStanding(month, cell, [commune]);
  if (!stands || (amended && !stored)) return problem('not-found', lang);

  const { kind: named = '' } = query;
  const kind = isKind(named) ? named : 'regular';
  const key = draftKey(viewer, stored ? { amends: stored.id } : { cell: id, month, kind });
  // Only the regular meeting follows up tasks.
  const followsUp = kind === 'regular';
  const isPlanned = !stored && followsUp;
  const base = stored?.revision ?? 0;
  const barredBy = async (): Promise<Barred | undefined> => {
    if (month > monthAt(now)) return 'coming';
    if (now <= deadlines(district, month).closing || isBoardOf(viewer, id)) return undefined;
    return (await isOpenFor({ cell: id, month, amended: stored, base }, deps)) ? undefined : 'closed';
  };
  const [setting, draft, agenda, barred, reported] = await Promise.all([
    loadForm(cell, month, deps, followsUp),
    deps.drafts.find(key, now),
    isPlanned ? deps.agendas.newestOrNoted(cell.id, month) : undefined,
    barredBy(),
    isPlanned ? reportedMeeting(id, month, deps.reports) : undefined,
  ]);
  const { lastMonth } = setting;
  const { members, lastRegular: last } = lastMonth;
  const day = offeredDay({ month, kind, regime: setting.regime, last, today: dayAt(now) });
  const known = agenda && reportFromAgenda(agenda, dayAt(now));
  const fresh = stored
    ? toTyped(withRows(stored.report))
    : {
        ...(members && typedMembers(members)),
        kind,
        ...(day && { date: typedDay(day.day) }),
        ...known?.typed,
        ...offeredFollowUps(lastMonth.tasks, day?.day ?? dayAt(now)),
      };
  return {
    status: 200,
    json: {
      ...{ cell: id, name: setting.cell.name, month, regime: setting.regime.id },
      baseRevision: draft?.baseRevision ?? base,
      ...(reported && { reported }),
      fields: draft?.typed ?? fresh,
      tasks: lastMonth.tasks.map(({ id: task, what }) => ({ id: task, what })),
      targets: [...(setting.targets ?? [])].map(([target, what]) => ({ id: target, what })),
    },
    audit: viewed(
      [
        ...(stored ? [stored.id] : []),
        ...(draft ? [`draft ${key.form}`] : []),
        ...(agenda && !draft ? [`${agendaIdOf(agenda)}_agenda`] : []),
        ...wordsOn(setting, 0),
      ],
      stored ? undefined : formName(id, month),
    ),
    page: (context) => (
      <ReportFormPage
        context={context}
        action={stored ? pathTo('/reports/{id}', { id: stored.id }) : pathTo('/reports', {})}
        typed={draft?.typed ?? fresh}
        errors={[]}
        baseRevision={draft?.baseRevision ?? base}
        amends={stored !== undefined}
        {...setting}
        {...(stored && returnedOf(stored))}
        {...(!stored && { opened: kind })}
        {...(barred && { barred })}
        {...(reported && { reported })}
        {...(draft && { savedAt: draft.savedAt })}
        {...(!draft &&
          !stored && {
            offered: {
              ...(members && { members: members.date }),
              ...(day && { day: day.by }),
              ...(known && { agenda: known.from }),
            },
          })}
      />
    ),
  };
};
