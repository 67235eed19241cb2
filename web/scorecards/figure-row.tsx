import type { Lang } from '#shared/language/lang.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { mainFigures } from '#shared/scorecards/main-figures.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { Change } from '#web/scorecards/change.tsx';
import { MetMark } from '#web/scorecards/met-mark.tsx';
import { Sparkline } from '#web/scorecards/sparkline.tsx';

interface FigureRowProps {
  readonly figure: Indicator;
  /** The headings of the columns; on a phone they stand in the row. */
  readonly heads: Readonly<Record<'target', string>> & Readonly<Partial<Record<'since' | 'fromYear', string>>>;
  /** What stands in no figure, beside each that has a target. */
  readonly lacking: string;
  readonly months: Trend['months'] | undefined;
  readonly lang: Lang;
}

/** One figure of a unit in a row, which has the figure's name as its id: other pages lead to it. */
export function FigureRow({ figure, heads, lacking, months, lang }: FigureRowProps) {
  const { id, target, verdict, previousMonth, previousYear } = figure;
  const isMain = mainFigures.includes(id);
  return (
    <tr id={id} class={isMain ? 'main' : undefined}>
      <th scope="row">{indicatorLabels[lang][id]}</th>
      <td class="num">
        {partsWords(figure, lang)}
        {target && <span class="muted"> {lacking}</span>}
      </td>
      <td class="num">{readingWords(figure, lang)}</td>
      <td class="num" data-as={target ? `${heads.target}: ` : undefined}>
        {target ? targetWords(target, lang) : ''}
      </td>
      <td>{target ? <MetMark verdict={verdict} lang={lang} /> : ''}</td>
      {heads.since && (
        <td {...(previousMonth ? { 'data-as': `${heads.since}: ` } : { class: 'none' })}>
          <Change figure={figure} earlier={previousMonth} lang={lang} />
        </td>
      )}
      {heads.fromYear && (
        <td {...(previousYear ? { 'data-as': `${heads.fromYear}: ` } : { class: 'none' })}>
          <Change figure={figure} earlier={previousYear} lang={lang} />
        </td>
      )}
      {months && <td>{isMain && <Sparkline id={id} months={months} lang={lang} />}</td>}
    </tr>
  );
}
