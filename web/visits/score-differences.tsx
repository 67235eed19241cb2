import { criterionName } from '#shared/judging/texts/criteria.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { ScoreDifference } from '#shared/visits/score-differences.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';

/** Lists where a working group's points differ from the cell's own. */
export function ScoreDifferences({ gaps, lang }: { readonly gaps: readonly ScoreDifference[]; readonly lang: Lang }) {
  const t = visitsTexts[lang];
  if (gaps.length === 0) return <p>{t.noGaps}</p>;
  return (
    <ul class="rows">
      {gaps.map(({ criterion, own, visitor }) => (
        <li key={criterion}>
          {criterionName(criterion, lang)}:{' '}
          <span class="missed">{t.gap(formatNumber(own, lang), formatNumber(visitor, lang))}</span>
        </li>
      ))}
    </ul>
  );
}
