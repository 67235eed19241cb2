import { loadAround } from '#functions/reports/load-around.ts';
import { loadTargets, targetsToServe } from '#functions/reports/load-targets.ts';
import { type Lines, linesOf, loadMeetings, loadTasks, type TaskStores } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { StoredRevision } from '#functions/store/report-store.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isClosed, type TrackedMatter } from '#shared/matters/matter.ts';
import { type Regime, requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Day, type Month, monthAt } from '#shared/period.ts';
import type { Returned } from '#shared/reports/board.ts';
import type { Members, Report, ReportId } from '#shared/reports/report.ts';
import type { TargetId } from '#shared/reports/target-id.ts';
import { partsOfTaskId } from '#shared/reports/task-id.ts';
import { type TrackedTask, tasksToFollowUp } from '#shared/reports/tasks.ts';
import { type PlannedTheme, yearOf } from '#shared/themes/thematic-plan.ts';
import { districtOf, fullName, parentOf, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

export interface FormDeps extends TaskStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits'>;
  readonly matters: Pick<MatterStore, 'all'>;
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'>;
  readonly targets: Pick<TargetStore, 'ofCell'>;
}

/** The values that a form takes from earlier meetings. */
export interface LastMonth {
  /** Unfinished tasks, which this month's report follows up. */
  readonly tasks: readonly TrackedTask[];
  /** All tasks, since a form that comes back may name others. */
  readonly known: readonly TrackedTask[];
  /** The reports whose words those are. */
  readonly from: readonly ReportId[];
  /** The cell's members at its last meeting, of last month or of the months before where it did not report. */
  readonly members?: Members & { readonly date: Day };
  /** The day of the cell's last regular meeting. */
  readonly lastRegular?: Day;
}

/** What the form shows in addition to its fields. */
export interface FormSetting {
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly month: Month;
  readonly regime: Regime;
  readonly lastMonth: LastMonth;
  /** The results of the matters that the cell raised, without those answered long ago. */
  readonly matters: readonly TrackedMatter[];
  /** Why the report that is mended came back, if it did. */
  readonly returned?: Returned;
  /** Address of the district's guidance for this type of cell and month, if there is any. */
  readonly guidance?: string;
  /** What the cell has planned for the quarter's thematic meeting. */
  readonly planned?: PlannedTheme;
  /** What the cell's resolutions may serve, by ids. */
  readonly targets?: ReadonlyMap<TargetId, string>;
}

/** The number of months an answer stays on the form, since it is read out at the next meeting or the one after. */
const MONTHS_ANSWERED = 2;
/** The number that the form has room for. A separate page shows them all. */
const MOST_MATTERS = 6;

/**
 * Loads everything that surrounds the fields of a cell's form.
 *
 * @param followsUp whether its meeting follows up tasks; without, the months are not read that may have left some
 */
export async function loadForm(cell: Unit, month: Month, deps: FormDeps, followsUp = true): Promise<FormSetting> {
  const lines = await linesOf(cell, deps.directory);
  const [commune, district, lastMonth, around, plans] = await Promise.all([
    deps.directory.unit(parentOf(cell.id) ?? cell.id),
    deps.directory.unit(districtOf(cell.id)),
    (followsUp ? loadLastMonth : loadLastMeeting)(lines, addMonths(month, -1), deps),
    loadAround(cell, lines, month, deps),
    loadTargets([...new Set(lines.flat())], deps.targets),
  ]);
  const { matters, planned, guidance } = around;
  const answeredSince = addMonths(month, -MONTHS_ANSWERED);
  return {
    cell: {
      id: cell.id,
      name: fullName(unitIn(month, cell)),
      communeName: commune ? fullName(unitIn(month, commune)) : '',
    },
    month,
    regime: requireRegime(month, district?.choices),
    lastMonth,
    matters: matters
      .filter((matter) => !isClosed(matter) || monthAt(matter.closedAt ?? '') >= answeredSince)
      .sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1))
      .slice(0, MOST_MATTERS),
    ...(planned && { planned }),
    targets: targetsToServe(plans, yearOf(month)),
    ...(guidance.length > 0 && {
      guidance: pathTo('/guidance', {}, { month, ...(cell.type && { type: cell.type }) }),
    }),
  };
}

/** Replaces the loaded data when nothing can be loaded, so that the typed form is still shown. */
export function bareForm(cell: UnitId, month: Month): FormSetting {
  return {
    cell: { id: cell, name: cell, communeName: '' },
    month,
    regime: requireRegime(month),
    lastMonth: noTasks,
    matters: [],
  };
}

/** What a form shows that follows up no tasks. */
const noTasks = { tasks: [], known: [], from: [] } as const satisfies LastMonth;

/** Whose words the form shows besides what is typed into it. A form with mistakes leaves the matters out. */
export function wordsOn({ lastMonth, matters }: Pick<FormSetting, 'lastMonth' | 'matters'>, errors: number): string[] {
  return [...lastMonth.from, ...(errors > 0 ? [] : matters.map(({ id }) => id))];
}

/** By what name the audit knows a cell's form. */
export function formName(cell: UnitId, month: Month): string {
  return `form ${cell} ${month}`;
}

async function loadLastMonth(lines: Lines, month: Month, deps: TaskStores): Promise<LastMonth> {
  const { meetings, tasks, whole } = await loadTasks(lines, month, deps);
  const open = tasksToFollowUp(tasks);
  const read = new Set(whole.map(({ id }) => id));
  const named = new Set(open.map(({ id }) => partsOfTaskId(id).report));
  return { tasks: open, known: tasks, from: [...named].filter((id) => read.has(id)), ...lastMeeting(meetings) };
}

async function loadLastMeeting(lines: Lines, month: Month, deps: TaskStores): Promise<LastMonth> {
  return { ...noTasks, ...lastMeeting(await loadMeetings(lines, month, deps)) };
}

function lastMeeting(meetings: readonly StoredRevision[]): Pick<LastMonth, 'members' | 'lastRegular'> {
  const members = membersIn(meetings.map(({ report }) => report));
  const lastRegular = meetings.find(({ report }) => report.kind === 'regular')?.report.date;
  return { ...(members && { members }), ...(lastRegular && { lastRegular }) };
}

/** The members at the last meeting; of several cells that became one, nobody has counted them together. */
function membersIn<Meeting extends Pick<Report, 'cell' | 'date'>>(meetings: readonly Meeting[]): Meeting | undefined {
  if (new Set(meetings.map(({ cell }) => cell)).size > 1) return undefined;
  return [...meetings].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
}
