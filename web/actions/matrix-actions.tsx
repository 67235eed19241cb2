import { pathTo } from '#shared/access/routes.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import { actionListLabels, actionsTexts } from '#shared/actions/texts/actions.ts';
import { capitalized, formatDay, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { UnitId } from '#shared/units/units.ts';

/** An action under way beside the name of its unit. */
export interface ActedOn {
  readonly action: PlannedAction;
  readonly unitName: string;
}

interface MatrixActionsProps {
  readonly unit: UnitId;
  /** The first to be done first. */
  readonly acted: readonly ActedOn[];
  readonly lang: Lang;
}

/** A matrix of a hundred units keeps to its bytes with these; the list has all. */
const SHOWN = 12;

/** What is being done about the figures of a matrix: of which unit and figure, by whom and until when. */
export function MatrixActions({ unit, acted, lang }: MatrixActionsProps) {
  if (acted.length === 0) return null;
  const t = actionsTexts[lang];
  return (
    <section class="noprint">
      <h2>
        {t.title}: {actionListLabels[lang].open.toLowerCase()} ({formatNumber(acted.length, lang)})
      </h2>
      <ul class="rows">
        {acted.slice(0, SHOWN).map(({ action: { id, indicator, plan }, unitName }) => (
          <li key={id}>
            {capitalized(unitName)}, {indicatorLabels[lang][indicator].toLowerCase()}:{' '}
            <a href={pathTo('/actions/{id}', { id })}>{plan.what}</a>{' '}
            <span class="muted">
              ({plan.who}, {formatDay(plan.due)})
            </span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={pathTo('/actions', {}, { unit })}>{t.back}</a>
      </p>
    </section>
  );
}
