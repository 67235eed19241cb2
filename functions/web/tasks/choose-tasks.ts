import type { SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { loadSaidRows, loadTaskRows, type TaskRowStores, type TaskScope } from '#functions/reports/load-task-rows.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { can } from '#shared/access/can.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { dayAt, type Month, monthAt, monthsOf, type Period, parsePeriod } from '#shared/period.ts';
import { byDue, choose, readChoice, type TaskChoice } from '#shared/tasks/task-choice.ts';
import type { TaskRow } from '#shared/tasks/task-row.ts';
import { districtOf, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

export interface TaskListStores extends TaskRowStores {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'allUnits' | 'groups'>;
}

/** What chooses a list of tasks in an address. */
export const taskListNames = ['unit', 'month', 'state', 'who', 'when', 'group'] as const;

/** The tasks that an address asks for. */
interface ChosenTasks {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  /** The period whose meetings said how the tasks stood, and its months; without it they stand as today. */
  readonly asked?: Period;
  readonly months?: readonly Month[];
  readonly choice: TaskChoice;
  readonly rows: readonly TaskRow[];
  /** Those in the state that is asked for. */
  readonly inState: readonly TaskRow[];
  /** Those that are listed, in the order of the list. */
  readonly chosen: readonly TaskRow[];
}

/** Chooses tasks as an address asks; `undefined` where it names nothing of the reader's. */
export async function chooseTasks(
  request: Pick<SignedIn, 'viewer' | 'now'>,
  query: Readonly<Record<string, string | undefined>>,
  deps: TaskListStores,
): Promise<ChosenTasks | undefined> {
  const { viewer, now } = request;
  const id = await namedBefore(viewer, now, deps.directory, (as) => openedUnit(as, query['unit']));
  const asked = query['month'] === undefined ? undefined : parsePeriod(query['month']);
  const months = asked && monthsOf(asked).filter((month) => findRegime(month) && month <= monthAt(now));
  if (!id || (query['month'] !== undefined && !months?.length)) return undefined;
  const scope = await scopeOf(request, query['group'], id, months ?? [monthAt(now)], deps);
  const { rows, units } = await (months ? loadSaidRows(scope, months, now, deps) : loadTaskRows(scope, now, deps));
  const unit = units.find((each) => each.id === id);
  if (!unit) return undefined;
  const today = dayAt(now);
  const choice = readChoice(query, months ? 'said' : 'today');
  const inState = choose(rows, { state: choice.state }, today);
  const chosen = choose(inState, choice, today).sort(byDue);
  return { unit, units, ...(asked && { asked }), ...(months && { months }), choice, rows, inState, chosen };
}

/** Whose tasks the reader sees there: a working group those of its communes, as does who asks for a group's. */
async function scopeOf(
  { viewer }: Pick<SignedIn, 'viewer'>,
  group: string | undefined,
  unit: UnitId,
  months: readonly Month[],
  { directory }: TaskListStores,
): Promise<TaskScope> {
  const number = viewer.role === 'district' ? parseCount(group ?? '') : undefined;
  const sees = (cell: UnitId, month: Month) => can(viewer, 'see', cell, month);
  if (number === undefined) return { unit, has: sees, isPart: viewer.role === 'group' && unit === viewer.unit };
  const communes = new Map(
    await Promise.all(
      months.map(async (month) => {
        const found = (await directory.groups(districtOf(unit), month)).find((each) => each.number === number);
        return [month, found?.communes ?? []] as const;
      }),
    ),
  );
  return {
    unit,
    isPart: true,
    has: (cell, month) => sees(cell, month) && (communes.get(month) ?? []).some((commune) => isWithin(cell, commune)),
  };
}
