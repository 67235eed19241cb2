import { pathTo, routes } from '#shared/access/routes.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { PageContext } from '#web/context.ts';

interface FigureActionsProps {
  readonly context: PageContext;
  readonly scorecard: Pick<Scorecard, 'unit' | 'month' | 'indicators'>;
  /** What is being done about the unit's figures. */
  readonly acted: readonly PlannedAction[];
}

/** Each missed figure of a unit's month with what is done about it and, for who decides, the way to do more. */
export function FigureActions({ context, scorecard: { unit, month, indicators }, acted }: FigureActionsProps) {
  const { lang, session } = context;
  const t = actionsTexts[lang];
  const mayOpen = routes['GET /actions/new'].roles.some((role) => role === session?.role);
  const lines = indicators
    .filter(({ id, verdict }) => verdict === 'missed' || acted.some(({ indicator }) => indicator === id))
    .map(({ id, verdict }) => ({ id, verdict, own: acted.filter(({ indicator }) => indicator === id) }))
    .filter(({ own }) => mayOpen || own.length > 0);
  if (lines.length === 0) return null;
  return (
    <section class="noprint">
      <h2>{t.atFigures}</h2>
      <ul class="rows">
        {lines.map(({ id, verdict, own }) => (
          <li key={id}>
            {indicatorLabels[lang][id]}
            {own.map((action) => (
              <div key={action.id}>
                <a href={pathTo('/actions/{id}', { id: action.id })}>{action.plan.what}</a>{' '}
                <span class="muted">
                  ({action.plan.who}, {formatDay(action.plan.due)})
                </span>
              </div>
            ))}
            {mayOpen && verdict === 'missed' && own.length === 0 && (
              <>
                {': '}
                <a href={pathTo('/actions/new', {}, { unit, indicator: id, month })}>{t.openThis}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={pathTo('/actions', {}, { unit })}>{t.back}</a>
      </p>
    </section>
  );
}
