import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { loadLines, type MonthsDeps } from '#functions/reports/load-months.ts';
import type { BaselineStore } from '#functions/store/baseline-store.ts';
import { can } from '#shared/access/can.ts';
import { parseSpan } from '#shared/input/parse-span.ts';
import type { Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { type Month, monthAt } from '#shared/period.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { districtOf, fullName, type UnitId } from '#shared/units/units.ts';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

interface TrendDeps extends MonthsDeps {
  readonly baselines: Pick<BaselineStore, 'between'>;
}

/** A unit over months: `/scorecards/hiep-hoa?from=2020-03&to=2021-02`; the last twelve unless months are asked for. */
export const showTrend: Action<TrendDeps> = async ({ params, query, viewer, lang, now }, deps) => {
  const { directory, baselines } = deps;
  const id = await namedBefore(viewer, now, directory, (as) => namedUnit(as, 'see', params['unit']));
  if (!id) return problem('not-found', lang);
  const { span, errors } = parseSpan(query, monthAt(now));
  const sees = (of: UnitId, month: Month) => can(viewer, 'see', of, month);
  const [unit, loaded, counted] = await Promise.all([
    directory.unit(id),
    loadLines(id, span, sees, deps),
    // Only a district has counts of its own from before a regime.
    id === districtOf(id) && !findRegime(span.from) ? baselines.between(id, span.from, span.to) : [],
  ]);
  const { months: found, before, stoodAs, isSplit } = loaded;
  if (!unit || unit.level === 'cell') return problem('not-found', lang);

  const called = { unit: id, name: fullName(unit) };
  const trend = found.length + counted.length > 0 ? trendOf(span, found, counted, called) : undefined;
  const typed: Typed = { from: query['from'] ?? '', to: query['to'] ?? '' };
  const name = trend?.name ?? called.name;
  return {
    status: errors.length > 0 ? 422 : 200,
    of: { unit: id, page: trendTexts[lang].title },
    json:
      errors.length > 0
        ? fieldProblem(errors, lang)
        : (trend ?? { unit: id, name, ...span, months: [], completeness: [] }),
    page: (context) => (
      <TrendPage
        context={context}
        unit={{ id, name }}
        span={span}
        before={before}
        stoodAs={stoodAs}
        isSplit={isSplit}
        {...(trend && { trend })}
        {...(errors.length > 0 && { typed, errors })}
      />
    ),
  };
};
