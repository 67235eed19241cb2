import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';

/** Links to a unit's successors. The unit keeps the name it had in the month. */
export function SuccessorLinks({
  successors = [],
  lang,
}: {
  readonly successors?: readonly RelatedUnit[] | undefined;
  readonly lang: Lang;
}) {
  if (successors.length === 0) return null;
  return (
    <span class="muted">
      {' '}
      ({scorecardTexts[lang].now}{' '}
      {successors.map(({ name, path }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          {path ? <a href={path}>{capitalized(name)}</a> : capitalized(name)}
        </span>
      ))}
      )
    </span>
  );
}
