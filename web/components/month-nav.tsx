import { commonTexts } from '#shared/language/common.ts';
import { formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Period } from '#shared/period.ts';
import { NeighbourNav } from '#web/components/neighbour-nav.tsx';

interface MonthNavProps<P extends Period> {
  readonly lang: Lang;
  readonly previous: P | undefined;
  readonly next: P | undefined;
  readonly to: (period: P) => string;
}

/** Links to the month, or longer period, before and after. */
export function MonthNav<P extends Period>({ lang, previous, next, to }: MonthNavProps<P>) {
  const link = (period: P) => ({ name: formatPeriod(period, lang), path: to(period) });
  return (
    <NeighbourNav
      label={commonTexts[lang].months}
      {...(previous && { previous: link(previous) })}
      {...(next && { next: link(next) })}
    />
  );
}
