import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { addMonths, lastMonthOf, monthAt, monthsOf, parsePeriod } from '#shared/period.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import { isLargeUnit } from '#shared/scorecards/is-large-unit.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import { districtOf } from '#shared/units/units.ts';
import { CountedPage } from '#web/tasks/counted-page.tsx';

export interface CountedStores {
  readonly scorecards: Pick<ScorecardStore, 'between'>;
}

/**
 * The tasks of a large district, commune by commune as the scorecard of the period counts them: what the meetings said
 * that followed them up; without a period, those of the last month. The list of one commune is read as it stands.
 * `undefined` for any other reader or unit: then the list itself is shown.
 */
export async function showCounted(request: SignedIn, { scorecards }: CountedStores): Promise<Answer | undefined> {
  const { query, viewer, now } = request;
  const id = openedUnit(viewer, query['unit']);
  const period = query['month'] === undefined ? addMonths(monthAt(now), -1) : parsePeriod(query['month']);
  if (viewer.role !== 'district' || !id || id !== districtOf(id) || query['group'] || !period) return undefined;
  const months = monthsOf(period);
  const found = await scorecards.between(id, months[0] ?? lastMonthOf(period), lastMonthOf(period));
  const scorecard = mergeMonths(period, found, { now });
  if (!scorecard || !isLargeUnit(scorecard)) return undefined;
  const { unit, name, generatedAt } = scorecard;
  const countsOf = ({ indicators }: Pick<typeof scorecard, 'indicators'>) => {
    const { numerator: overdue, denominator: due } = partsOf(indicators, 'tasksOverdue');
    return { due, done: partsOf(indicators, 'tasksDone').numerator, overdue };
  };
  const counts = countsOf(scorecard);
  const communes = scorecard.children
    .map((child) => ({ unit: child.unit, name: child.name, ...countsOf(child) }))
    .sort((a, b) => b.overdue - a.overdue);
  return {
    status: 200,
    of: { unit },
    json: { unit, month: period, countedAt: generatedAt, counts, communes },
    page: (context) => (
      <CountedPage
        {...{ context, counts, communes }}
        unit={{ id: unit, name }}
        month={period}
        countedAt={generatedAt}
        {...(lastMonthOf(period) < monthAt(now) && { nextMonth: addMonths(lastMonthOf(period), 1) })}
        previousMonth={addMonths(months[0] ?? lastMonthOf(period), -1)}
      />
    ),
  };
}
