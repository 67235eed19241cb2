import type { NamedMeeting } from '#functions/prepare/named-meeting.tsx';
import { codeOfOpening } from '#functions/prepare/proposals/code-with.ts';
import { type AroundDeps, loadAround } from '#functions/reports/load-around.ts';
import { plansNamed, progressOfCell } from '#functions/reports/load-targets.ts';
import { type Lines, linesOf, loadTasks, type TaskStores } from '#functions/reports/load-tasks.ts';
import { reportedMeeting } from '#functions/reports/reported-meeting.ts';
import type { ActionStore } from '#functions/store/action-store.ts';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import type { ProposalStore } from '#functions/store/proposal-store.ts';
import type { StoredRevision } from '#functions/store/report-store.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import { actionsIn } from '#shared/actions/choose-actions.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { lostPoints } from '#shared/judging/lost-points.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, endOfMonth, type Month, monthAt, monthOf } from '#shared/period.ts';
import { offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import { type FittingPiece, fittingPieces } from '#shared/prepare/fitting-pieces.ts';
import { gatherMeeting, type Prepared, type PrepareInputs } from '#shared/prepare/gather.ts';
import type { MeetingProposals } from '#shared/proposals/proposal.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { partsOfTaskId } from '#shared/reports/task-id.ts';
import type { TargetProgress } from '#shared/targets/progress.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { communeOf, districtOf, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

export interface PrepareDeps extends AroundDeps, TaskStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits' | 'subtree' | 'elsewhere'>;
  readonly actions: Pick<ActionStore, 'all'>;
  readonly visits: Pick<VisitStore, 'newest' | 'newestOfMonth'>;
  readonly officers: Pick<OfficerStore, 'lists' | 'recordRevisions'>;
  readonly library: Pick<LibraryStore, 'all'>;
  readonly agendas: Pick<AgendaStore, 'newest' | 'newestOrNoted'>;
  readonly proposals: Pick<ProposalStore, 'ofMeeting'>;
  readonly originSecrets: readonly string[];
  readonly targets: Pick<TargetStore, 'ofCell'>;
}

/** The next meeting, and whose words are shown with it. */
export interface LoadedPrepare {
  readonly prepared: Prepared;
  /** What of the book of guidance fits it. */
  readonly pieces: readonly FittingPiece[];
  /** The targets of the year, with their progress. */
  readonly targets: readonly TargetProgress[];
  /** What is done about figures of the cell and of its commune. */
  readonly actions: readonly PlannedAction[];
  readonly words: readonly string[];
  readonly proposals: MeetingProposals;
  /** The month's regular meeting, where it is reported. */
  readonly reported?: ReportId;
  /** By which members propose, where it can still be made. */
  readonly code?: string;
}

/** Within so many months a working group's advice counts as its last. */
const MONTHS_OF_VISITS = 6;
/** So many visits are looked through for advice. */
const MOST_VISITS = 3;

