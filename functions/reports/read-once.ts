import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';

type Months = Pick<ReportStore, 'newestOfMonth'>;

/** The same store for one answer, of which several parts ask for the same month: it is read once. */
export function readOnce<Reports extends Months>(reports: Reports): Reports {
  const read = new Map<string, Promise<StoredRevision[]>>();
  const newestOfMonth: Months['newestOfMonth'] = (unit, month, asked = {}) => {
    const key = JSON.stringify([unit, month, asked]);
    const found = read.get(key) ?? reports.newestOfMonth(unit, month, asked);
    read.set(key, found);
    return found;
  };
  return { ...reports, newestOfMonth };
}
