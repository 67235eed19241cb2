import type { ToRecord } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf } from '#functions/http/owing.ts';
import { loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import type { NamedMeeting } from '#functions/prepare/named-meeting.tsx';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import { type AgendaRevision, agendaIdOf } from '#shared/prepare/agenda.ts';
import { proposalLineId, withLine } from '#shared/prepare/proposed-lines.ts';
import type { Proposal } from '#shared/proposals/proposal.ts';

type Deps = PrepareDeps & { readonly agendas: AgendaStore };

/** Others may save the agenda at the same time: then the line is added to theirs. */
const MOST_TRIES = 3;

/**
 * Adds a proposal that the cell takes up to its saved agenda, chosen. The draft of an agenda that nobody has saved has it
 * by itself.
 */
export async function putOnAgenda(
  request: SignedIn,
  named: NamedMeeting,
  { number }: Pick<Proposal, 'number'>,
  deps: Deps,
): Promise<readonly ToRecord[]> {
  const change = changeOf<AgendaRevision>(request.owing, (stored) => ({
    of: `${agendaIdOf(stored)}_agenda#${stored.revision}`,
  }));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { prepared } = await loadPrepare(named, deps);
    const line = prepared.proposed.find(({ id }) => id === proposalLineId(number));
    if (!prepared.agenda || !line) return [];
    const { revision, by, at, ...saved } = prepared.agenda;
    const outcome = await deps.agendas.append(withLine(saved, line), revision, authorshipOf(request), change.before);
    if (outcome.kind === 'added') return request.owing.pay([change.stored(outcome.stored, true)]);
    if (outcome.kind === 'same') return [];
  }
  return [];
}
