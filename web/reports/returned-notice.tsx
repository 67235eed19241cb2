import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt } from '#shared/period.ts';
import type { Returned } from '#shared/reports/board.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { Alert } from '#web/components/alert.tsx';

/** Says who returned a report, when and why. */
export function ReturnedNotice({
  returned: { by, at, reason },
  lang,
}: {
  readonly returned: Returned;
  readonly lang: Lang;
}) {
  return (
    <Alert title={reportTexts[lang].returnedBecause}>
      {reason && <p>{reason}</p>}
      <p class="muted">
        {roleLabels[lang][by]}, {formatDay(dayAt(at))}
      </p>
    </Alert>
  );
}
