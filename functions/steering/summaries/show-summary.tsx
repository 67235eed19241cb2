import { fileTypes, writeDocument } from '#functions/documents/write-document.ts';
import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type LoadedSummary, loadSummary, type SummaryDeps } from '#functions/steering/summaries/load-summary.ts';
import { can } from '#shared/access/can.ts';
import { type JudgedWords, wordPartIds } from '#shared/documents/judged-words.ts';
import { formatInstant } from '#shared/language/format.ts';
import { monthAt } from '#shared/period.ts';
import { layoutOf, summaryDocument, summaryGenerated, summarySections } from '#shared/summaries/summary-document.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';
import { SummaryPage } from '#web/summaries/summary-page.tsx';

/** Tables with a column a year. In points. */
const TABLE_POINTS = 10;

/** A span of months summed up: `/summaries/hiep-hoa?from=2019-03&to=2021-02`, as a page or with `file=pdf` as a file. */
export const showSummary: Action<SummaryDeps> = async (request, deps) => {
  const { query, lang } = request;
  const loaded = await loadSummary(request, 'see', query, deps);
  if (!loaded) return problem('not-found', lang);
  const { facts, errors } = loaded;
  const format = (['pdf', 'docx'] as const).find((each) => each === query['file']);
  if (format && errors.length === 0 && facts.summary.counted > 0) return file(request, loaded, format);
  const answer = summaryAnswer(request, loaded, {});
  return errors.length > 0 ? { ...answer, status: 422, json: fieldProblem(errors, lang) } : answer;
};

/** The page again with what was typed, or what stands. */
export function summaryAnswer(
  { viewer, query, now, lang }: SignedIn,
  loaded: LoadedSummary,
  { typed, errors = [], stale }: SentFormState,
): Answer {
  const { facts, asked, revisions, figures } = loaded;
  const { unit, name, summary } = facts;
  const generated = summaryGenerated(facts);
  const words = wordsOf(loaded);
  const newest = revisions.at(-1);
  return {
    status: 200,
    of: { unit, page: summaryTexts[lang].title },
    json: {
      ...{ unit, name, ...summary, sections: summarySections(facts), generated, words },
      revision: newest?.revision ?? 0,
      ...(newest && { by: newest.by, at: newest.at }),
    },
    audit: shown(loaded),
    page: (context) => (
      <SummaryPage
        context={context}
        facts={facts}
        revisions={revisions}
        changed={newest !== undefined && newest.figures !== figures}
        mayEdit={viewer.role !== 'group' && can(viewer, 'submit', unit, monthAt(now))}
        form={{ lang: context.lang, typed: asked, errors: loaded.errors }}
        wordsForm={{ lang: context.lang, typed: typed ?? { ...generated, ...words }, errors }}
        stale={stale === true}
        done={query['done'] === '1'}
      />
    ),
  };
}

async function file({ viewer, now }: SignedIn, loaded: LoadedSummary, format: keyof typeof fileTypes): Promise<Answer> {
  const { facts } = loaded;
  const { unit, name: unitName, summary } = facts;
  const name = `so-ket_${unit}_${summary.from}_${summary.to}.${format}`;
  const body = await writeDocument(format, summaryDocument(facts, wordsOf(loaded)), {
    title: `Sơ kết sinh hoạt chi bộ, ${unitName}`,
    at: new Date(now),
    layout: layoutOf(summary),
    footer: `Xuất bởi ${viewer.user} lúc ${formatInstant(now)}`,
    tablePoints: TABLE_POINTS,
  });
  return {
    status: 200,
    file: { body, type: fileTypes[format], name },
    audit: [{ kind: 'exported', of: name }, ...shown(loaded)],
  };
}

function wordsOf({ revisions }: LoadedSummary): JudgedWords {
  return revisions.at(-1)?.words ?? {};
}

/** Somebody's words were shown, if there are any. */
function shown(loaded: LoadedSummary) {
  const { unit, summary } = loaded.facts;
  const words = wordsOf(loaded);
  const name = `${unit}_${summary.from}_${summary.to}_summary`;
  return viewed(wordPartIds.some((part) => words[part]) ? [name] : []);
}
