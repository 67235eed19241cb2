import type { Action } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { type AskDeps, askToAmend, refuseToAmend } from '#functions/web/reports/ask-to-amend.tsx';
import { baseOf, decide, enteredBy, isDecision, refusalOf } from '#functions/web/reports/decide.ts';
import { judgeStored, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { refusedAnswer, reportAnswer } from '#functions/web/reports/show-report.tsx';
import { amendReport, type SubmitDeps } from '#functions/web/reports/submit-report.tsx';
import { pathTo } from '#shared/access/routes.ts';

type Deps = ReportDeps & SubmitDeps & AskDeps;

/** What is said about a report and does not change it. */
const words = { ask: askToAmend, refuse: refuseToAmend } as const;

/** Takes the next step with a report: amends, returns or confirms it; or asks to amend it, or refuses that. */
export const reviewReport: Action<Deps> = async (request, deps) => {
  const { params, body, viewer, lang } = request;
  const asked = namedReport(viewer, 'see', params['id']);
  const action = body['action'] ?? '';
  if (!asked) return problem('not-found', lang);
  if (action === 'amend') return amendReport(request, asked, deps);
  if (!isDecision(action) && !Object.hasOwn(words, action)) return problem('bad-request', lang);
  const loaded = await loadReport(asked, request.now, deps);
  if (!loaded) return problem('not-found', lang);
  if (!isDecision(action)) return words[action as keyof typeof words](request, loaded, deps);
  const refusal = refusalOf(request, action, baseOf(body), { ...loaded, enteredBy: enteredBy(loaded.history) });
  if (refusal) return refusedAnswer(request, loaded, refusal);
  const { id, report } = loaded.revision;
  return decide(request, action, loaded, deps, {
    refuse: (errors) => reportAnswer(request, loaded, { typed: body, errors }),
    refused: (why) => refusedAnswer(request, loaded, why),
    stale: async () =>
      reportAnswer(request, (await loadReport({ ...report, id }, request.now, deps)) ?? loaded, {
        typed: body,
        stale: true,
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
};
