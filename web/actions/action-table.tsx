import { pathTo } from '#shared/access/routes.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt } from '#shared/period.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';

/** An action in a list. */
export interface ListedAction {
  readonly action: PlannedAction;
  readonly unitName: string;
  readonly overdue: boolean;
}

interface ActionTableProps {
  readonly actions: readonly ListedAction[];
  /** What chose the list: an action's page leads on within it. */
  readonly list: Readonly<Record<string, string>>;
  readonly lang: Lang;
}

/** Actions, one a row: what is done, where, by whom, until when. */
export function ActionTable({ actions, list, lang }: ActionTableProps) {
  const t = actionsTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          <th scope="col">{t.action}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.whoShort}</th>
          <th scope="col">{t.until}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ action: { id, indicator, plan, closedAt }, unitName, overdue }) => (
          <tr key={id}>
            <th scope="row">
              <a href={pathTo('/actions/{id}', { id }, list)}>{plan.what}</a>
              <div class="muted">{indicatorLabels[lang][indicator]}</div>
            </th>
            <td>{capitalized(unitName)}</td>
            <td>{plan.who}</td>
            <td data-as={`${closedAt ? t.closedAt : t.until}: `}>
              {formatDay(closedAt ? dayAt(closedAt) : plan.due)} {overdue && <span class="missed">({t.overdue})</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
