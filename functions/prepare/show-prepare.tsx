import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { type LoadedPrepare, loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { type NamedMeeting, namedMeeting } from '#functions/prepare/named-meeting.tsx';
import { can } from '#shared/access/can.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Agenda, agendaIdOf } from '#shared/prepare/agenda.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import type { AgendaConflict } from '#shared/prepare/merge-agendas.ts';
import { typedAgenda } from '#shared/prepare/parse-agenda.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { fullName } from '#shared/units/units.ts';
import { PreparePage } from '#web/prepare/prepare-page.tsx';

/** A form that came back, or its agenda as it was stored. */
interface Sent {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly conflicts?: readonly AgendaConflict[];
  readonly baseRevision: number;
}

/** Shows what a cell needs for its next meeting, and the form of its agenda to those who may save it. */
export const showPrepare: Action<PrepareDeps> = async (request, deps) => {
  const { cell, month, just } = request.query;
  const named = await namedMeeting(request, 'see', { cell, month }, deps);
  if ('status' in named) return named;
  const said = just === 'stored' || just === 'merged' ? just : undefined;
  return prepareAnswer(request, named, await loadPrepare(named, deps), { ...(said && { said }) });
};

/** The page, also after a form was refused. */
export function prepareAnswer(
  { viewer, lang }: Pick<SignedIn, 'viewer' | 'lang'>,
  { cell, commune, month, closed }: NamedMeeting,
  { prepared, pieces, targets, words }: LoadedPrepare,
  { sent, said }: { readonly sent?: Sent; readonly said?: 'stored' | 'merged' } = {},
): Answer {
  const offered = offeredAgenda(cell.id, prepared);
  const maySave = viewer.role !== 'district' && can(viewer, 'submit', cell.id) && (!closed || sent !== undefined);
  const shown = sent ?? { typed: typedAgenda(offered, stepNames[lang]), baseRevision: prepared.agenda?.revision ?? 0 };
  const agenda: Agenda = prepared.agenda ?? offered;
  return {
    status: 200,
    json: { cell: cell.id, month, closed, ...jsonOf(prepared), agenda, revision: prepared.agenda?.revision ?? 0 },
    audit: viewed(
      [...words, ...(prepared.agenda ? [`${agendaIdOf(prepared.agenda)}_agenda`] : [])],
      `prepare ${cell.id} ${month}`,
    ),
    page: (context) => (
      <PreparePage
        context={context}
        cell={{ id: cell.id, name: fullName(cell), communeName: fullName(commune) }}
        prepared={prepared}
        pieces={pieces}
        targets={targets}
        agenda={agenda}
        closed={closed}
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
