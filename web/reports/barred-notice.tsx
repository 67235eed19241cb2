import { capitalized, formatMonth, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { Alert } from '#web/components/alert.tsx';

/** Why a form's report would not be taken now: its month is closed, or has not begun. */
export type Barred = 'closed' | 'coming';

interface BarredNoticeProps {
  readonly barred: Barred;
  readonly month: Month;
  /** The page of the stored report that the form amends, where its month can be asked to be opened. */
  readonly amends: string | undefined;
  readonly lang: Lang;
}

/** Says before anything is typed that it could not be sent, and what can be done. */
export function BarredNotice({ barred, month, amends, lang }: BarredNoticeProps) {
  const t = formTexts[lang];
  const name = capitalized(formatMonth(month, lang));
  if (barred === 'coming') return <Alert title={t.coming(name, `01/${monthDigits(month)}`)} tone="notice" />;
  return (
    <Alert title={t.closed(name)} tone="notice">
      <p>{amends ? <a href={amends}>{t.closedAmend}</a> : t.closedNew}</p>
    </Alert>
  );
}
