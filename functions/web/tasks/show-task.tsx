import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { type ListQuery, listQuery } from '#functions/http/list-query.ts';
import { namedTask } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import { loadTask } from '#functions/reports/load-task-rows.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { TaskWordStore } from '#functions/store/task-word-store.ts';
import { chooseTasks, type TaskListStores, taskListNames } from '#functions/web/tasks/choose-tasks.ts';
import { can, holds, seeingBefore } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { readBase } from '#shared/input/read-base.ts';
import { type Neighbours, neighboursOf } from '#shared/neighbours.ts';
import { dayAt, monthAt, standsIn } from '#shared/period.ts';
import { stateAfter, type TaskNews, type TrackedTask } from '#shared/reports/tasks.ts';
import { parseTaskWord } from '#shared/tasks/parse-task-word.ts';
import { isOverdue, type TaskRow } from '#shared/tasks/task-row.ts';
import { kindsOn } from '#shared/tasks/task-steps.ts';
import { taskTexts } from '#shared/tasks/texts/tasks.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, fullName, type Unit, unitIn } from '#shared/units/units.ts';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';
import { TaskPage } from '#web/tasks/task-page.tsx';

interface ShowDeps extends TaskListStores {
  readonly directory: TaskListStores['directory'] & Pick<DirectoryStore, 'unit'>;
}

interface UpdateDeps extends ShowDeps {
  readonly taskWords: Pick<TaskWordStore, 'ofUnit' | 'append'>;
}

/** A task, and who has it now. */
interface Loaded {
  readonly task: TrackedTask;
  /** The cell that gave it, or the heir that has it. */
  readonly cell: Unit;
  /** Whether that cell stands: nobody brings up to date what nobody has. */
  readonly isHeld: boolean;
  /** Whether the viewer may bring it up to date. */
  readonly mayUpdate: boolean;
}

/** A task with its history: given at, followed up, said between meetings. */
export const showTask: Action<ShowDeps> = async (request, deps) => {
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return answer(request, loaded, { done: request.query['done'] === '1' }, deps);
};

/** Brings a task up to date between meetings: under way, done, handed on, dropped with a reason. */
export const updateTask: Action<UpdateDeps> = async (request, deps) => {
  const { lang, now, body } = request;
  const loaded = await load(request, deps);
  if (!loaded) return problem('not-found', lang);
  if (!loaded.mayUpdate) return problem('not-allowed', lang);
  const { task, cell } = loaded;
  const { csrf, seen: typedSeen, ...typed } = body;
  const seen = readBase(typedSeen);
  const list = listQuery(request.query, taskListNames);
  return takeForm(request, {
    // By how it stood for the writer, so that a retry is judged like the first try; who came too late is told so.
    parse: () => parseTaskWord(typed, kindsOn({ state: asSeen(loaded, seen) }), dayAt(now)),
    refuse: (errors) => answer(request, loaded, { typed, errors }, deps),
    append: ({ word }, before) =>
      deps.taskWords.append({ ...word, task: task.id, cell: cell.id, ...authorshipOf(request) }, seen, before),
    stale: async () => answer(request, (await load(request, deps)) ?? loaded, { typed, stale: true }, deps),
    owes: ({ revision }) => ({ of: `${task.id}#${revision}` }),
    async done() {
      const now = request.wantsJson ? await load(request, deps) : undefined;
      return {
        status: 200,
        location: pathTo('/tasks/{id}', { id: task.id }, { ...list, done: '1' }),
        ...(now && { json: taskJson(now), audit: viewed([task.id]) }),
      };
    },
  });
};

