import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { parseReportId } from '#shared/reports/report.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';

/** What became of the rows of a file. */
export interface StoredFromFile {
  readonly stored: readonly { readonly id: string; readonly receipt: string; readonly kind: 'added' | 'same' }[];
  readonly failed: readonly string[];
  readonly stale: readonly string[];
}

interface StoredReportsProps {
  readonly lang: Lang;
  readonly stored: StoredFromFile;
  readonly cells: readonly Unit[];
}

/** Exactly which reports are stored, each with its receipt, and how many are not. */
export function StoredReports({ lang, stored: { stored, failed, stale }, cells }: StoredReportsProps) {
  const t = reportFileTexts[lang];
  const added = stored.filter(({ kind }) => kind === 'added').length;
  const nameOf = (id: string) => {
    const cell = cells.find((each) => each.id === parseReportId(id)?.cell);
    return cell ? capitalized(fullName(cell)) : id;
  };
  return (
    <>
      {failed.length > 0 && <Alert title={t.failed(failed.length)} tone="notice" />}
      {stale.length > 0 && <Alert title={t.stale(stale.length)} tone="notice" />}
      {stored.length === 0 && failed.length + stale.length === 0 && <Alert title={t.nothing} tone="notice" />}
      {stored.length > 0 && (
        <Alert title={t.done(added)} tone="done">
          <ul>
            {stored.map(({ id, receipt, kind }) => (
              <li key={id}>
                <a href={pathTo('/reports/{id}', { id })}>{nameOf(id)}</a>: {t.receipt} <b>{receipt}</b>
                {kind === 'same' && ` (${t.wasStored})`}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
