import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { siteAddress } from '#functions/http/site-address.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type LoadedPrepare, loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { type NamedMeeting, namedMeeting } from '#functions/prepare/named-meeting.tsx';
import { qrPath } from '#functions/prepare/proposals/qr-path.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { dayAt, monthAt } from '#shared/period.ts';
import { type Agenda, agendaIdOf } from '#shared/prepare/agenda.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import type { AgendaConflict } from '#shared/prepare/merge-agendas.ts';
import { typedAgenda } from '#shared/prepare/parse-agenda.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { mostOpenDays } from '#shared/proposals/open-days.ts';
import { countsOf, isOpen, proposalIdOf } from '#shared/proposals/proposal.ts';
import { fullName } from '#shared/units/units.ts';
import { PreparePage } from '#web/prepare/prepare-page.tsx';
import { type PageNews, pageNews } from '#web/prepare/prepare-props.ts';
import type { LedProposals } from '#web/proposals/led-proposals.ts';

/** A form that came back, or its agenda as it was stored. */
interface Sent {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly conflicts?: readonly AgendaConflict[];
  readonly baseRevision: number;
}

/** What the page shows besides what is stored. */
interface Shown {
  readonly sent?: Sent;
  readonly said?: PageNews;
  /** A form about proposals that came back. */
  readonly proposing?: Pick<LedProposals, 'typed' | 'errors' | 'stale'>;
}

/** Shows what a cell needs for its next meeting, and the form of its agenda to those who may save it. */
export const showPrepare: Action<PrepareDeps> = async (request, deps) => {
  const { cell, month, just } = request.query;
  const named = await namedMeeting(request, 'see', { cell, month }, deps);
  if ('status' in named) return named;
  const said = pageNews.find((each) => each === just);
  return prepareAnswer(request, named, await loadPrepare(named, deps), { ...(said && { said }) });
};

/** The page, also after a form was refused. */
export function prepareAnswer(
  request: Pick<SignedIn, 'viewer' | 'lang' | 'headers' | 'secure'>,
  named: NamedMeeting,
  loaded: LoadedPrepare,
  { sent, said, proposing }: Shown = {},
): Answer {
  const { viewer, lang } = request;
  const { cell, commune, month, closed, now } = named;
  const { prepared, pieces, targets, actions, words, proposals: found, reported } = loaded;
  const offered = offeredAgenda(cell.id, prepared);
  const led = ledBy(request, named, loaded, proposing);
  const counts = countsOf(found.proposals);
  const maySave = viewer.role !== 'district' && can(viewer, 'submit', cell.id) && (!closed || sent !== undefined);
  const shown = sent ?? { typed: typedAgenda(offered, stepNames[lang]), baseRevision: prepared.agenda?.revision ?? 0 };
  const agenda: Agenda = prepared.agenda ?? offered;
  return {
    status: 200,
    of: { unit: cell.id, month },
    json: {
      cell: cell.id,
      month,
      closed,
      ...(reported && { reported }),
      ...jsonOf(prepared),
      agenda,
      revision: prepared.agenda?.revision ?? 0,
      proposals: {
        ...counts,
        ...(led && { state: led.isOpen ? 'open' : 'closed', address: led.code?.address, list: led.list }),
      },
    },
    audit: viewed(
      [
        ...words,
        ...(led?.list ?? []).map(({ number }) => proposalIdOf({ cell: cell.id, month }, number)),
        ...(prepared.agenda ? [`${agendaIdOf(prepared.agenda)}_agenda`] : []),
      ],
      `prepare ${cell.id} ${month}`,
    ),
    page: (context) => (
      <PreparePage
        context={context}
        cell={{ id: cell.id, name: fullName(cell), communeName: fullName(commune) }}
        prepared={prepared}
        pieces={pieces}
        targets={targets}
        actions={actions}
        agenda={agenda}
        closed={closed}
        begun={month <= monthAt(now)}
        {...(reported && { reported })}
        proposals={{ counts, ...(led && { led }) }}
        {...(said && { said })}
        {...(maySave && { editing: { errors: [], conflicts: [], ...shown } })}
      />
    ),
  };
}

function jsonOf({
  day,
  required,
  orientation,
  tasks,
  answers,
  unanswered,
  weakest,
  advice,
}: LoadedPrepare['prepared']) {
  return {
    ...(day && { day }),
    ...(required !== undefined && { required }),
    orientation,
    tasks: tasks.map(({ task: { id, what, who, due }, overdueDays }) => ({ id, what, who, due, overdueDays })),
    answers: answers.map(({ id }) => id),
    unanswered: unanswered.map(({ id }) => id),
    weakest: weakest.map(({ id, points, max }) => ({ id, points, max })),
    ...(advice && { advice }),
  };
}

/** The proposals as those see them who work for the cell, itself or its commune. */
function ledBy(
  request: Pick<SignedIn, 'viewer' | 'headers' | 'secure'>,
  { cell, closed, now }: NamedMeeting,
  { prepared, proposals: { opening, proposals }, code }: LoadedPrepare,
  proposing: Shown['proposing'],
): LedProposals | undefined {
  const { viewer } = request;
  if (viewer.role === 'district' || !can(viewer, 'submit', cell.id)) return undefined;
  const today = dayAt(now);
  const nowOpen = !closed && isOpen(opening, today);
  const address = nowOpen && code && siteAddress(pathTo('/proposals/{code}', { code }), request);
  return {
    ...{ typed: {}, errors: [], ...proposing },
    list: proposals,
    seen: opening?.revision ?? 0,
    isOpen: nowOpen,
    ...(opening && { until: opening.until }),
    mostDays: closed ? 0 : mostOpenDays(today, prepared.day),
    ...(address && { code: { address, qr: qrPath(address) } }),
  };
}
