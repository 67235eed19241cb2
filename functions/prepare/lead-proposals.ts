import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { loadPrepare, type PrepareDeps } from '#functions/prepare/load-prepare.ts';
import { namedMeeting } from '#functions/prepare/named-meeting.tsx';
import { newCode } from '#functions/prepare/proposals/code-with.ts';
import { putOnAgenda } from '#functions/prepare/put-on-agenda.ts';
import { prepareAnswer } from '#functions/prepare/show-prepare.tsx';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { ProposalStore } from '#functions/store/proposal-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { dayAt } from '#shared/period.ts';
import { agendaIdOf } from '#shared/prepare/agenda.ts';
import { type ProposalDeed, parseDeed } from '#shared/proposals/parse-deed.ts';
import { isOpen, type Opening, type OpeningRevision, type Proposal, proposalIdOf } from '#shared/proposals/proposal.ts';

type Deps = PrepareDeps & {
  readonly agendas: AgendaStore;
  readonly proposals: ProposalStore;
  readonly originSecrets: readonly string[];
};

/** Opens and closes the page on which a cell's members propose, and answers what they propose. */
export const leadProposals: Action<Deps> = async (request, deps) => {
  const { csrf, cell: unit, month: typedMonth, ...typed } = request.body;
  const named = await namedMeeting(request, 'submit', { cell: unit, month: typedMonth ?? '' }, deps);
  if ('status' in named) return named;
  const { cell, month, closed } = named;
  const { now } = request;
  const today = dayAt(now);
  const loaded = await loadPrepare(named, deps);
  const found = loaded.proposals;
  if (closed) return { ...prepareAnswer(request, named, loaded), status: 409 };

  /** The opening as the deed makes it: while it is open its code stays, unless another is asked for. */
  const openingAfter = (deed: Exclude<ProposalDeed, { kind: 'answer' }>): Opening => {
    const { opening } = found;
    const now = isOpen(opening, today) ? opening : undefined;
    const code = now && deed.kind !== 'renew' ? { nonce: now.nonce, codeDigest: now.codeDigest } : undefined;
    return {
      cell: cell.id,
      month,
      state: deed.kind === 'close' ? 'closed' : 'open',
      until: deed.kind === 'open' ? deed.until : (opening?.until ?? today),
      ...(code ?? newCode(deps.originSecrets)),
    };
  };

  return takeForm<{ readonly ok: true; readonly deed: ProposalDeed }, OpeningRevision | Proposal>(request, {
    parse: () => parseDeed(typed, { today, meeting: loaded.prepared.day, found }),
    refuse: (errors) => prepareAnswer(request, named, loaded, { proposing: { typed, errors } }),
    append: ({ deed }, before) => {
      const noted = (stored: OpeningRevision | Proposal) => (before as (stored: unknown) => Promise<unknown>)(stored);
      return deed.kind === 'answer'
        ? deps.proposals.answer(found.opening as OpeningRevision, deed, authorshipOf(request), noted)
        : deps.proposals.append(openingAfter(deed), deed.seen, authorshipOf(request), noted);
    },
    stale: async () =>
      prepareAnswer(request, named, await loadPrepare(named, deps), { proposing: { typed, errors: [], stale: true } }),
    owes: (stored) => ({ of: nameOf(stored, { cell: cell.id, month }) }),
    done: async (stored, added) => {
      const isAnswer = 'number' in stored;
      const audit =
        isAnswer && stored.answer?.state === 'agenda' ? await putOnAgenda(request, named, stored, deps) : [];
      const just = isAnswer ? 'answered' : stored.state === 'open' ? 'opened' : 'closed';
      return {
        status: added ? 201 : 200,
        location: `${pathTo('/prepare', {}, { cell: cell.id, month, just })}#proposals`,
        json: isAnswer ? { number: stored.number, ...stored.answer } : { state: stored.state, until: stored.until },
        audit,
      };
    },
  });
};

/** By what the audit knows it: never by the code, and never by what was proposed or replied. */
function nameOf(stored: OpeningRevision | Proposal, of: Pick<Opening, 'cell' | 'month'>): string {
  if ('number' in stored) return `${proposalIdOf(of, stored.number)}#${stored.revision} ${stored.answer?.state}`;
  return `${agendaIdOf(of)}_proposals#${stored.revision} ${stored.state}`;
}
