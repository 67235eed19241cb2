import { loadOrigins, type Origin, type OriginReports } from '#functions/reports/load-origins.ts';
import { loadServed } from '#functions/reports/load-targets.ts';
import type { AgendaStore } from '#functions/store/agenda-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { RegisterStore } from '#functions/store/register-store.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { type Amending, type AmendingDeps, loadAmending, openMonth } from '#functions/web/reports/load-amending.ts';
import type { RegisterEntry } from '#shared/documents/register.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import { type Scores, scoresOf } from '#shared/judging/scores.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { type Regime, requireRegime } from '#shared/norms/regimes.ts';
import { type Instant, type Month, monthOf } from '#shared/period.ts';
import type { AgendaRevision } from '#shared/prepare/agenda.ts';
import type { Report, ReportId, Revision } from '#shared/reports/report.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { deadlines, districtOf, parentOf, type Unit, unitIn } from '#shared/units/units.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

/** The data needed to judge a report that has just been stored. */
export interface JudgeDeps {
  readonly reports: Pick<ReportStore, 'month'>;
}

export interface ReportDeps extends AmendingDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'month' | 'withFreeText'> & OriginReports;
  readonly visits: Pick<VisitStore, 'newestOfDay'>;
  readonly targets: Pick<TargetStore, 'ofCell'>;
  readonly registers: Pick<RegisterStore, 'ofCell'>;
  readonly agendas: Pick<AgendaStore, 'newestOrNoted'>;
}

/** A stored report with what is needed to judge it. */
export interface JudgedReport {
  /** The newest revision. */
  readonly revision: Revision;
  /** All revisions, oldest first, without their free text. */
  readonly history: readonly StoredRevision[];
  readonly regime: Regime;
  readonly judgement: Judgement;
  readonly scores: Scores;
  readonly month: Month;
  /** Whether its first revision came after the due day. */
  readonly late: boolean;
  /** The month becomes official at this instant. */
  readonly closing: Instant;
}

/** A stored report with everything its page shows. */
export interface LoadedReport extends JudgedReport, Amending {
  /** Working groups' visits to this meeting, without their free text. */
  readonly visits: readonly VisitRevision[];
  /** The reports that gave the tasks which this one follows up by their ids. */
  readonly origins: readonly Origin[];
  /** The words of the target that it serves, by the target's id. */
  readonly serves: ReadonlyMap<string, string>;
  /** The register of the cell's documents. */
  readonly register: readonly RegisterEntry[];
  /** What was planned for a regular meeting, if that was saved. */
  readonly agenda?: AgendaRevision;
  readonly cell: Unit;
  readonly commune: Unit;
  readonly district: Unit;
}

/** Loads a report and judges it. Returns `undefined` if there is none. */
export async function loadReport(
  { id, ...parts }: Pick<Report, 'cell' | 'date'> & { readonly id: ReportId },
  now: Instant,
  deps: ReportDeps,
): Promise<LoadedReport | undefined> {
  const { reports, directory, visits, registers } = deps;
  const [[revision, ofCell], made, register, cell, commune, district] = await Promise.all([
    loadRevisions(id, parts, reports),
    visits.newestOfDay(parts.cell, parts.date),
    registers.ofCell(parts.cell),
    directory.unit(parts.cell),
    directory.unit(parentOf(parts.cell) ?? parts.cell),
    directory.unit(districtOf(parts.cell)),
  ]);
  if (!revision || !cell || !commune || !district) return undefined;
  const month = monthOf(parts.date);
  const judged = judgeAmong(ofCell, revision, district);
  const tasks = revision.report.followUps.map(({ task }) => task).filter(isTaskId);
  const [origins, serves, amending, agenda] = await Promise.all([
    loadOrigins(tasks, [revision], reports),
    loadServed(revision.report, deps.targets),
    now > judged.closing ? loadAmending(id, month, deps) : openMonth,
    revision.report.kind === 'regular' ? deps.agendas.newestOrNoted(parts.cell, month) : undefined,
  ]);
  return {
    origins,
    serves,
    register,
    ...(agenda && { agenda }),
    ...judged,
    ...amending,
    visits: made.filter(({ state }) => state === 'done'),
    cell: unitIn(month, cell),
    commune: unitIn(month, commune),
    district,
  };
}

/** Judges a report that has just been stored. It reads only the other reports of the cell's month. */
export async function judgeStored(revision: Revision, district: Unit, { reports }: JudgeDeps): Promise<JudgedReport> {
  return judgeAmong(await revisionsOfCell(revision.report, reports), revision, district);
}

/** The newest revision of a report, and all revisions of all reports of the cell's month. */
async function loadRevisions(
  id: ReportId,
  parts: Pick<Report, 'cell' | 'date'>,
  reports: ReportDeps['reports'],
): Promise<readonly [Revision | undefined, readonly StoredRevision[]]> {
  const ofCell = await revisionsOfCell(parts, reports);
  const newest = ofCell.findLast((each) => each.id === id);
  return [newest && (await reports.withFreeText(newest)), ofCell];
}

async function revisionsOfCell(
  { cell, date }: Pick<Report, 'cell' | 'date'>,
  reports: JudgeDeps['reports'],
): Promise<readonly StoredRevision[]> {
  const found: StoredRevision[] = [];
  for await (const each of reports.month(cell, monthOf(date))) found.push(each);
  return found;
}

/**
 * Judges a report among those of its cell's month, since a thematic meeting bears on the regular one.
 *
 * @param ofCell every revision of the month, in the order of report and revision
 */
function judgeAmong(ofCell: readonly StoredRevision[], revision: Revision, district: Unit): JudgedReport {
  const { report } = revision;
  const month = monthOf(report.date);
  const regime = requireRegime(month, district.choices);
  const newest = latestRevisions(ofCell, ({ id }) => id);
  const others = [...newest.values()].map((each) => each.report);
  const { due, closing } = deadlines(district, month);
  return {
    revision,
    history: ofCell.filter(({ id }) => id === revision.id),
    regime,
    judgement: judgeMeeting(report, regime, others),
    scores: scoresOf(report, regime, others),
    month,
    late: revision.firstReceivedAt > due,
    closing,
  };
}
