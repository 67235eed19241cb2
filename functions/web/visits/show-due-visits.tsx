import type { Action } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { loadDueVisits } from '#functions/web/visits/load-due-visits.ts';
import { parseMonth } from '#shared/period.ts';
import { communeOf, fullName, type UnitId } from '#shared/units/units.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { DueVisitsPage } from '#web/visits/due-visits-page.tsx';

export interface DueVisitsDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
}

/** Lists the visits that were due and are not reported, of all groups that the reader sees. */
export const showDueVisits: Action<DueVisitsDeps> = async ({ viewer, query, lang, now }, deps) => {
  const month = parseMonth(query['month'] ?? '');
  const visits = await loadDueVisits(viewer, now, deps, month);
  const ids = [...new Set(visits.flatMap(({ unit }) => [unit, communeOf(unit)]))];
  const found = await Promise.all(ids.map((id) => deps.directory.unit(id)));
  const names = new Map(found.flatMap((unit) => (unit ? [[unit.id, fullName(unit)] as const] : [])));
  const nameOf = (unit: UnitId) => names.get(unit) ?? unit;
  return {
    status: 200,
    of: { unit: viewer.unit, page: visitsTexts[lang].title },
    json: { total: visits.length, visits: visits.map(({ id, group, unit, date }) => ({ id, group, unit, date })) },
    page: (context) => <DueVisitsPage context={context} visits={visits} nameOf={nameOf} {...(month && { month })} />,
  };
};
