import { type ConditionalRule, cellRef, type WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { bandStyles, formats, numberStyle, rateFormat, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized } from '#shared/language/format.ts';
import type { BandSteps, Target } from '#shared/norms/regimes.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import { type MatrixCell, matrixOf } from '#shared/scorecards/matrix.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { stepsOf, targetBands } from '#shared/scorecards/target-band.ts';
import {
  bandLegend,
  bandNotes,
  bandShapes,
  matrixLabel,
  matrixTexts,
  signsOf,
} from '#shared/scorecards/texts/matrix.ts';

const t = matrixTexts.vi;
/** The limits stand above the units, so that who changes one sees other bands. */
const LIMITS = ['Yêu cầu', 'Gần đạt từ', 'Còn xa: dưới'] as const;
/** More units than that take more than one sheet of paper. */
const MOST_ON_ONE_SHEET = 40;

/** A figure's column: its value, and to the right of it its signs. */
interface Column {
  readonly at: number;
  /** The row of its target; the limits of the other bands follow. */
  readonly limits: number;
  readonly target: Target | null;
}

/** The units by their main figures: values and signs are formulas, and the shades follow the signs. */
export function matrixSheet(scorecard: Scorecard): WriteSheet {
  const { columns, rows, total } = matrixOf(scorecard);
  const { targetBands: bands } = regimeOf(scorecard);
  const draft = new SheetDraft(t.title);
  const width = 1 + 2 * columns.length;
  const head = drawTitle(draft, scorecard, t.title.toUpperCase(), 0, width);
  const placed = columns.map((id, place): Column => {
    const target = findIndicator(scorecard.indicators, id)?.target ?? null;
    const at = 1 + 2 * place;
    draft.join(head, at, at + 1, matrixLabel(id, 'vi'), styles.head);
    drawLimits(draft, { at, limits: head + 1, target }, stepsOf(id, bands));
    return { at, limits: head + 1, target };
  });
  draft.put(head, 0, t.unit, styles.head);
  draft.setHeight(head, 32);
  for (const [at, words] of LIMITS.entries()) draft.put(head + 1 + at, 0, words, styles.note);

  const first = head + 1 + LIMITS.length;
  const last = first + rows.length;
  for (const [at, { name, cells }] of [...rows, { name: t.all, cells: total }].entries()) {
    const row = first + at;
    draft.put(row, 0, capitalized(name), row === last ? styles.strongText : styles.text);
    for (const [place, column] of placed.entries()) drawCell(draft, row, column, cells[place] as MatrixCell);
  }
  draft.join(last + 1, 0, width - 1, `${bandLegend('vi')}; ▲ ▼ = ${t.since} ${t.order}`, styles.note, 18);
  draft.join(last + 2, 0, width - 1, bandNotes(scorecard, 'vi'), styles.note, 18);
  return draft.finish({
    widths: [24, ...columns.flatMap(() => [8, 6])],
    fixedRows: first,
    fixedColumns: 1,
    conditionalRules: placed.flatMap((column) => shades(column, first, last)),
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: rows.length > MOST_ON_ONE_SHEET ? 0 : 1 },
  });
}

function drawLimits(draft: SheetDraft, { at, limits, target }: Column, { near, far }: BandSteps): void {
  const percents = target ? [target.percent, target.percent - near, target.percent - far] : [null, null, null];
  for (const [place, percent] of percents.entries()) {
    draft.join(limits + place, at, at + 1, percent && percent / 100, numberStyle(formats.rate));
  }
}

function drawCell(draft: SheetDraft, row: number, column: Column, cell: MatrixCell): void {
  const { figure, band, change } = cell;
  const { at } = column;
  const isMean = ruleOf(cell.id).as === 'mean';
  if (!figure || figure.value === null) {
    draft.put(row, at, null, numberStyle(formats.rate));
    draft.put(row, at + 1, null, styles.centred);
    return;
  }
  const { numerator, denominator, value, previousMonth } = figure;
  const format = isMean ? formats.mean : rateFormat(value);
  // The parts stand in the formula, so that a value can be checked on the spot.
  draft.compute(row, at, `${numerator}/${denominator}`, numerator / denominator, numberStyle(format));
  const own = cellRef(row, at);
  const sign = band === null || band === 'open' ? `"${band ? bandShapes[band] : ''}"` : bandFormula(own, column);
  const arrow =
    change === null || !previousMonth
      ? '""'
      : arrowFormula(own, `${previousMonth.numerator}/${previousMonth.denominator}`, isMean ? 1 : 3);
  draft.computeText(row, at + 1, `TRIM(${sign}&" "&${arrow})`, signsOf(cell), styles.centred);
}

function bandFormula(value: string, { at, limits, target }: Column): string {
  const limit = (place: number) => `${cellRef(limits + place, at).replace(/(\d+)$/, '$$$1')}`;
  const [met, near, far] = [0, 1, 2].map(limit);
  const { met: full, near: hollow, missed, far: twice } = bandShapes;
  const reaches = target?.comparison ?? '>=';
  return `IF(${value}${reaches}${met},"${full}",IF(${value}>=${near},"${hollow}",IF(${value}>=${far},"${missed}","${twice}")))`;
}

/** Of what is read, so that a reader who compares finds the same. */
function arrowFormula(value: string, before: string, decimals: number): string {
  const [now, then] = [`ROUND(${value},${decimals})`, `ROUND(${before},${decimals})`];
  return `IF(${now}>${then},"▲",IF(${now}<${then},"▼","="))`;
}

/** The first sign up to the blank is the band. */
function shades({ at, target }: Column, first: number, last: number): ConditionalRule[] {
  if (!target) return [];
  const signs = `$${cellRef(first, at + 1)}`;
  return targetBands.map((band, place) => ({
    type: 'expression',
    priority: place + 1,
    formula: `LEFT(${signs}&" ",${bandShapes[band].length + 1})="${bandShapes[band]} "`,
    style: bandStyles[band],
    range: rangeBetween(first, at, last, at + 1),
  }));
}
