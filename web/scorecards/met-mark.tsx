import type { Lang } from '#shared/language/lang.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

/** Each verdict has its own shape: none is told by colour alone. */
export const verdictShapes = { met: '✓', missed: '×', open: '…' } as const;

/** Shows by word and shape whether a target was met, or that this is open; nothing without a target or base. */
export function MetMark({ verdict, lang }: Pick<Indicator, 'verdict'> & { readonly lang: Lang }) {
  if (verdict === null) return <>—</>;
  return (
    <span class={verdict}>
      <i aria-hidden="true" class={verdict === 'met' ? 'tick' : undefined}>
        {verdictShapes[verdict]}
      </i>{' '}
      {scorecardTexts[lang][verdict]}
    </span>
  );
}
