import type { Lang } from '#shared/language/lang.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

/** Shows by word and shape whether a target was met; shows nothing without a target or base. */
export function MetMark({ met, lang }: { readonly met: boolean | null; readonly lang: Lang }) {
  if (met === null) return <>—</>;
  const t = scorecardTexts[lang];
  return (
    <span class={met ? 'met' : 'missed'}>
      <span aria-hidden="true">{met ? '✓' : '✗'}</span> {met ? t.met : t.missed}
    </span>
  );
}
