import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { formatDay } from '#shared/language/format.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** More are counted: the meeting has its own matters. */
const MOST = 3;

/** What is done about figures of the cell and of its commune, the first due first; nothing where there is none. */
export function ActionsSection({ context: { lang }, actions = [] }: PrepareProps) {
  if (actions.length === 0) return null;
  const t = actionsTexts[lang];
  return (
    <section class="noprint">
      <h2>{t.atPrepare}</h2>
      <ul class="rows">
        {actions.slice(0, MOST).map(({ id, indicator, plan }) => (
          <li key={id}>
            {plan.what}{' '}
            <span class="muted">
              ({indicatorLabels[lang][indicator]}; {plan.who}, {formatDay(plan.due)})
            </span>
          </li>
        ))}
        {actions.length > MOST && <li>{t.andMore(actions.length - MOST)}</li>}
      </ul>
    </section>
  );
}
