import type { Month } from '#shared/period.ts';
import { commonTexts } from '#shared/texts/common.ts';
import { formatMonth } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';

interface MonthNavProps {
  readonly lang: Lang;
  readonly previous: Month | undefined;
  readonly next: Month | undefined;
  readonly to: (month: Month) => string;
}

/** From a month to the ones beside it. */
export function MonthNav({ lang, previous, next, to }: MonthNavProps) {
  const t = commonTexts[lang];
  if (!previous && !next) return null;
  return (
    <nav class="months" aria-label={t.months}>
      {previous && (
        <a href={to(previous)} rel="prev">
          <span aria-hidden="true">←</span> {t.previousMonth} ({formatMonth(previous, lang)})
        </a>
      )}{' '}
      {next && (
        <a href={to(next)} rel="next">
          {t.nextMonth} ({formatMonth(next, lang)}) <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
