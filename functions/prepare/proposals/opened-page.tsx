import type { Answer } from '#functions/http/answer.ts';
import { evenTime } from '#functions/http/even-time.ts';
import { networkOf } from '#functions/http/network-of.ts';
import type { Request } from '#functions/http/request.ts';
import { keyedNetwork } from '#functions/prepare/proposals/code-with.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuessStore } from '#functions/store/guess-store.ts';
import { digestOfCode, type ProposalStore } from '#functions/store/proposal-store.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt } from '#shared/period.ts';
import { readCode } from '#shared/proposals/code.ts';
import { isOpen, type OpeningRevision, type Proposal } from '#shared/proposals/proposal.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import { communeOf, deadlines, districtOf, fullName, isStanding, unitIn } from '#shared/units/units.ts';
import { ClosedPage } from '#web/proposals/closed-page.tsx';

export interface OpenPageDeps {
  readonly guesses: Pick<GuessStore, 'take' | 'giveBack'>;
  readonly proposals: Pick<ProposalStore, 'meetingOf' | 'ofMeeting' | 'propose'>;
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly originSecrets: readonly string[];
}

/** What a code opens. */
export interface OpenedPage {
  readonly code: string;
  readonly opening: OpeningRevision;
  readonly proposals: readonly Proposal[];
  readonly cellName: string;
  readonly generated: boolean;
}

/**
 * What the code in a request's path opens. A code that is wrong, has expired or was closed is answered alike, at an even
 * time; after many of those the network waits, whatever code it tries next. A code that opens something does not count.
 */
export async function openedPage(request: Request, deps: OpenPageDeps): Promise<OpenedPage | Answer> {
  const { now, lang, address } = request;
  const tries = [{ of: 'proposals from network', name: keyedNetwork(networkOf(address), deps.originSecrets) }] as const;
  const minutes = await deps.guesses.take(tries, now);
  if (minutes > 0) return refused(request, { minutes });
  const opened = await opens(request, deps).catch(async (error: unknown) => {
    await deps.guesses.giveBack(tries); // an outage is nobody's mistake
    throw error;
  });
  if (opened) {
    await deps.guesses.giveBack(tries);
    return opened;
  }
  await evenTime(now);
  return { ...refused(request), json: problemOf(404, 'unknown-code', lang) };
}

/** What is said instead; what was typed stays on the page. */
function refused({ lang, body }: Pick<Request, 'lang' | 'body'>, wait?: { readonly minutes: number }): Answer {
  return {
    status: wait ? 429 : 404,
    json: problemOf(wait ? 429 : 404, wait ? 'wait' : 'unknown-code', lang),
    page: (context) => <ClosedPage context={context} typed={body['text'] ?? ''} {...wait} />,
  };
}

function problemOf(status: 404 | 429, code: 'unknown-code' | 'wait', lang: Lang) {
  const { unknownTitle, waitTitle } = proposalsTexts[lang];
  return { type: `urn:problem:${code}`, title: code === 'wait' ? waitTitle : unknownTitle, status };
}

async function opens(
  { params, now }: Request,
  { proposals: store, directory }: OpenPageDeps,
): Promise<OpenedPage | undefined> {
  const code = readCode(params['code'] ?? '');
  const of = code && (await store.meetingOf(code, now));
  if (!of) return undefined;
  const [{ opening, proposals }, cell, commune, district] = await Promise.all([
    store.ofMeeting(of, now),
    ...[of.cell, communeOf(of.cell), districtOf(of.cell)].map((id) => directory.unit(id)),
  ]);
  if (!opening || !isOpen(opening, dayAt(now)) || opening.codeDigest !== digestOfCode(code)) return undefined;
  if (!cell || !district || !isStanding(of.month, cell, [commune])) return undefined;
  if (now > deadlines(district, of.month).closing) return undefined;
  const cellName = fullName(unitIn(of.month, cell));
  return { code, opening, proposals, cellName, generated: district.generated === true };
}
