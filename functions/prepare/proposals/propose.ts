import { fieldProblem } from '#functions/http/field-problem.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { networkOf } from '#functions/http/network-of.ts';
import { keyedNetwork } from '#functions/prepare/proposals/code-with.ts';
import { type OpenPageDeps, openedPage } from '#functions/prepare/proposals/opened-page.tsx';
import { proposeAnswer } from '#functions/prepare/proposals/show-open.tsx';
import type { Guesser } from '#functions/store/guess-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { dayAt } from '#shared/period.ts';
import { parseProposal } from '#shared/proposals/parse-proposal.ts';
import { MOST_PROPOSALS } from '#shared/proposals/proposal.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';

/**
 * Takes a proposal from whoever has the code. Who that is is neither asked nor stored: a network is known to its counter
 * alone, by a keyed digest that expires. No entry of the audit is made.
 */
export const propose: OpenAction<OpenPageDeps> = async (request, deps) => {
  const opened = await openedPage(request, deps);
  if ('status' in opened) return opened;
  const { now, lang, address, unread, body: typed } = request;
  const { opening, code } = opened;
  const t = proposalsTexts[lang];
  const parsed = parseProposal(typed);
  if (!parsed.ok || unread.length > 0) {
    const others = parsed.ok ? [] : parsed.errors.filter(({ field }) => !unread.some((each) => each.field === field));
    const errors = [...unread, ...others];
    return { ...proposeAnswer(opened, { typed, errors }), status: 422, json: fieldProblem(errors, lang) };
  }
  const network = keyedNetwork(networkOf(address), deps.originSecrets);
  const counted: Guesser[] = [
    { of: 'proposal by network', name: `${network} ${opening.codeDigest}` },
    { of: 'proposal by all', name: opening.codeDigest },
  ];
  const minutes = await deps.guesses.take(counted, now);
  if (minutes > 0) {
    const json = { type: 'urn:problem:wait', title: t.waitTitle, detail: t.wait(minutes), status: 429, minutes };
    return { ...proposeAnswer(opened, { typed, problem: { minutes } }), status: 429, json };
  }
  const outcome = await deps.proposals.propose(opening, parsed.text, dayAt(now), now);
  if (outcome.kind === 'full') {
    const json = { type: 'urn:problem:full', title: t.full(MOST_PROPOSALS), status: 409 };
    return { ...proposeAnswer(opened, { typed, problem: 'full' }), status: 409, json };
  }
  const { kind, number } = outcome;
  return {
    status: kind === 'added' ? 201 : 200,
    location: pathTo('/proposals/{code}', { code }, { sent: String(number) }),
    json: { number },
  };
};
