import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { lastMonthOf } from '#shared/period.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { type MatrixCell, matrixOf } from '#shared/scorecards/matrix.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { targetBands } from '#shared/scorecards/target-band.ts';
import { bandShapes, directionOf, matrixLabel, matrixTexts } from '#shared/scorecards/texts/matrix.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import { DirectionSign } from '#web/scorecards/direction-sign.tsx';

interface MatrixProps {
  readonly scorecard: Scorecard;
  readonly lang: Lang;
}

/**
 * A table that is a picture: each figure with its band, told by sign and shade, and the sign of its change. A commune's
 * figure leads to the line of its own scorecard, a cell's to its reports. Pages that have it are of the `work` style.
 */
export function Matrix({ scorecard, lang }: MatrixProps) {
  const { unit, name, month } = scorecard;
  const { columns, rows, total } = matrixOf(scorecard);
  const t = matrixTexts[lang];
  const isOfCells = parentOf(unit) !== undefined;
  const lineOf = (of: UnitId, id?: IndicatorId) =>
    `${pathTo('/scorecards/{unit}/{month}', { unit: of, month })}${id ? `#${id}` : ''}`;
  const to = (of: UnitId, id?: IndicatorId) =>
    isOfCells ? pathTo('/months/{month}', { month: lastMonthOf(month) }, { unit: of }) : lineOf(of, id);
  return (
    <section class="scroll" aria-label={`${t.title}: ${capitalized(name)}`} tabindex={0}>
      <table class="matrix signs">
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {matrixLabel(id, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit}>
              <th scope="row">
                <a href={to(row.unit)}>{capitalized(row.name)}</a>
              </th>
              {row.cells.map((cell) => (
                <Cell key={cell.id} cell={cell} to={to(row.unit, cell.id)} lang={lang} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.all}</th>
            {total.map((cell) => (
              <Cell key={cell.id} cell={cell} to={lineOf(unit, cell.id)} lang={lang} />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly to: string;
  readonly lang: Lang;
}

function Cell({ cell, to, lang }: CellProps) {
  const { figure, band } = cell;
  if (!figure || figure.value === null) return <td>—</td>;
  return (
    <td {...(band && { class: band })}>
      <a href={to}>
        <Reading cell={cell} lang={lang} />
      </a>
    </td>
  );
}

/** A unit's figure outside of a table, with the signs of its band and change. */
export function MatrixCellTag({ cell, lang }: Omit<CellProps, 'to'>) {
  const { figure, band } = cell;
  if (!figure || figure.value === null) return <span>—</span>;
  return (
    <span {...(band && { class: band })}>
      <Reading cell={cell} lang={lang} />
    </span>
  );
}

function Reading({ cell: { figure, band, change }, lang }: Omit<CellProps, 'to'>) {
  if (!figure) return null;
  const words = [
    ...(band ? [matrixTexts[lang][band]] : []),
    ...(change === null ? [] : [scorecardTexts[lang][directionOf(change)]]),
  ];
  return (
    <>
      {band && <i aria-hidden="true">{bandShapes[band]} </i>}
      {readingWords(figure, lang)}
      {change !== null && (
        <>
          {' '}
          <DirectionSign direction={directionOf(change)} />
        </>
      )}
      {words.length > 0 && <span class="unseen"> {words.join(', ')}</span>}
    </>
  );
}

/** What the signs of a matrix mean. */
export function MatrixLegend({ lang }: { readonly lang: Lang }) {
  const t = matrixTexts[lang];
  return (
    <p class="hint signs">
      {([...targetBands, 'open'] as const).map((band) => (
        <span key={band} class={band}>
          <i aria-hidden="true">{bandShapes[band]} </i>
          {t[band]}{' '}
        </span>
      ))}
      {(['up', 'down', 'same'] as const).map((direction) => (
        <span key={direction}>
          <DirectionSign direction={direction} /> {scorecardTexts[lang][direction]}{' '}
        </span>
      ))}
      {t.since}
    </p>
  );
}
