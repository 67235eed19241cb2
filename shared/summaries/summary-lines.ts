import type { Lang } from '#shared/language/lang.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { mainFigures } from '#shared/scorecards/main-figures.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { Stretch, Summary } from '#shared/summaries/summary.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';

/** A line of a summary's table. */
interface SummaryLine {
  readonly label: string;
  /** One for each stretch; `undefined` where it is not known on the line's base. */
  readonly figures: readonly (Indicator | undefined)[];
}

/**
 * How many of all cells adopted a resolution. A regime leaves out cells that reported that they did not meet; from before
 * a regime nobody knows which those were. This base both have. It has no target.
 */
export function resolutionOfAllCells(indicators: Stretch['indicators']): Indicator | undefined {
  const [adopted, all] = [findIndicator(indicators, 'resolution'), findIndicator(indicators, 'met')];
  if (!adopted || !all) return undefined;
  const fraction = { numerator: adopted.numerator, denominator: all.denominator };
  const isOpen = adopted.value === null || all.value === null;
  const none = { target: null, verdict: null, met: null, previousMonth: null, previousYear: null };
  return { id: 'resolution', ...fraction, value: isOpen ? null : readingOf(fraction, undefined, null), ...none };
}

/** The main figures of a summary's stretches; each line has one base all along. */
export function summaryLines({ stretches }: Pick<Summary, 'stretches'>, lang: Lang): readonly SummaryLine[] {
  const isBefore = ({ regime }: Stretch) => regime === undefined;
  return mainFigures.flatMap((id): SummaryLine[] => {
    const label = indicatorLabels[lang][id];
    const line = (figureOf: (stretch: Stretch) => Indicator | undefined) => stretches.map(figureOf);
    if (id !== 'resolution' || !stretches.some(isBefore)) {
      return [{ label, figures: line(({ indicators }) => findIndicator(indicators, id)) }];
    }
    return [
      {
        label,
        figures: line((each) => (isBefore(each) ? undefined : findIndicator(each.indicators, id))),
      },
      {
        label: `${label} (${summaryTexts[lang].ofAllCells})`,
        figures: line(({ indicators }) => resolutionOfAllCells(indicators)),
      },
    ];
  });
}
