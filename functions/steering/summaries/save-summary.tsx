import { authorshipOf } from '#functions/http/authorship-of.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { takeForm } from '#functions/http/take-form.ts';
import { loadSummary, type SummaryDeps } from '#functions/steering/summaries/load-summary.ts';
import { summaryAnswer } from '#functions/steering/summaries/show-summary.tsx';
import { pathTo } from '#shared/access/routes.ts';
import { parseWords } from '#shared/documents/judged-words.ts';
import { readBase } from '#shared/input/read-base.ts';
import { summaryGenerated } from '#shared/summaries/summary-document.ts';
import { summaryWordParts } from '#shared/summaries/summary-words.ts';

/** Stores the words of a summary of a span of months. Earlier revisions stay. */
export const saveSummary: Action<SummaryDeps> = async (request, deps) => {
  const { csrf, baseRevision, from = '', to = '', ...typed } = request.body;
  const { lang } = request;
  const load = () => loadSummary(request, 'submit', { from, to }, deps);
  const loaded = await load();
  if (!loaded) return problem('not-found', lang);
  const { facts, span, errors: ofSpan, figures } = loaded;
  // The months come from the page: a form without them is about nothing, and not about the usual ones.
  if (ofSpan.length > 0 || from === '' || to === '') {
    const errors = ofSpan.length > 0 ? ofSpan : [{ field: from === '' ? 'from' : 'to', code: 'required' as const }];
    const answer = summaryAnswer(request, { ...loaded, errors }, { typed });
    return { ...answer, status: 422, json: fieldProblem(errors, lang) };
  }
  if (facts.summary.counted === 0) return problem('no-scorecard', lang);
  const { unit } = facts;
  const of = { unit, ...span };
  return takeForm(request, {
    parse: () => parseWords(typed, summaryGenerated(facts), summaryWordParts),
    refuse: (errors) => summaryAnswer(request, loaded, { typed, errors }),
    append: ({ words }, before) =>
      deps.summaries.append(of, { words, figures }, readBase(baseRevision), authorshipOf(request), before),
    stale: async () => summaryAnswer(request, (await load()) ?? loaded, { typed, stale: true }),
    owes: ({ revision }) => ({ of: `${unit}_${span.from}_${span.to}_summary#${revision}` }),
    done: (stored) => ({
      status: 200,
      location: pathTo('/summaries/{unit}', { unit }, { ...span, done: '1' }),
      json: stored,
    }),
  });
};
