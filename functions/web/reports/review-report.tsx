import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type AskDeps, askToAmend, refuseToAmend } from '#functions/web/reports/ask-to-amend.tsx';
import { judgeStored, type LoadedReport, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { reportAnswer, rightsOn } from '#functions/web/reports/show-report.tsx';
import { amendReport, type SubmitDeps } from '#functions/web/reports/submit-report.tsx';
import { can, isBoardOf } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actorOf } from '#shared/access/session.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { parseRescores } from '#shared/judging/parse-rescores.ts';
import type { Report } from '#shared/reports/report.ts';

type Deps = ReportDeps & SubmitDeps & AskDeps;

const states = { return: 'returned', confirm: 'confirmed' } as const;
type Decision = keyof typeof states;

/** What is said about a report and does not change it. */
const words = { ask: askToAmend, refuse: refuseToAmend } as const;

/** Takes the next step with a report: amends, returns or confirms it; or asks to amend it, or refuses that. */
export const reviewReport: Action<Deps> = async (request, deps) => {
  const { params, body, viewer, lang } = request;
  const asked = namedReport(viewer, 'see', params['id']);
  const action = body['action'] ?? '';
  if (!asked) return problem('not-found', lang);
  if (action === 'amend') return amendReport(request, asked, deps);
  if (!Object.hasOwn(states, action) && !Object.hasOwn(words, action)) return problem('bad-request', lang);
  const loaded = await loadReport(asked, request.now, deps);
  if (!loaded) return problem('not-found', lang);
  if (Object.hasOwn(words, action)) return words[action as keyof typeof words](request, loaded, deps);
  return decide(request, action as Decision, loaded, deps);
};

/** Appends the decision and its reason to the revision that the reviewer read. */
async function decide(request: SignedIn, decision: Decision, loaded: LoadedReport, deps: Deps): Promise<Answer> {
  const { body, viewer, lang, now } = request;
  const { id, report, state } = loaded.revision;
  if (!can(viewer, 'review', report.cell)) return problem('not-allowed', lang);
  if (state !== states[decision] && !rightsOn(request, loaded)[decision]) return problem('month-closed', lang);

  const reason = readReason(body['reason']);
  const base = parseCount(body['baseRevision'] ?? '') ?? 0;
  const step = { state: states[decision], by: actorOf(viewer), at: now, ...(reason && { reason }) };
  return takeForm(request, {
    parse: () => {
      if (decision === 'confirm') return reviewOf(request, loaded);
      return reason === '' ? { ok: false, errors: [{ field: 'reason', code: 'required' }] } : { ok: true, report };
    },
    refuse: (errors) => reportAnswer(request, loaded, { typed: body, errors }),
    append: (reviewed, before) => deps.reports.append({ ...step, report: reviewed.report }, base, before),
    stale: async () =>
      reportAnswer(request, (await loadReport({ ...report, id }, now, deps)) ?? loaded, { typed: body, stale: true }),
    owes: ({ revision }) => ({
      of: `${id}#${revision}`,
      rollUp: { unit: report.cell, month: loaded.month, official: now > loaded.closing },
    }),
    async done(stored) {
      return {
        status: 200,
        location: pathTo('/reports/{id}', { id }),
        ...(request.wantsJson && {
          json: reportJson(await judgeStored(stored, loaded.district, deps)),
          audit: viewed([id]),
        }),
      };
    },
  });
}

type Review =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The report with the confirming reviewer's points. The district's points are the official ones. */
function reviewOf({ body, viewer }: SignedIn, { revision: { report }, regime }: LoadedReport): Review {
  const level = isBoardOf(viewer, report.cell) ? 'official' : 'reviewed';
  const parsed = parseRescores(body, regime, pointsSoFar(report, level));
  return parsed.ok ? { ok: true, report: { ...report, [level]: parsed.rescores } } : parsed;
}

/** The points of the criteria before this level judges them. */
function pointsSoFar({ points, reviewed = {} }: Report, level: 'reviewed' | 'official'): Record<string, number> {
  if (level === 'reviewed') return points;
  const given = Object.entries(reviewed).map(([id, { points }]) => [id, points] as const);
  return { ...points, ...Object.fromEntries(given) };
}
