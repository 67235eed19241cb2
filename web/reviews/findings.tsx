import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { findingWords } from '#shared/reviews/finding-words.ts';
import type { ReviewRow } from '#shared/reviews/review-list.ts';
import { sentinelLabels } from '#shared/reviews/texts/sentinels.ts';
import type { UnitId } from '#shared/units/units.ts';

interface FindingsProps extends Pick<ReviewRow, 'findings' | 'flags'> {
  readonly lang: Lang;
  readonly nameOf: (unit: UnitId) => string;
}

/** What stands out in a report: each sign with the sentence that gives its figures, then the norms that it misses. */
export function Findings({ findings, flags, lang, nameOf }: FindingsProps) {
  return (
    <>
      {findings.map((finding) => (
        <div key={finding.id}>
          <span class="tag sign">
            <span aria-hidden="true">! </span>
            {sentinelLabels[lang][finding.id]}
          </span>{' '}
          {findingWords(finding, lang, nameOf)}
        </div>
      ))}
      {flags.length > 0 && (
        <div class="muted">{capitalized(flags.map((flag) => flagLabels[lang][flag]).join('; '))}</div>
      )}
    </>
  );
}
