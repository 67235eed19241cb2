import { fileTypes, writeDocument } from '#functions/documents/write-document.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { fieldProblem, problem } from '#functions/http/problem.tsx';
import { loadMonths, type MonthsDeps } from '#functions/reports/load-months.ts';
import type { BaselineStore } from '#functions/store/baseline-store.ts';
import { can } from '#shared/access/can.ts';
import { parseSpan } from '#shared/input/parse-span.ts';
import { formatInstant, monthDigits } from '#shared/language/format.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, type Month, monthAt } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { MOST_MONTHS, summaryOf } from '#shared/summaries/summary.ts';
import { layoutOf, type SummaryFacts, summaryDocument, summarySections } from '#shared/summaries/summary-document.ts';
import { districtOf, fullName, type UnitId } from '#shared/units/units.ts';
import { SummaryPage } from '#web/summaries/summary-page.tsx';

interface Deps extends MonthsDeps {
  readonly baselines: Pick<BaselineStore, 'between'>;
}

/** Tables with a column a year. In points. */
const TABLE_POINTS = 10;

/** A span of months summed up: `/summaries/hiep-hoa?from=2019-03&to=2021-02`, as a page or with `file=pdf` as a file. */
export const showSummary: Action<Deps> = async (request, deps) => {
  const { params, query, viewer, lang, now } = request;
  const id = namedUnit(viewer, 'see', params['unit']);
  if (!id) return problem('not-found', lang);
  const { span, errors } = parseSpan(query, addMonths(monthAt(now), -1), MOST_MONTHS);
  const sees = (of: UnitId, month: Month) => can(viewer, 'see', of, month);
  const [unit, loaded, baselines] = await Promise.all([
    deps.directory.unit(id),
    loadMonths(id, span, sees, deps),
    id === districtOf(id) && !findRegime(span.from) ? deps.baselines.between(id, span.from, span.to) : [],
  ]);
  if (!unit || unit.level === 'cell') return problem('not-found', lang);
  const last = loaded.months.at(-1);
  const facts: SummaryFacts = {
    ...{ unit: id, name: last?.name ?? fullName(unit), today: dayAt(now), generated: unit.generated === true },
    summary: summaryOf(span, loaded.months, baselines),
    months: last ? trendOf(span, loaded.months, baselines).months : [],
  };
  const format = (['pdf', 'docx'] as const).find((each) => each === query['file']);
  if (format && errors.length === 0 && facts.summary.counted > 0) return file(request, facts, format);
  return {
    status: errors.length > 0 ? 422 : 200,
    json:
      errors.length > 0
        ? fieldProblem(errors, lang)
        : { unit: id, name: facts.name, ...facts.summary, sections: summarySections(facts) },
    page: (context) => (
      <SummaryPage
        context={context}
        facts={facts}
        form={{
          lang: context.lang,
          typed:
            errors.length > 0
              ? { from: query['from'] ?? '', to: query['to'] ?? '' }
              : { from: monthDigits(span.from), to: monthDigits(span.to) },
          errors,
        }}
      />
    ),
  };
};

async function file({ viewer, now }: SignedIn, facts: SummaryFacts, format: keyof typeof fileTypes): Promise<Answer> {
  const { unit, name: unitName, summary } = facts;
  const name = `so-ket_${unit}_${summary.from}_${summary.to}.${format}`;
  const body = await writeDocument(format, summaryDocument(facts), {
    title: `Sơ kết sinh hoạt chi bộ, ${unitName}`,
    at: new Date(now),
    layout: layoutOf(summary),
    footer: `Xuất bởi ${viewer.user} lúc ${formatInstant(now)}`,
    tablePoints: TABLE_POINTS,
  });
  return {
    status: 200,
    file: { body, type: fileTypes[format], name },
    audit: [{ kind: 'exported', of: name }],
  };
}