/** Reads what `gatherMeeting` puts together for a cell's month. */
export async function loadPrepare(
  { cell, district, month, now }: Pick<NamedMeeting, 'cell' | 'district' | 'month' | 'now'>,
  deps: PrepareDeps,
): Promise<LoadedPrepare> {
  const lines: Lines = await linesOf(cell, deps.directory);
  const before = addMonths(month, -1);
  const commune = parentOf(cell.id) ?? cell.id;
  const [
    { tasks, meetings, whole },
    around,
    visits,
    lists,
    records,
    agenda,
    earlier,
    library,
    targets,
    proposals,
    acted,
    reported,
  ] = await Promise.all([
    loadTasks(lines, before, deps),
    loadAround(cell, lines, month, deps),
    loadVisits(cell.id, month, deps),
    deps.officers.lists(commune),
    deps.officers.recordRevisions(commune, month),
    deps.agendas.newest(cell.id, month),
    deps.agendas.newestOrNoted(cell.id, before),
    deps.library.all(districtOf(cell.id)),
    progressOfCell(cell, yearOf(month), month, deps),
    deps.proposals.ofMeeting({ cell: cell.id, month }, now),
    heldThings(commune, monthAt(now), deps.actions.all, deps.directory),
    reportedMeeting(cell.id, month, deps.reports),
  ]);
  const list = latestRevisions(lists, (each) => each.commune, endOfMonth(month)).get(commune);
  const officer = list?.charges[cell.id];
  const orientedOn = records.at(-1)?.cells[cell.id]?.orientedOn;
  const last = await loadLast(meetings, district, deps);
  const prepared = gatherMeeting({
    month,
    regime: requireRegime(month, district.choices),
    guidance: around.guidance.map(({ text }) => text),
    tasks,
    matters: around.matters,
    ...(last && { last }),
    ...(around.planned && { planned: around.planned }),
    visits,
    ...(officer !== undefined && { officer }),
    ...(orientedOn && { orientedOn }),
    proposals: proposals.proposals,
    ...(agenda && { agenda }),
    ...(earlier && { earlier }),
  });
  const read = new Set<string>(whole.map(({ id }) => id));
  const named = prepared.tasks.map(({ task }) => partsOfTaskId(task.id).report as string).filter((id) => read.has(id));
  const matters = [...prepared.answers, ...prepared.unanswered].map(({ id }) => id);
  const advised = prepared.advice
    ? visits.filter(({ date }) => date === prepared.advice?.date).map(({ id }) => id)
    : [];
  const pieces = fittingPieces(library, {
    type: cell.type,
    agenda: agenda ?? offeredAgenda(cell.id, prepared),
    ...(around.planned && { theme: around.planned.theme }),
  });
  const own = acted.things.filter(({ unit }) => unit === cell.id || unit === communeOf(unit));
  const actions = actionsIn('open', own, now);
  const words = [
    ...(last ? [last.id] : []),
    ...named,
    ...matters,
    ...advised,
    ...plansNamed(targets),
    ...actions.map(({ id }) => id),
  ];
  const code = proposals.opening && codeOfOpening(proposals.opening, deps.originSecrets);
  return {
    ...{ prepared, pieces, targets, actions, words, proposals },
    ...(code && { code }),
    ...(reported && { reported }),
  };
}

/** The last regular meeting with its words, and what its score sheet lacks. */
async function loadLast(
  meetings: readonly StoredRevision[],
  district: Unit,
  { reports }: Pick<PrepareDeps, 'reports'>,
): Promise<PrepareInputs['last']> {
  const newest = meetings
    .filter(({ report }) => report.kind === 'regular')
    .sort((a, b) => (a.report.date < b.report.date ? -1 : 1))
    .at(-1);
  if (!newest) return undefined;
  const { report } = await reports.withFreeText(newest);
  const regime = requireRegime(monthOf(report.date), district.choices);
  const others = meetings.map((each) => each.report).filter(({ cell }) => cell === report.cell);
  return { id: newest.id as ReportId, report, lost: lostPoints(judgeMeeting(report, regime, others)) };
}

/** The visits to the cell's own meetings, the newest first; words are read of those that may have advised. */
async function loadVisits(
  cell: UnitId,
  month: Month,
  { visits }: Pick<PrepareDeps, 'visits'>,
): Promise<readonly VisitRevision[]> {
  const months = Array.from({ length: MONTHS_OF_VISITS }, (_, back) => addMonths(month, -back));
  const found = (await Promise.all(months.map((each) => visits.newestOfMonth(cell, each)))).flat();
  const made = found
    .filter(({ meeting, state }) => meeting === 'cell' && state === 'done')
    .sort((a, b) => (a.date > b.date ? -1 : 1))
    .slice(0, MOST_VISITS);
  return (await Promise.all(made.map(({ id }) => visits.newest(id)))).filter((each) => each !== undefined);
}
