import type { Month } from '#shared/period.ts';
import { commonTexts } from '#shared/texts/common.ts';
import { capitalized, formatMonth } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';

interface MonthNavProps {
  readonly lang: Lang;
  readonly previous: Month | undefined;
  readonly next: Month | undefined;
  readonly to: (month: Month) => string;
}

/** From a month to the ones beside it. */
export function MonthNav({ lang, previous, next, to }: MonthNavProps) {
  if (!previous && !next) return null;
  return (
    <nav class="months" aria-label={commonTexts[lang].months}>
      {previous && (
        <a href={to(previous)} rel="prev">
          <span aria-hidden="true">← </span>
          {capitalized(formatMonth(previous, lang))}
        </a>
      )}{' '}
      {next && (
        <a href={to(next)} rel="next">
          {capitalized(formatMonth(next, lang))}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}
