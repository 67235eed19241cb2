import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Period } from '#shared/period.ts';

interface MonthNavProps<P extends Period> {
  readonly lang: Lang;
  readonly previous: P | undefined;
  readonly next: P | undefined;
  readonly to: (period: P) => string;
}

/** Links from a month or longer period to the previous and next one. */
export function MonthNav<P extends Period>({ lang, previous, next, to }: MonthNavProps<P>) {
  if (!previous && !next) return null;
  return (
    <nav class="months" aria-label={commonTexts[lang].months}>
      {previous && (
        <a href={to(previous)} rel="prev">
          <span aria-hidden="true">← </span>
          {capitalized(formatPeriod(previous, lang))}
        </a>
      )}{' '}
      {next && (
        <a href={to(next)} rel="next">
          {capitalized(formatPeriod(next, lang))}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}