async function load({ params, viewer, now }: SignedIn, deps: ShowDeps): Promise<Loaded | undefined> {
  const { directory } = deps;
  const month = monthAt(now);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, await directory.allUnits(viewer.unit), month) : viewer;
  const named = namedTask(seeing, 'see', params['id']);
  const origin = named && (await directory.unit(named.cell));
  if (!named || !origin) return undefined;
  const isReformed = !standsIn(month, origin) || origin.predecessors !== undefined;
  const units = isReformed ? await directory.allUnits(districtOf(viewer.unit)) : [origin];
  const keeper = standsIn(month, origin) ? origin : lineageOf(units).keeperOf(origin.id, month);
  const isHeld = keeper?.level === 'cell';
  const cell = isHeld ? keeper : origin;
  const task = await loadTask(named.id, cell, units, now, deps);
  const may = (unit: string) => can(viewer, 'submit', unit) && holds(viewer, unit);
  const isWriter = viewer.role === 'cell' || viewer.role === 'commune';
  return task && { task, cell, isHeld, mayUpdate: isWriter && isHeld && may(origin.id) && may(cell.id) };
}

/** What stands before and after a task in the list from which its reader came, of those that have a page for the reader. */
async function besideTask(
  request: SignedIn,
  list: ListQuery,
  task: TrackedTask,
  deps: ShowDeps,
): Promise<Neighbours<Neighbour>> {
  // A year of a whole district's tasks is too much to read for two links; what a month's meetings said is not.
  const isYear = list['month'] === undefined && !list['unit']?.includes('.');
  if (isYear && request.viewer.role === 'district') return {};
  const { chosen = [] } = (await chooseTasks(request, list, deps)) ?? {};
  const open = chosen.filter(
    ({ cell, said, task: { news } }) => can(request.viewer, 'see', cell) && (!said || news.length > 0),
  );
  const { previous, next } = neighboursOf(open, (row) => row.task.id === task.id);
  const named = ({ task: { id, what } }: TaskRow): Neighbour => ({
    name: what || taskTexts[request.lang].task,
    path: pathTo('/tasks/{id}', { id }, list),
  });
  return { ...(previous && { previous: named(previous) }), ...(next && { next: named(next) }) };
}

async function answer(
  request: SignedIn,
  loaded: Loaded,
  { done = false, typed = {}, errors = [], stale }: SentFormState,
  deps: ShowDeps,
): Promise<Answer> {
  const { now } = request;
  const list = listQuery(request.query, taskListNames);
  const { task, cell, mayUpdate } = loaded;
  const [commune, beside] = await Promise.all([
    deps.directory.unit(communeOf(cell.id)),
    list && besideTask(request, list, task, deps),
  ]);
  return {
    status: 200,
    of: { unit: cell.id },
    json: taskJson(loaded),
    audit: viewed([task.id]),
    page: (context) => (
      <TaskPage
        context={context}
        {...(list && { list })}
        {...(beside && { beside })}
        task={task}
        cell={{ id: cell.id, name: fullName(unitIn(monthAt(now), cell)) }}
        communeName={commune ? fullName(unitIn(monthAt(now), commune)) : ''}
        overdue={isOverdue(task, dayAt(now))}
        kinds={mayUpdate ? kindsOn(task) : []}
        seen={lastWord(loaded)}
        typed={typed}
        errors={errors}
        done={done}
        stale={stale === true}
      />
    ),
  };
}

/** The numbers of the words about a task: those from before it went over to another district have others. */
function numbersOf({ cell }: Pick<Loaded, 'cell'>, { word }: TaskNews): readonly number[] {
  return word && districtOf(word.cell) === districtOf(cell.id) ? [word.revision] : [];
}

/** The number of the newest word about a task; 0 if there is none. */
function lastWord(loaded: Loaded): number {
  return Math.max(0, ...loaded.task.news.flatMap((each) => numbersOf(loaded, each)));
}

/** How a task stood for who has seen so many words about it. */
function asSeen(loaded: Loaded, seen: number): TrackedTask['state'] {
  return stateAfter(loaded.task.news.filter((each) => numbersOf(loaded, each).every((number) => number <= seen)));
}

/** A task in the form in which the HTTP interface returns it. */
function taskJson(loaded: Loaded) {
  const { task, cell, isHeld } = loaded;
  const { news, ...rest } = task;
  return {
    ...rest,
    cell: cell.id,
    isHeld,
    seen: lastWord(loaded),
    news: news.map(({ row: _, word, ...each }) => ({ ...each, ...(word && { word }) })),
  };
}
