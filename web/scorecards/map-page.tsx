import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatPeriod } from '#shared/language/format.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { type MatrixCell, matrixOf } from '#shared/scorecards/matrix.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { mapTexts } from '#shared/scorecards/texts/map.ts';
import { matrixLabel, matrixTexts } from '#shared/scorecards/texts/matrix.ts';
import type { Drawing } from '#shared/units/shapes/unit-shape.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { MatrixCellTag, MatrixLegend } from '#web/scorecards/matrix.tsx';
import { Standing } from '#web/scorecards/standing.tsx';

interface MapPageProps {
  readonly context: PageContext;
  readonly scorecard: Scorecard;
  /** The figures are older than they should be. */
  readonly behind?: boolean;
  readonly drawing: Drawing;
  /** The figures that may be shown, and the one that is. */
  readonly figures: readonly IndicatorId[];
  readonly figure: IndicatorId;
}

/** The signs of the bands, drawn: not every font has them. Each has a shape of its own, as in the matrix. */
const signs = {
  met: 'M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0',
  near: 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
  missed: 'M-9-9L9 9M9-9L-9 9',
  far: 'M-22-9l18 18m0-18l-18 18M4-9l18 18m0-18l-18 18',
  open: 'M-12 6h2m8 0h2m8 0h2',
} as const satisfies Record<NonNullable<MatrixCell['band']>, string>;

/** A commune's name without its kind, which is written small: 'thị trấn Thắng' is Thắng. */
const nameAlone = (name: string) => name.slice(Math.max(0, name.search(/\p{Lu}/u)));

/** One figure of the units of a scorecard as a map, and the same as a list: who sees no pictures has that. */
export function MapPage({ context, scorecard, behind, drawing, figures, figure }: MapPageProps) {
  const { lang } = context;
  const { unit, name, month } = scorecard;
  const t = mapTexts[lang];
  const at = figures.indexOf(figure);
  const rows = matrixOf(scorecard).rows.map((row) => ({ ...row, cell: row.cells[at] }));
  const drawn = new Set(drawing.shapes.map((each) => each.unit));
  const without = rows.filter((row) => !drawn.has(row.unit));
  const path = (query: Readonly<Record<string, string>>) =>
    pathTo('/scorecards/{unit}/{month}', { unit, month }, query);
  const to = (of: string) => `${pathTo('/scorecards/{unit}/{month}', { unit: of, month })}#${figure}`;
  const title = `${t.title} ${formatPeriod(month, lang)}`;
  return (
    <Document title={`${title}: ${name}`} context={context} wide work>
      <h1>
        {title}: {matrixLabel(figure, lang)}
      </h1>
      <Standing scorecard={scorecard} behind={behind} lang={lang} />
      <nav class="months" aria-label={t.figures}>
        {figures.map((id) => (
          <Fragment key={id}>
            <a href={path({ view: 'map', figure: id })} aria-current={id === figure ? 'page' : undefined}>
              {matrixLabel(id, lang)}
            </a>{' '}
          </Fragment>
        ))}
      </nav>
      <MatrixLegend lang={lang} />
      <div class="map">
        {/* The list beside it has the same links: the keyboard has each once. */}
        <svg viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 8}`} aria-hidden="true">
          {drawing.shapes.map((shape) => {
            const row = rows.find((each) => each.unit === shape.unit);
            return (
              row && (
                <a key={shape.unit} href={to(shape.unit)} tabindex={-1} class={row.cell?.band ?? undefined}>
                  <path d={shape.path} fill-rule="evenodd" />
                  {row.cell?.band && (
                    <path class="sign" d={signs[row.cell.band]} transform={`translate(${shape.x} ${shape.y - 48})`} />
                  )}
                  <text x={shape.x} y={shape.y}>
                    {row.cell?.figure?.value == null ? '—' : readingWords(row.cell.figure, lang)}{' '}
                  </text>
                  <text class="name" x={shape.x} y={shape.y + 22}>
                    {nameAlone(row.name)}{' '}
                  </text>
                </a>
              )
            );
          })}
        </svg>
        <section>
          <h2>{t.list}</h2>
          <ul class="names signs">
            {rows.map((row) => (
              <li key={row.unit}>
                <a href={to(row.unit)}>{capitalized(row.name)}</a>{' '}
                {row.cell && <MatrixCellTag cell={row.cell} lang={lang} />}
              </li>
            ))}
          </ul>
          {without.length > 0 && (
            <p>
              {t.without}: {without.map((row) => row.name).join('; ')}.
            </p>
          )}
        </section>
      </div>
      <p class="hint">{t.given}</p>
      <p class="actions">
        <a href={path({ view: 'matrix' })}>{matrixTexts[lang].see}</a>{' '}
        <a href={path({})}>{matrixTexts[lang].scorecard}</a>
      </p>
    </Document>
  );
}
