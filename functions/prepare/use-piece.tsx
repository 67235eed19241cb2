import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { namedMeeting } from '#functions/prepare/named-meeting.tsx';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { parsePieceNumber } from '#shared/library/piece.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { type Agenda, type AgendaRevision, agendaIdOf } from '#shared/prepare/agenda.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import { withPiece } from '#shared/prepare/with-piece.ts';
import { districtOf } from '#shared/units/units.ts';
import { MissingPage, NoRoomPage } from '#web/library/missing-page.tsx';

type Deps = PrepareDeps & {
  readonly agendas: AgendaStore;
  readonly library: Pick<LibraryStore, 'revisionsOf' | 'all'>;
};

/**
 * Puts a piece of the library on the agenda of a cell's next meeting, as it was saved or as it is drafted. What somebody
 * else saves at the same moment stays: the piece is one more line.
 */
export const usePiece: Action<Deps> = async (request, deps) => {
  const { lang, params, body } = request;
  const named = await namedMeeting(request, 'submit', { cell: body['cell'], month: body['month'] }, deps);
  if ('status' in named) return named;
  const { cell, month, closed } = named;
  const number = parsePieceNumber(params['piece']);
  const piece = number === undefined ? undefined : (await deps.library.revisionsOf(districtOf(cell.id), number)).at(-1);
  if (!piece || piece.withdrawn !== undefined || !isFor(piece.types, new Set([cell.type]))) {
    return { ...problem('not-found', lang), page: (context) => <MissingPage context={context} /> };
  }
  if (closed) return problem('month-closed', lang);
  const { prepared } = await loadPrepare(named, deps);
  const first = withPiece(prepared.agenda ? contentOf(prepared.agenda) : offeredAgenda(cell.id, prepared), piece);
  const location = pathTo('/prepare', {}, { cell: cell.id, month, just: 'stored' });
  if (first === 'full') {
    const json = { type: 'urn:problem:agenda-full', title: libraryTexts[lang].noRoom, status: 409 };
    return { status: 409, json, page: (context) => <NoRoomPage context={context} cell={cell.id} month={month} /> };
  }

  const append = async (
    agenda: Agenda,
    base: number,
    before: Before<unknown>,
  ): Promise<AppendOutcome<AgendaRevision>> => {
    const outcome = await deps.agendas.append(agenda, base, authorshipOf(request), before);
    if (outcome.kind !== 'stale' || !outcome.stored) return outcome;
    const again = withPiece(contentOf(outcome.stored), piece);
    return again === 'full' ? outcome : append(again, outcome.stored.revision, before);
  };

  return takeForm(request, {
    parse: () => ({ ok: true as const }),
    refuse: () => problem('unread', lang),
    append: (_, before) => append(first, prepared.agenda?.revision ?? 0, before),
    stale: () => ({ status: 200, page: (context) => <NoRoomPage context={context} cell={cell.id} month={month} /> }),
    owes: (stored) => ({ of: `${agendaIdOf(stored)}_agenda#${stored.revision}` }),
    done: ({ revision }, added) => ({
      status: added ? 201 : 200,
      location,
      json: { cell: cell.id, month, piece: piece.number, revision },
    }),
  });
};

function contentOf({ revision, by, at, ...agenda }: AgendaRevision): Agenda {
  return agenda;
}
