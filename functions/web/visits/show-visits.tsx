import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { type AttendedDeps, loadAttended } from '#functions/web/visits/load-attended.ts';
import { type LoadedVisits, type LoadVisitsDeps, loadVisits } from '#functions/web/visits/load-visits.ts';
import { showAllGroups } from '#functions/web/visits/show-all-groups.tsx';
import { type DueVisitsDeps, showDueVisits } from '#functions/web/visits/show-due-visits.tsx';
import { type MemoDeps, showMemo } from '#functions/web/visits/show-memo.tsx';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, type Month, monthAt, monthOf, parseMonth } from '#shared/period.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { nameWithin } from '#shared/units/name-within.ts';
import { fullName, type UnitId } from '#shared/units/units.ts';
import { neverAttended } from '#shared/visits/attended-cells.ts';
import { planUntil } from '#shared/visits/plan-until.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { VisitsPage } from '#web/visits/visits-page.tsx';

export interface ShowVisitsDeps extends LoadVisitsDeps {
  readonly directory: LoadVisitsDeps['directory'] & AttendedDeps['directory'];
  readonly scorecards: Pick<ScorecardStore, 'current'>;
}

/** The figures of a commune that a working group reads first. */
const shown: ReadonlySet<Indicator['id']> = new Set(['reported', 'attendance', 'score']);

/** Shows a working group's page: its communes' results, its plan and its visits. */
export const showVisits: Action<ShowVisitsDeps & DueVisitsDeps & MemoDeps> = async (request, deps) => {
  if (request.query['state'] === 'overdue') return showDueVisits(request, deps);
  if (request.query['view'] === 'memo') return showMemo(request, deps);
  // Who answers for all groups begins with all.
  const asked = request.query['group'] ?? 'all';
  if (request.viewer.role === 'district' && asked === 'all') return showAllGroups(request, deps);
  const month = parseMonth(request.query['month'] ?? monthAt(request.now));
  // Nothing is planned after that, so there is no such page.
  const isShown = month && findRegime(month) && month <= monthOf(planUntil(dayAt(request.now)));
  const loaded = isShown && (await loadVisits(request, month, deps));
  return loaded ? visitsAnswer(request, loaded, 200, {}, deps) : problem('not-found', request.lang);
};

/** Shows the group's page, including after a plan was rejected. */
export async function visitsAnswer(
  { viewer, now, lang }: SignedIn,
  loaded: LoadedVisits,
  status: number,
  { typed = {}, errors = [] }: { readonly typed?: Typed; readonly errors?: readonly FieldError[] },
  deps: Pick<ShowVisitsDeps, 'scorecards' | 'visits' | 'directory'>,
): Promise<Answer> {
  const { group, month, communes, visits, units, groups, closed, district } = loaded;
  const mayPlan = viewer.role === 'group' && !closed;
  const [results, attended] = await Promise.all([
    Promise.all(
      communes.map(async ({ commune }) => (await deps.scorecards.current(commune.id, month))?.indicators ?? []),
    ),
    mayPlan ? loadAttended(district.id, month, units, deps) : new Map<string, never>(),
  ]);
  const never = new Set(neverAttended(units, attended).map(({ id }) => id));
  const named = new Map(units.map((unit) => [unit.id, fullName(unit)]));
  const nameInCommune = (unit: UnitId) => named.get(unit) ?? unit;
  // Names repeat from commune to commune.
  const nameOf = (unit: UnitId) => (communes.length > 1 ? nameWithin(unit, nameInCommune) : nameInCommune(unit));
  const today = dayAt(now);
  const next: Month = addMonths(month, 1);
  return {
    status,
    of: { unit: viewer.unit, page: visitsTexts[lang].title },
    json: errors.length > 0 ? fieldProblem(errors, lang) : { group: group.number, month, communes, visits },
    page: (context) => (
      <VisitsPage
        context={context}
        group={group}
        month={month}
        {...(findRegime(addMonths(month, -1)) && { previousMonth: addMonths(month, -1) })}
        {...(next <= addMonths(monthAt(now), 1) && { nextMonth: next })}
        groups={viewer.role === 'district' ? groups : []}
        communes={communes.map((row, at) => ({
          ...row,
          figures: results[at]?.filter(({ id }) => shown.has(id)) ?? [],
        }))}
        visits={visits.map((visit) => ({ visit, unitName: nameOf(visit.unit) }))}
        units={units.map((unit) => ({
          id: unit.id,
          name: fullName(unit),
          level: unit.level,
          ...(mayPlan && never.has(unit.id) && { left: nameOf(unit.id) }),
        }))}
        today={today}
        mayPlan={mayPlan}
        typed={typed}
        errors={errors}
      />
    ),
  };
}
