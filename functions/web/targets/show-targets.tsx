import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { loadProgress, loadTargets, plansNamed, type TargetDeps } from '#functions/reports/load-targets.ts';
import { linesOf } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { can } from '#shared/access/can.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Month, monthAt, parsePeriod, standsIn } from '#shared/period.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import type { TargetPlanRevision } from '#shared/targets/target-plan.ts';
import { toTypedTargets } from '#shared/targets/to-typed-targets.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { fullName, type Unit, unitIn } from '#shared/units/units.ts';
import { TargetsPage } from '#web/targets/targets-page.tsx';

export interface TargetsDeps extends TargetDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits'>;
}

/** A cell's targets of a year, with all that decides whether they may be changed. */
interface LoadedTargets {
  readonly cell: Unit;
  readonly name: string;
  readonly year: Year;
  readonly plan: TargetPlanRevision | undefined;
  readonly progress: readonly TargetProgress[];
  /** Why nobody can change them now. */
  readonly closed?: 'over' | 'not-standing';
  readonly mayWrite: boolean;
  readonly previous?: Year;
  readonly next?: Year;
}

/** A plan may be made for the year to come. */
const YEARS_AHEAD = 1;
/** Nothing was reported before. */
const FIRST_YEAR = '2019';

function isShown(year: Year, month: Month): boolean {
  return year >= FIRST_YEAR && Number(year) <= Number(month.slice(0, 4)) + YEARS_AHEAD;
}

/** The years before and after that have a page. */
function yearsBeside(year: Year, month: Month): Pick<LoadedTargets, 'previous' | 'next'> {
  const [previous, next] = [-1, 1].map((by) => String(Number(year) + by) as Year) as [Year, Year];
  return { ...(isShown(previous, month) && { previous }), ...(isShown(next, month) && { next }) };
}

/** Shows a cell's targets of a year, their progress by quarter, and the form to those who may enter them. */
export const showTargets: Action<TargetsDeps> = async (request, deps) => {
  const { query, lang } = request;
  const loaded = await loadYear(request, query['cell'], query['year'], deps);
  if (!loaded) return problem('not-found', lang);
  return targetsAnswer(loaded, { done: query['done'] === '1' });
};

/** @returns `undefined` for a cell that the viewer does not see, and for a year that is none of ours */
export async function loadYear(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  typedCell: string | undefined,
  typedYear: string | undefined,
  deps: TargetsDeps,
): Promise<LoadedTargets | undefined> {
  const month = monthAt(now);
  const typed = typedCell ?? (viewer.role === 'cell' ? viewer.unit : undefined);
  const id = await namedBefore(viewer, now, deps.directory, (as) => namedUnit(as, 'see', typed));
  const year = parsePeriod(typedYear ?? month.slice(0, 4));
  const cell = id === undefined ? undefined : await deps.directory.unit(id);
  if (cell?.level !== 'cell' || !year || !/^\d{4}$/.test(year)) return undefined;
  if (!isShown(year as Year, month)) return undefined;
  const cells = [...new Set((await linesOf(cell, deps.directory)).flat())];
  const plans = await loadTargets(cells, deps.targets);
  const isOver = year < month.slice(0, 4);
  const stands =
    monthsOfYear(year).some((each) => standsIn(each, cell)) && (isOver || standsIn(laterOf(month, year), cell));
  const shown = isOver ? (`${year}-12` as Month) : month;
  return {
    cell,
    name: fullName(unitIn(cell.to && cell.to < shown ? cell.to : shown, cell)),
    year: year as Year,
    ...yearsBeside(year as Year, month),
    plan: plans.find((each) => each.cell === cell.id && each.year === year),
    progress: await loadProgress(cells, plans, year as Year, month, deps),
    ...(!stands ? { closed: 'not-standing' as const } : isOver && { closed: 'over' as const }),
    mayWrite: can(viewer, 'submit', cell.id) && (viewer.role === 'cell' || viewer.role === 'commune'),
  };
}

const monthsOfYear = (year: string) =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}` as Month);
const laterOf = (month: Month, year: string) => (month.startsWith(year) ? month : (`${year}-01` as Month));

/** What a form that came back had typed, and why it came back. */
interface SaidOfTargets {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly stale?: boolean;
  readonly done?: boolean;
}

/** The page; what was typed stays, also where somebody else was quicker. */
export function targetsAnswer(
  { cell, name, year, previous, next, plan, progress, closed, mayWrite }: LoadedTargets,
  { typed, errors = [], stale = false, done = false }: SaidOfTargets,
): Answer {
  const own = plan?.targets ?? [];
  return {
    status: 200,
    of: { unit: cell.id },
    json: { cell: cell.id, name, year, revision: plan?.revision ?? 0, targets: own, progress },
    audit: viewed(plansNamed(progress), `targets ${cell.id} ${year}`),
    page: (context) => (
      <TargetsPage
        context={context}
        cell={{ id: cell.id, name }}
        year={year}
        {...(previous && { previous })}
        {...(next && { next })}
        progress={progress}
        {...(closed && { closed })}
        {...(mayWrite &&
          !closed && { writing: { typed: typed ?? toTypedTargets(own), baseRevision: plan?.revision ?? 0 } })}
        {...(closed && typed && { kept: typed })}
        errors={errors}
        stale={stale}
        done={done}
      />
    ),
  };
}
