import type { BelowNorm } from '#shared/scorecard.ts';
import { flagLabels } from '#shared/texts/choices.ts';
import { capitalized } from '#shared/texts/format.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { scorecardTexts } from '#shared/texts/scorecard.ts';

/** The cells below the norm by commune, each with the reasons. */
export function BelowNormList({ belowNorm, lang }: { readonly belowNorm: readonly BelowNorm[]; readonly lang: Lang }) {
  const t = scorecardTexts[lang];
  const communes = [...Map.groupBy(belowNorm, ({ commune }) => commune)];
  return (
    <section>
      <h2>{t.belowNorm}</h2>
      {belowNorm.length === 0 && <p>{t.belowNormNone}</p>}
      {communes.map(([commune, cells]) => (
        <details key={commune} open={communes.length === 1}>
          <summary>
            {capitalized(commune)}: {t.belowNormCount(cells.length)}
          </summary>
          <ul>
            {cells.map(({ cell, name, reasons }) => (
              <li key={cell}>
                {capitalized(name)}: {reasons.map((reason) => flagLabels[lang][reason]).join('; ')}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
