import { flagLabels } from '#shared/judging/texts/flags.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { BelowNorm } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';

interface BelowNormListProps {
  readonly belowNorm: readonly BelowNorm[];
  /** The address of a cell's reports. */
  readonly to: (cell: UnitId) => string;
  /** Of a large district: the address of a commune's own list. */
  readonly toCommune?: ((commune: UnitId) => string) | undefined;
  readonly lang: Lang;
}

/** Lists the cells below the norm by commune, each with its reasons; of a large district, how many each commune has. */
export function BelowNormList({ belowNorm, to, toCommune, lang }: BelowNormListProps) {
  const t = scorecardTexts[lang];
  if (toCommune) return <CountsOfCommunes {...{ belowNorm, toCommune, lang }} />;
  const communes = [...Map.groupBy(belowNorm, ({ commune }) => commune)];
  return (
    <section id="below-norm">
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

/** Those with most first: of ten thousand cells a page would say nothing else, and the communes' own pages name them. */
function CountsOfCommunes({
  belowNorm,
  toCommune,
  lang,
}: Pick<BelowNormListProps, 'belowNorm' | 'lang'> & { readonly toCommune: (commune: UnitId) => string }) {
  const t = scorecardTexts[lang];
  const communes = [...Map.groupBy(belowNorm, ({ cell }) => communeOf(cell))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return (
    <section id="below-norm">
      <h2>{t.belowNorm}</h2>
      {communes.length === 0 ? <p>{t.belowNormNone}</p> : <p class="hint">{t.belowNormByCommune}</p>}
      <ul class="names">
        {communes.map(([commune, cells]) => (
          <li key={commune}>
            <a href={toCommune(commune)}>{capitalized(cells[0]?.commune ?? commune)}</a>:{' '}
            {t.belowNormCount(cells.length)}
          </li>
        ))}
      </ul>
    </section>
  );
}
