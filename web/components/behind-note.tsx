import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Instant } from '#shared/period.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

/** Says that figures are older than they should be. */
export function BehindNote({ since, lang }: { readonly since: Instant; readonly lang: Lang }) {
  return (
    <p class="notice" role="status">
      {scorecardTexts[lang].behind(formatInstant(since))}
    </p>
  );
}
