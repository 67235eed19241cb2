import { pathTo } from '#shared/access/routes.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { partsOfReportId, type ReportId } from '#shared/reports/report.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { Alert } from '#web/components/alert.tsx';

/** Says before a new report is typed that its month has one: with another day the same meeting would count twice. */
export function ReportedNotice({ reported, lang }: { readonly reported: ReportId; readonly lang: Lang }) {
  const t = formTexts[lang];
  return (
    <Alert title={t.reported(formatDay(partsOfReportId(reported).date))} tone="notice">
      <p>
        <a href={pathTo('/reports/{id}', { id: reported })}>{t.reportedLink}</a>. {t.reportedElse}
      </p>
    </Alert>
  );
}
