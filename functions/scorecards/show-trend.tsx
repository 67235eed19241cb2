import type { Action } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { fieldProblem, problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { can } from '#shared/access/can.ts';
import { parseSpan } from '#shared/input/parse-span.ts';
import type { Typed } from '#shared/input/typed.ts';
import { lastMonthOf, monthAt } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { fullName } from '#shared/units/units.ts';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly scorecards: Pick<ScorecardStore, 'between'>;
}

/** A unit over months: `/scorecards/hiep-hoa?from=2020-03&to=2021-02`; the last twelve unless months are asked for. */
export const showTrend: Action<Deps> = async ({ params, query, viewer, lang, now }, { scorecards, directory }) => {
  const id = namedUnit(viewer, 'see', params['unit']);
  if (!id) return problem('not-found', lang);
  const { span, errors } = parseSpan(query, monthAt(now));
  const [unit, stored] = await Promise.all([directory.unit(id), scorecards.between(id, span.from, span.to)]);
  const found = stored.filter(({ month }) => can(viewer, 'see', id, lastMonthOf(month)));
  if (!unit || unit.level === 'cell') return problem('not-found', lang);

  const trend = found.length > 0 ? trendOf(span, found) : undefined;
  const typed: Typed = { from: query['from'] ?? '', to: query['to'] ?? '' };
  const name = trend?.name ?? fullName(unit);
  return {
    status: errors.length > 0 ? 422 : 200,
    json:
      errors.length > 0
        ? fieldProblem(errors, lang)
        : (trend ?? { unit: id, name, ...span, months: [], completeness: [] }),
    page: (context) => (
      <TrendPage
        context={context}
        unit={{ id, name }}
        span={span}
        {...(trend && { trend })}
        {...(errors.length > 0 && { typed, errors })}
      />
    ),
  };
};
