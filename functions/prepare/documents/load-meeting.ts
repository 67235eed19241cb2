import { loadOrigins, type OriginReports } from '#functions/reports/load-origins.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { digestOf } from '#shared/digest.ts';
import type { Meeting } from '#shared/documents/meeting.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { splitFreeText } from '#shared/reports/free-text.ts';
import type { Report, ReportId } from '#shared/reports/report.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { taskWords } from '#shared/reports/tasks.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';
import { districtOf, fullName, parentOf, unitIn } from '#shared/units/units.ts';

export interface MeetingDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'withFreeText'> & OriginReports;
  readonly purges: Pick<PurgeStore, 'steps'>;
}

export interface LoadedMeeting {
  /** All that its documents say, but their numbers. */
  readonly meeting: Omit<Meeting, 'number'>;
  /** The reports whose words it shows. */
  readonly shown: readonly ReportId[];
}

/**
 * Loads what the documents of a report are made of, as it was last reported.
 *
 * @returns `gone` where its words have expired, were purged, or are about to be; `undefined` if there is no such report
 */
export async function loadMeeting(
  { id, cell, date }: Pick<Report, 'cell' | 'date'> & { readonly id: ReportId },
  { directory, reports, purges }: MeetingDeps,
): Promise<LoadedMeeting | 'gone' | undefined> {
  const month = monthOf(date);
  const [ofCell, steps, ...units] = await Promise.all([
    reports.newestOfMonth(cell, month),
    purges.steps(id),
    ...[cell, parentOf(cell) ?? cell, districtOf(cell)].map((unit) => directory.unit(unit)),
  ]);
  const [own, commune, district] = units;
  const stored = ofCell.find((each) => each.id === id);
  if (!stored || !own || !commune || !district) return undefined;
  const revision = await reports.withFreeText(stored);
  const { reviewed, official, ...report } = revision.report;
  const isWhole = digestOf(splitFreeText(report).words) === stored.wordsDigest;
  if (!isWhole || steps.some(({ upTo }) => upTo >= stored.revision)) return 'gone';
  const origins = await loadOrigins(report.followUps.map(({ task }) => task).filter(isTaskId), [revision], reports);
  const others = ofCell.map((each) => each.report);
  return {
    meeting: {
      report,
      judgement: judgeMeeting(report, requireRegime(month, district.choices), others),
      cellName: fullName(unitIn(month, own)),
      communeName: fullName(unitIn(month, commune)),
      taskWords: taskWords(
        report,
        origins.map((each) => each.report),
      ),
      layout: letterheadIn(month).layout,
      ...((own.generated ?? district.generated) && { generated: true as const }),
    },
    shown: [id, ...origins.map((each) => each.id)],
  };
}
