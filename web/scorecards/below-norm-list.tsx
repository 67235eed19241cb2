import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { BelowNorm } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

interface BelowNormListProps {
  readonly belowNorm: readonly BelowNorm[];
  /** The address of a cell's reports. */
  readonly to: (cell: UnitId) => string;
  readonly lang: Lang;
}

/** Lists the cells below the norm by commune, each with its reasons. */
export function BelowNormList({ belowNorm, to, lang }: BelowNormListProps) {
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
                <a href={to(cell)}>{capitalized(name)}</a>:{' '}
                {reasons.map((reason) => flagLabels[lang][reason]).join('; ')}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
