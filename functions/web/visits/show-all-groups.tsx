import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { type AttendedDeps, loadAttended } from '#functions/web/visits/load-attended.ts';
import type { LoadVisitsDeps } from '#functions/web/visits/load-visits.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, type Month, monthAt, monthOf, parseMonth } from '#shared/period.ts';
import { districtOf, fullName } from '#shared/units/units.ts';
import { neverAttended } from '#shared/visits/attended-cells.ts';
import { groupMonthOf } from '#shared/visits/group-month.ts';
import { planUntil } from '#shared/visits/plan-until.ts';
import { groupsTexts } from '#shared/visits/texts/groups.ts';
import { AllGroupsPage, type GroupLine } from '#web/visits/all-groups-page.tsx';

/** Shows the visits of all working groups in a month, and the cells that nobody has attended for a year. */
export const showAllGroups: Action<LoadVisitsDeps & AttendedDeps> = async ({ viewer, query, lang, now }, deps) => {
  const month = parseMonth(query['month'] ?? monthAt(now));
  const id = districtOf(viewer.unit);
  if (!month || !findRegime(month) || month > monthOf(planUntil(dayAt(now)))) return problem('not-found', lang);
  const [found, visits] = await Promise.all([
    deps.directory.directory(id, month),
    deps.visits.newestOfMonth(id, month),
  ]);
  if (!found) return problem('not-found', lang);
  const { communes, cells } = found;
  const attended = await loadAttended(id, month, cells, deps);
  const lines = found.groups.map((group): GroupLine => {
    const rows = groupMonthOf({ group, month, communes, cells, visits, today: dayAt(now) }).communes;
    const sum = (part: 'planned' | 'done' | 'due' | 'overdue' | 'covered' | 'cells') =>
      rows.reduce((total, each) => total + each[part], 0);
    return {
      number: group.number,
      name: group.name,
      planned: sum('planned'),
      done: sum('done'),
      due: sum('due'),
      overdue: sum('overdue'),
      covered: sum('covered'),
      cells: sum('cells'),
      never: rows.flatMap(({ commune }) => {
        const own = cells.filter((cell) => cell.id.startsWith(`${commune.id}.`));
        const left = neverAttended(own, attended).map((cell) => fullName(cell));
        return left.length > 0 ? [{ commune: fullName(commune), cells: left }] : [];
      }),
    };
  });
  const next: Month = addMonths(month, 1);
  return {
    status: 200,
    of: { unit: id, page: groupsTexts[lang].title },
    json: { month, groups: lines },
    page: (context) => (
      <AllGroupsPage
        context={context}
        month={month}
        {...(findRegime(addMonths(month, -1)) && { previousMonth: addMonths(month, -1) })}
        {...(next <= addMonths(monthAt(now), 1) && { nextMonth: next })}
        groups={lines}
      />
    ),
  };
};
