import type { Lang } from '#shared/language/lang.ts';
import type { Correction } from '#shared/scorecards/scorecard.ts';
import { correctionWords } from '#shared/scorecards/texts/corrections.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

interface CorrectionsListProps {
  readonly corrections: readonly Correction[];
  readonly lang: Lang;
}

/** Lists what an official revision counts otherwise than the one before, each with its reason. */
export function CorrectionsList({ corrections, lang }: CorrectionsListProps) {
  return (
    <section>
      <h2>{scorecardTexts[lang].corrections}</h2>
      <ul>
        {corrections.map((correction) => (
          <li key={`${correction.kind} ${correction.of}`}>{correctionWords(correction, lang)}</li>
        ))}
      </ul>
    </section>
  );
}
