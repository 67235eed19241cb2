import type { SignedIn } from '#functions/http/http-handler.tsx';
import { changeOf, type Stored } from '#functions/http/owing.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { CommuneMonth } from '#functions/web/reports/commune-month.ts';
import { actorOf } from '#shared/access/session.ts';
import type { Report, Revision } from '#shared/reports/report.ts';

/** What became of a report: `same` was stored before. */
interface StoredReport extends Stored {
  readonly kind: 'added' | 'same';
  readonly revision: Revision;
}

/**
 * Stores a report of a commune's month that came with others, and writes down what it owes.
 *
 * @param base the revision that it amends; 0: there is none
 * @returns `undefined` where somebody else has stored another meanwhile
 */
export async function storeReport(
  { report, base }: { readonly report: Report; readonly base: number },
  { unit, month, closed }: CommuneMonth,
  { viewer, now, owing }: SignedIn,
  { reports }: { readonly reports: Pick<ReportStore, 'append'> },
): Promise<StoredReport | undefined> {
  const change = changeOf<Revision>(owing, ({ id, revision, report: { matters }, by, at }) => ({
    of: `${id}#${revision}`,
    ...(matters.length > 0 && { raises: { source: id, rows: matters, by, at } }),
    rollUp: { unit: unit.id, month, official: closed },
  }));
  const step = { state: 'submitted', report, by: actorOf(viewer), at: now } as const;
  const { kind, stored } = await reports.append(step, base, change.before);
  if (kind === 'stale') return undefined;
  return { kind, revision: stored, ...change.stored(stored, kind === 'added') };
}
