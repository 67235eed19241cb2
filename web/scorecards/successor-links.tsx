import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A successor of a former unit. */
export interface Successor {
  readonly unit: UnitId;
  readonly name: string;
}

/** Links to a unit's successors. The unit keeps the name it had in the month. */
export function SuccessorLinks({
  successors = [],
  lang,
}: {
  readonly successors?: readonly Successor[] | undefined;
  readonly lang: Lang;
}) {
  if (successors.length === 0) return null;
  return (
    <span class="muted">
      {' '}
      ({scorecardTexts[lang].now}{' '}
      {successors.map(({ unit, name }, at) => (
        <span key={unit}>
          {at > 0 && ', '}
          <a href={pathTo('/scorecards/{unit}', { unit })}>{capitalized(name)}</a>
        </span>
      ))}
      )
    </span>
  );
}
