import { pathTo } from '#shared/access/routes.ts';
import type { SeenFigure } from '#shared/actions/action.ts';
import type { Proposal } from '#shared/actions/propose.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { figureWords } from '#shared/actions/texts/figure-words.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';

interface ProposalTableProps {
  readonly proposals: readonly Proposal[];
  readonly lang: Lang;
}

/** What two months' figures propose, one a row, each with the way to decide on it. */
export function ProposalTable({ proposals, lang }: ProposalTableProps) {
  const t = actionsTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.indicator}</th>
          <th scope="col">{t.figure}</th>
          <th scope="col">{t.decideOn}</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ id, unit, name, indicator, month, figure, before }) => (
          <tr key={id}>
            <th scope="row">{capitalized(name)}</th>
            <td>{indicatorLabels[lang][indicator]}</td>
            <td>
              {t.thenWords(inMonth(indicator, before, lang), inMonth(indicator, figure, lang))}
              {figure.target && <div class="muted">{t.asks(targetWords(figure.target, lang))}</div>}
            </td>
            <td>
              <a href={pathTo('/actions/new', {}, { unit, indicator, month })}>{t.decideOn}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inMonth(indicator: IndicatorId, figure: SeenFigure, lang: Lang): string {
  return `${figureWords(indicator, figure, lang)}, ${formatMonth(figure.month, lang)}`;
}
