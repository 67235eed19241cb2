import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { type AskStore, saysTheSame } from '#functions/store/ask-store.ts';
import { type LoadedReport, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { reportAnswer, rightsOn } from '#functions/web/reports/show-report.tsx';
import { can, isBoardOf } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { readReason } from '#shared/input/read-reason.ts';
import { type Ask, waitingAsk } from '#shared/reports/ask.ts';

export type AskDeps = ReportDeps & { readonly asks: Pick<AskStore, 'ask' | 'refuse'> };

/** Asks the district that a report of a closed month may be amended. */
export async function askToAmend(request: SignedIn, loaded: LoadedReport, deps: AskDeps): Promise<Answer> {
  const { viewer, lang } = request;
  const { revision, asks } = loaded;
  const { report } = revision;
  if (viewer.role !== 'commune' || !can(viewer, 'submit', report.cell)) return problem('not-allowed', lang);
  if (rightsOn(request, loaded).amend) {
    return {
      ...reportAnswer(request, loaded, { isOpen: true, typed: request.body }),
      status: 409,
      json: problem('month-open', lang).json,
    };
  }
  const waiting = waitingAsk(asks);
  return take(request, loaded, deps, {
    number: waiting?.number ?? asks.length + 1,
    name: askName,
    async store(ask, before) {
      if (!waiting) return deps.asks.ask(ask, before);
      return { kind: saysTheSame(waiting, ask) ? 'same' : 'stale', stored: waiting };
    },
  });
}

/** Refuses what was asked, with the reason. What grants it is the reopening of the month. */
export async function refuseToAmend(request: SignedIn, loaded: LoadedReport, deps: AskDeps): Promise<Answer> {
  const { viewer, lang, body } = request;
  if (!isBoardOf(viewer, loaded.revision.report.cell)) return problem('not-allowed', lang);
  const ask = loaded.asks.find(({ number }) => number === parseCount(body['ask'] ?? ''));
  if (!ask) return problem('not-found', lang);
  return take(request, loaded, deps, {
    number: ask.number,
    name: (refusal) => `${askName(refusal)}#refused`,
    async store(refusal, before) {
      const { answer } = ask;
      if (!answer) return deps.asks.refuse(refusal, before);
      const isSame = answer.kind === 'refused' && saysTheSame(answer, refusal);
      return { kind: isSame ? 'same' : 'stale', stored: ask };
    },
  });
}

/** By what name the audit knows an ask. */
function askName({ id, number }: Pick<Ask, 'id' | 'number'>): string {
  return `${id}#ask#${number}`;
}

interface Taking {
  readonly number: number;
  readonly name: (said: Ask) => string;
  readonly store: AskStore['ask'];
}

/** Both are a word with a reason, said once. */
function take(
  request: SignedIn,
  loaded: LoadedReport,
  deps: AskDeps,
  { number, name, store }: Taking,
): Promise<Answer> {
  const { body } = request;
  const { id, report } = loaded.revision;
  const again = () => loadReport({ ...report, id }, request.now, deps);
  return takeForm(request, {
    parse: () => readReason(body, 'required'),
    refuse: (errors) => reportAnswer(request, loaded, { typed: body, errors }),
    append: ({ reason }, before) => store({ id, number, reason, ...authorshipOf(request) }, before),
    stale: async () => reportAnswer(request, (await again()) ?? loaded, { typed: body, staleAsk: true }),
    owes: (said) => ({ of: name(said) }),
    done: async () => ({
      status: 200,
      location: pathTo('/reports/{id}', { id }),
      ...(request.wantsJson && { json: reportJson((await again()) ?? loaded) }),
    }),
  });
}
