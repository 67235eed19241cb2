import type { MatterStore, Raiser } from '#functions/store/matter-store.ts';
import { noted } from '#functions/store/pages.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { areAllRaised } from '#shared/matters/raise-matters.ts';
import type { Matter } from '#shared/reports/report.ts';
import { submissionOf } from '#shared/reports/submission.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

export interface RaisingStores {
  readonly reports: Pick<ReportStore, 'history'>;
  readonly visits: Pick<VisitStore, 'newest'>;
  readonly matters: Pick<MatterStore, 'all' | 'raise'>;
}

/** A month's newest revisions of reports and visits, without free text, and the matters that exist. */
interface Month {
  readonly reports: readonly StoredRevision[];
  readonly visits: readonly VisitRevision[];
  readonly matters: readonly TrackedMatter[];
}

/** A report or visit without its free text, and a function that reads the whole. */
interface Source {
  readonly id: string;
  readonly rows: readonly Pick<Matter, 'topic' | 'severity'>[];
  readonly whole: () => Promise<Omit<Raiser, 'source'> | undefined>;
}

/**
 * Raises matters that are missing: a report or visit is stored before its matters, and a crash in between leaves them
 * out. It reads free text only if a matter is missing.
 *
 * @param again reads all matters
 * @returns all matters, those just raised included
 */
export async function raiseMissingMatters(
  month: Month,
  again: () => Promise<readonly TrackedMatter[]>,
  stores: RaisingStores,
): Promise<readonly TrackedMatter[]> {
  const raised = Map.groupBy(month.matters, ({ source }) => source);
  const missing = sourcesOf(month, stores).filter(({ id, rows }) => !areAllRaised(raised.get(id) ?? [], rows));
  for (const { id, whole } of missing) {
    try {
      const found = await whole();
      // If the free text has expired, the matters may have been closed and have expired too.
      const rows = found?.rows.filter(({ summary }) => summary !== '') ?? [];
      if (found) await stores.matters.raise({ ...found, source: id, rows });
    } catch (error) {
      // One of its matters is there and cannot be read: which is missing cannot be told, and the others go on.
      noted(error, 'matter');
    }
  }
  return missing.length > 0 ? again() : month.matters;
}

function sourcesOf({ reports, visits }: Month, stores: RaisingStores): Source[] {
  return [
    ...reports.filter(hasMatters).map(({ id, report }) => ({
      id,
      rows: report.matters,
      whole: async () => {
        const history = await stores.reports.history(id);
        if (history.length === 0) return undefined;
        // Who has decided on the report since has raised nothing.
        const { report, by, at } = submissionOf(history);
        return { rows: report.matters, by, at };
      },
    })),
    ...visits.map(({ id, report }) => ({
      id,
      rows: report?.matters ?? [],
      whole: async () => {
        const newest = await stores.visits.newest(id);
        return newest?.report && { rows: newest.report.matters, by: newest.by, at: newest.at };
      },
    })),
  ];
}

/** Most reports have no matters. */
function hasMatters({ report }: StoredRevision): boolean {
  return report.matters.length > 0;
}
