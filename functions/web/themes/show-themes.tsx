import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { loadMeetings, loadPlans } from '#functions/web/themes/load-with-forebears.ts';
import { can } from '#shared/access/can.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { type Month, monthAt, monthsOf, parsePeriod, shiftPeriod } from '#shared/period.ts';
import {
  type QuarterNumber,
  quarterIn,
  quarterNumberOf,
  type ThematicMeeting,
  type ThematicPlanRevision,
  themeYearOf,
  typedThematicPlans,
  type Year,
} from '#shared/themes/thematic-plan.ts';
import { cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import { hasEnded } from '#shared/units/ended-unit.ts';
import { nearestMonth } from '#shared/units/months-beside.ts';
import { fullName, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { ThemesPage } from '#web/themes/themes-page.tsx';

export interface ThemesDeps {
  readonly directory: Pick<DirectoryStore, 'directoryAround' | 'unit'>;
  readonly reports: Pick<ReportStore, 'arrivedInMonth'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'>;
}

/** A unit's year of thematic meetings. */
export interface LoadedThemes {
  readonly unit: Unit;
  readonly year: Year;
  /** The current month. */
  readonly month: Month;
  readonly communes: readonly Unit[];
  readonly cells: readonly Unit[];
  readonly plans: ReadonlyMap<UnitId, ThematicPlanRevision>;
  /** A commune or cell has the year's plans, a district those of the quarter shown. */
  readonly meetings: readonly ThematicMeeting[];
  readonly quarter: QuarterNumber;
}

/** Shows planned and held thematic meetings of a cell, a commune's cells or all communes. */
export const showThemes: Action<ThemesDeps> = async (request, deps) => {
  const loaded = await loadThemes(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return themesAnswer(request, loaded, 200, { done: request.query['done'] === '1' });
};

export async function loadThemes(
  { query, viewer, now }: SignedIn,
  { directory, reports, thematicPlans }: ThemesDeps,
): Promise<LoadedThemes | undefined> {
  const id = openedUnit(viewer, query['unit']);
  const month = monthAt(now);
  const year = parsePeriod(query['year'] ?? month.slice(0, 4));
  if (!id || !year || !/^\d{4}$/.test(year)) return undefined;
  const isThis = year === month.slice(0, 4);
  if (!findRegime(`${year}-12` as Month) || year > String(Number(month.slice(0, 4)) + 1)) return undefined;
  const usual = isThis ? month : (`${year}-${year < month ? '12' : '01'}` as Month);
  const span = await directory.unit(id);
  // Of a year in which the unit ended, or began, what it had then is shown.
  const shown = span && nearestMonth(usual, [span]);
  if (!shown || shown.slice(0, 4) !== year) return undefined;
  const quarter = quarterNumberOf(shown);
  const found = await directory.directoryAround(id, shown);
  const unit = [found?.district, ...(found?.communes ?? []), ...(found?.cells ?? [])].find((each) => each?.id === id);
  if (!found || !unit) return undefined;
  const months = monthsOf(unit.level === 'district' ? quarterIn(year, quarter) : year).filter((each) => each <= month);
  const [plans, meetings] = await Promise.all([
    loadPlans(id, year, found, { thematicPlans }),
    loadMeetings(id, months, found, { reports }),
  ]);
  const seen = (each: Unit) => isWithin(each.id, id) && can(viewer, 'see', each.id);
  return {
    unit,
    year,
    month,
    communes: unit.level === 'district' ? found.communes.filter(seen) : [],
    cells: found.cells.filter(seen),
    plans,
    meetings,
    quarter,
  };
}

/** Each cell's plan is stored separately. `stale` lists the cells whose plans have changed since they were read. */
type SaidOfPlans = Omit<SentFormState, 'stale'> & { readonly stale?: readonly UnitId[] };

/** Shows the page, including after a plan was rejected. */
export function themesAnswer(
  { viewer, lang, query }: SignedIn,
  { unit, year, month, communes, cells, plans, meetings, quarter }: LoadedThemes,
  status: number,
  { done = false, typed, errors = [], stale = [] }: SaidOfPlans,
): Answer {
  const isDistrict = unit.level === 'district';
  const heldBy = Map.groupBy(meetings, ({ cell }) => cell);
  const yearOf = (cell: Unit) => themeYearOf(cell, plans.get(cell.id), heldBy.get(cell.id) ?? [], year, month);
  const years = isDistrict ? [] : cells.map(yearOf);
  const held = new Set(meetings.map(({ cell }) => cell));
  const rows = communes.map((commune) => {
    const own = cells.filter(({ id }) => isWithin(id, commune.id));
    return {
      commune,
      cells: own.length,
      planned: own.filter(({ id }) => plans.get(id)?.quarters[quarter]).length,
      held: own.filter(({ id }) => held.has(id)).length,
    };
  });
  const [previous, next] = [shiftPeriod(year, -1), shiftPeriod(year, 1)];
  const has = (other: string) => unit.from.slice(0, 4) <= other && (!unit.to || other <= unit.to.slice(0, 4));
  return {
    status,
    of: { unit: unit.id },
    json:
      errors.length > 0 ? fieldProblem(errors, lang) : { unit: unit.id, year, quarter, cells: years, communes: rows },
    page: (context) => (
      <ThemesPage
        context={context}
        unit={{ id: unit.id, name: fullName(unit) }}
        year={year}
        {...(findRegime(`${previous}-12` as Month) && has(previous) && { previousYear: previous })}
        {...(Number(year) <= Number(month.slice(0, 4)) && has(next) && { nextYear: next })}
        month={month}
        cells={years}
        {...(!isDistrict && { shown: cellsPage(cells, query, cellsAPage.themes) })}
        communes={rows}
        quarter={quarter}
        {...(!isDistrict &&
          can(viewer, 'submit', unit.id) &&
          year >= month.slice(0, 4) &&
          !hasEnded(unit, month) && {
            planning: {
              bases: new Map([...plans].map(([cell, { revision }]) => [cell, revision])),
              typed: typed ?? typedThematicPlans(plans.values()),
            },
          })}
        errors={errors}
        stale={stale}
        done={done}
      />
    ),
  };
}
