import { capitalized, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type ResultUnit, resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import type { ResultSums, Scorecard } from '#shared/scorecards/scorecard.ts';
import { resultTexts } from '#shared/scorecards/texts/results.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { FiguresTable } from '#web/components/figures-table.tsx';

interface ResultsSectionProps {
  readonly scorecard: Pick<Scorecard, 'results' | 'children' | 'groups'>;
  readonly lang: Lang;
}

interface Line {
  readonly name: string;
  readonly results?: ResultSums;
}

/** What resolutions have brought about in numbers: in all, then by the units and groups that report any. */
export function ResultsSection({ scorecard, lang }: ResultsSectionProps) {
  const t = resultTexts[lang];
  const { results = {}, children, groups } = scorecard;
  const units = resultUnitCodes.filter((code) => results[code]);
  return (
    <section id="results">
      <h2>{t.title}</h2>
      <FiguresTable title={t.title} first={t.unit} heads={[t.quantity, t.results]}>
        <tbody>
          {units.map((code) => (
            <tr key={code}>
              <th scope="row">{resultUnits[code][lang]}</th>
              <td class="num">{formatNumber(results[code]?.quantity ?? 0, lang)}</td>
              <td class="num">{formatNumber(results[code]?.results ?? 0, lang)}</td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
      <Lines title={t.byUnit} lines={children} units={units} lang={lang} />
      <Lines title={t.byGroup} lines={groups} units={units} lang={lang} />
      <p class="hint">{t.note}</p>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly units: readonly ResultUnit[];
  readonly lang: Lang;
}

function Lines({ title, lines, units, lang }: LinesProps) {
  const own = lines.filter(({ results }) => results);
  if (own.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <FiguresTable
        title={title}
        first={scorecardTexts[lang].unit}
        heads={units.map((code) => resultUnits[code][lang])}
      >
        <tbody>
          {own.map(({ name, results = {} }) => (
            <tr key={name}>
              <th scope="row">{capitalized(name)}</th>
              {units.map((code) => (
                <td key={code} class="num">
                  {results[code] ? formatNumber(results[code].quantity, lang) : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </FiguresTable>
    </details>
  );
}
