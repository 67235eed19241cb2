import type { Deps } from '#functions/web/deps.ts';
import { thematicIn } from '#shared/cell-month.ts';
import { judgeMeeting } from '#shared/judge-meeting.ts';
import type { Judgement } from '#shared/judgement.ts';
import { type Instant, type Month, monthOf } from '#shared/period.ts';
import { type Regime, regimeOf } from '#shared/regimes.ts';
import { parseReportId, type ReportId, type Revision } from '#shared/report.ts';
import { type Scores, scoresOf } from '#shared/scores.ts';
import { deadlines, districtOf, parentOf, type Unit } from '#shared/units.ts';
import type { VisitRevision } from '#shared/visit.ts';

/** A stored report with all that is said about it. */
export interface LoadedReport {
  /** The newest revision. */
  readonly revision: Revision;
  /** All revisions, oldest first. */
  readonly history: readonly Revision[];
  readonly regime: Regime;
  readonly judgement: Judgement;
  readonly scores: Scores;
  /** Visits of working groups to this very meeting, without their words. */
  readonly visits: readonly VisitRevision[];
  readonly month: Month;
  readonly cell: Unit;
  readonly commune: Unit;
  readonly district: Unit;
  /** Whether its first revision came after the due day. */
  readonly late: boolean;
  /** After this instant the month is official. */
  readonly closing: Instant;
}

/**
 * Loads a report and judges it; `undefined` where there is none.
 *
 * A thematic meeting on the same day asks for a longer regular one, so the cell's month is read too.
 */
export async function loadReport(
  id: ReportId,
  { reports, directory, visits }: Pick<Deps, 'reports' | 'directory' | 'visits'>,
): Promise<LoadedReport | undefined> {
  const parts = parseReportId(id);
  if (!parts) return undefined;
  const month = monthOf(parts.date);
  const [history, meetings, made, cell, commune, district] = await Promise.all([
    reports.history(id),
    reports.newestOfMonth(parts.cell, month),
    visits.newestOfMonth(districtOf(parts.cell), month),
    directory.unit(parts.cell),
    directory.unit(parentOf(parts.cell) ?? parts.cell),
    directory.unit(districtOf(parts.cell)),
  ]);
  const revision = history.at(-1);
  if (!revision || !cell || !commune || !district) return undefined;
  const thematic = meetings.map(({ report }) => report).filter(({ kind }) => kind === 'thematic');
  const regime = regimeOf(month, district.choices);
  const held = thematicIn(revision.report, thematic);
  const { due, closing } = deadlines(district, month);
  return {
    revision,
    history,
    regime,
    judgement: judgeMeeting(revision.report, regime, held),
    scores: scoresOf(revision.report, regime, held),
    visits: made.filter(({ unit, date, state }) => unit === parts.cell && date === parts.date && state === 'done'),
    month,
    cell,
    commune,
    district,
    late: revision.firstReceivedAt > due,
    closing,
  };
}
