import { type ConditionalRule, cellRef } from 'hucre/xlsx';
import type { CellFigure } from '#functions/scorecards/formats/cell-rows.ts';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import type { BodyRow } from '#functions/scorecards/formats/sheet-body.ts';
import { heightFor, rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import type { Band, Column } from '#functions/scorecards/formats/unit-columns.ts';
import { formulasFrom, type RowValues, type UnitRows, unitRows } from '#functions/scorecards/formats/unit-row.ts';
import type { DraftedSheet } from '#functions/scorecards/formats/write-workbook.ts';
import {
  formats,
  missedStyle,
  type NumberFormat,
  numberStyle,
  rateFormat,
  rateStyles,
  styles,
} from '#functions/scorecards/formats/xlsx-styles.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/** The columns before the figures: what the row is called. */
const LEAD = 2;

export interface UnitTable {
  readonly sheet: string;
  readonly title: string;
  readonly lead: readonly [first: string, second: string];
  readonly leadWidths: readonly [number, number];
  readonly rows: readonly {
    readonly lead: readonly [string | number | null, string];
    readonly indicators: readonly CellFigure[];
  }[];
  /** What the last row is called, which adds up the others. */
  readonly total: string;
  readonly bands: readonly Band[];
  /** The sentence that says how the rows are ranked; absent for a list without ranks. */
  readonly rankedBy?: string;
}

/** A table with one row a unit: communes, cells or working groups. */
export function unitsSheet(scorecard: Scorecard, table: UnitTable): DraftedSheet {
  const draft = new SheetDraft(table.sheet);
  const columns = table.bands.flatMap((band) => band.columns);
  const width = LEAD + columns.length;
  // Figures of the first three bands fill one page; the others follow on the next one, beside the names again.
  const firstPage = LEAD + table.bands.slice(0, 3).flatMap((band) => band.columns).length;
  const head = drawTitle(draft, scorecard, table.title, 0, firstPage);
  drawHead(draft, head, table);

  const first = head + 2;
  const isOpen = !isClosed(scorecard);
  const last = first + table.rows.length;
  const rows = unitRows(columns, isOpen);
  if (table.rows.length > 0) {
    draft.fill({
      first,
      columnStyles: [
        typeof table.rows[0]?.lead[0] === 'string' ? styles.text : styles.centred,
        styles.text,
        ...columns.map((column) => numberStyle(formatOf(column))),
      ],
      otherStyles: rateStyles,
      rows: () => bodyRows(table, columns, rows, first, isOpen),
    });
    draft.put(last, 0, null, styles.strongText);
    draft.put(last, 1, table.total, styles.strongText);
    const total = rows.totalOf(table.rows);
    drawTotal(draft, { columns, first, last, total, isOpen });
  }
  draft.join(
    last + 1,
    0,
    firstPage - 1,
    'Ô in đậm, nghiêng, nền màu: chưa đạt yêu cầu; số liệu chưa kết luận thì không tô. Ô trống: chưa có cơ sở tính.',
    styles.note,
    18,
  );
  if (table.rankedBy) draft.join(last + 2, 0, firstPage - 1, table.rankedBy, styles.note, 18);

  return draft.finish({
    widths: [...table.leadWidths, ...columns.map(() => 8.5)],
    fixedRows: first,
    fixedColumns: LEAD,
    autoFilter: { range: rangeBetween(first - 1, 0, Math.max(last - 1, first - 1), width - 1) },
    conditionalRules: missedRules(
      columns,
      [...table.rows.map(({ indicators }) => indicators), scorecard.indicators],
      scorecard.indicators,
      first,
    ),
    colBreaks: [firstPage - 1],
    pageSetup: { scale: 72 },
  });
}

function* bodyRows(
  { rows, leadWidths }: UnitTable,
  columns: readonly Column[],
  { valuesOf }: UnitRows,
  first: number,
  isOpen: boolean,
): Generator<BodyRow> {
  const formulas = formulasFrom(LEAD, columns, isOpen);
  for (const [at, { lead, indicators }] of rows.entries()) {
    const values = valuesOf(indicators);
    const figures = columns.map((column, place) => {
      const result = values[place] ?? null;
      if (!('sum' in column)) return result;
      const reading = findIndicator(indicators, column.judged)?.value ?? null;
      return { formula: formulas.derived(column, first + at + 1), result, style: numberStyle(rateFormat(reading)) };
    });
    yield { values: [...lead, ...figures], height: heightFor([[lead[1], leadWidths[1]]]) };
  }
}

function drawHead(draft: SheetDraft, head: number, { lead, bands }: Pick<UnitTable, 'lead' | 'bands'>): void {
  for (const [column, text] of lead.entries()) {
    draft.put(head, column, text, styles.head);
    draft.put(head + 1, column, null, styles.head);
    draft.joinDown(column, head, head + 1);
  }
  let column = LEAD;
  for (const band of bands) {
    draft.join(head, column, column + band.columns.length - 1, band.head, styles.head, 32);
    for (const { head: text } of band.columns) draft.put(head + 1, column++, text, styles.head);
  }
  draft.setHeight(head + 1, 48);
}

interface Total {
  readonly columns: readonly Column[];
  /** The first row of the table and the row of the total, from 0. */
  readonly first: number;
  readonly last: number;
  readonly total: RowValues;
  readonly isOpen: boolean;
}

function drawTotal(draft: SheetDraft, { columns, first, last, total, isOpen }: Total): void {
  const formulas = formulasFrom(LEAD, columns, isOpen);
  for (const [place, column] of columns.entries()) {
    const formula =
      'of' in column
        ? formulas.sum(column.key, first + 1, last)
        : 'mean' in column
          ? formulas.mean(column, first + 1, last)
          : formulas.derived(column, last + 1);
    const [value, style] = [total[place] ?? null, numberStyle(formatOf(column), 'total')];
    // A sum of blanks would say 0.
    if ('of' in column && value === null) draft.put(last, LEAD + place, null, style);
    else draft.compute(last, LEAD + place, formula, value, style);
  }
}

function formatOf(column: Column): NumberFormat {
  if ('mean' in column) return formats.mean;
  return 'sum' in column ? formats.rate : formats.count;
}

/**
 * Rates below the unit's own targets are marked by rules: a rate that is recomputed is marked anew. While reports may
 * still turn it, a rate is not marked.
 *
 * @param rows from the first on, the total last
 */
function missedRules(
  columns: readonly Column[],
  rows: readonly (readonly CellFigure[])[],
  indicators: readonly Indicator[],
  first: number,
): ConditionalRule[] {
  if (rows.length < 2) return [];
  return columns.flatMap((column, place): ConditionalRule[] => {
    if (!('judged' in column)) return [];
    const { judged } = column;
    const target = findIndicator(indicators, judged)?.target;
    if (!target) return [];
    const at = LEAD + place;
    const isTold = (row: readonly CellFigure[]) => {
      const { verdict, value } = findIndicator(row, judged) ?? {};
      return verdict !== 'open' || value === null;
    };
    return runsOf(rows.map(isTold)).map(([from, to]) => {
      const [cell, below] = [cellRef(first + from, at), target.comparison === '>=' ? '<' : '<='];
      return {
        type: 'expression',
        priority: place + 1,
        formula: `AND(ISNUMBER(${cell}),${cell}${below}${target.percent / 100})`,
        style: missedStyle,
        range: rangeBetween(first + from, at, first + to, at),
      };
    });
  });
}

/** The first and the last place of each unbroken run of true ones. */
function runsOf(places: readonly boolean[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const [at, is] of places.entries()) {
    const run = runs.at(-1);
    if (is && run?.[1] === at - 1) run[1] = at;
    else if (is) runs.push([at, at]);
  }
  return runs;
}
