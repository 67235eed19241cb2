import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { namedMeeting } from '#functions/prepare/named-meeting.tsx';
import { prepareAnswer } from '#functions/prepare/show-prepare.tsx';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import { dayAt } from '#shared/period.ts';
import { type Agenda, type AgendaRevision, agendaIdOf } from '#shared/prepare/agenda.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import { mergeAgendas } from '#shared/prepare/merge-agendas.ts';
import { parseAgenda, typedAgenda } from '#shared/prepare/parse-agenda.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';

type Deps = PrepareDeps & { readonly agendas: AgendaStore };

/**
 * Saves the agenda of a cell's month. What somebody else has saved since is merged with it; where both changed the same
 * answer, the form comes back with both side by side.
 */
export const saveAgenda: Action<Deps> = async (request, deps) => {
  const { csrf, cell: unit, month: typedMonth, baseRevision, ...typed } = request.body;
  const named = await namedMeeting(request, 'submit', { cell: unit, month: typedMonth ?? '' }, deps);
  if ('status' in named) return named;
  const { cell, month, closed } = named;
  const { lang, now } = request;
  const loaded = await loadPrepare(named, deps);
  const base = readBase(baseRevision);
  const again = (sent: Parameters<typeof prepareAnswer>[3]) => prepareAnswer(request, named, loaded, sent);
  if (closed) return { ...again({ sent: { typed, baseRevision: base } }), status: 409 };
  const seen = (base > 0 && (await deps.agendas.revision(cell.id, month, base))) || undefined;
  const offered = offeredAgenda(cell.id, loaded.prepared);
  const known = { ...offered, lines: [...offered.lines, ...(seen?.lines ?? [])] };
  // Whoever saved first began with the same draft: what it says is nobody's change.
  const started: Agenda = seen ?? { ...offered, lines: offered.lines };
  let merged = false;

  const append = async (
    agenda: Agenda,
    on: number,
    before: Before<unknown>,
  ): Promise<AppendOutcome<AgendaRevision>> => {
    const outcome = await deps.agendas.append(agenda, on, authorshipOf(request), before);
    if (outcome.kind !== 'stale' || !outcome.stored) return outcome;
    const both = mergeAgendas(started, agenda, withoutAuthor(outcome.stored));
    if (both.conflicts.length > 0) return outcome;
    merged = true;
    return append(both.agenda, outcome.stored.revision, before);
  };

  return takeForm(request, {
    parse: () => parseAgenda(typed, { cell: cell.id, month, today: dayAt(now), seen: known }),
    refuse: (errors) => again({ sent: { typed, errors, baseRevision: base } }),
    append: ({ agenda }, before) => append(agenda, base, before),
    stale: (stored, { agenda }) => {
      const both = mergeAgendas(started, agenda, stored ? withoutAuthor(stored) : started);
      const sent = {
        typed: typedAgenda(both.agenda, stepNames[lang]),
        conflicts: both.conflicts,
        baseRevision: stored?.revision ?? 0,
      };
      return again({ sent });
    },
    owes: (stored) => ({ of: `${agendaIdOf(stored)}_agenda#${stored.revision}` }),
    done: (stored, added) => ({
      status: added ? 201 : 200,
      location: pathTo('/prepare', {}, { cell: cell.id, month, just: merged ? 'merged' : 'stored' }),
      json: { cell: cell.id, month, revision: stored.revision, merged },
    }),
  });
};

function withoutAuthor({ revision, by, at, ...agenda }: AgendaRevision): Agenda {
  return agenda;
}
