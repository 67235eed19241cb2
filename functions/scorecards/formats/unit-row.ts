import { colToLetter } from 'hucre/xlsx';
import type { CellFigure } from '#functions/scorecards/formats/cell-rows.ts';
import { bands, type Column, type DerivedColumn, type MeanColumn } from '#functions/scorecards/formats/unit-columns.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';

/** The values of one row by the key of the column; `null` where there is no base. */
export type RowValues = Readonly<Record<string, number | null>>;

const columns: readonly Column[] = bands.flatMap((band) => band.columns);

/**
 * The values of a unit's row.
 *
 * @param isOpen a share of which nothing has come yet is none
 */
export function rowOf(indicators: readonly CellFigure[], isOpen: boolean): RowValues {
  const values: Record<string, number | null> = {};
  for (const column of columns) {
    if ('of' in column) values[column.key] = findIndicator(indicators, column.of[0])?.[column.of[1]] ?? null;
    else if ('mean' in column) values[column.key] = quotient(findIndicator(indicators, column.mean));
    else values[column.key] = derive(column, values, isOpen);
  }
  return values;
}

/** The values of the row that adds up others: means are weighed, rates formed anew. */
export function totalOf(rows: readonly { readonly indicators: readonly CellFigure[] }[], isOpen: boolean): RowValues {
  const sums: Record<string, number | null> = {};
  const weighed: Record<string, number> = {};
  for (const { indicators } of rows) {
    const row = rowOf(indicators, isOpen);
    for (const column of columns) {
      const value = row[column.key] ?? null;
      // What no row has was not counted by the rules of then: it is not 0.
      if (value === null || 'sum' in column) continue;
      if ('of' in column) sums[column.key] = (sums[column.key] ?? 0) + value;
      else weighed[column.key] = (weighed[column.key] ?? 0) + value * (row[column.weight] ?? 0);
    }
  }
  const values: Record<string, number | null> = {};
  for (const column of columns) {
    const { key } = column;
    if ('of' in column) values[key] = sums[key] ?? null;
    else if ('mean' in column) {
      values[key] = quotient({ numerator: weighed[key] ?? 0, denominator: values[column.weight] ?? 0 });
    } else values[key] = derive(column, values, isOpen);
  }
  return values;
}

function derive({ sum, over }: DerivedColumn, values: RowValues, isOpen: boolean): number | null {
  const add = (keys: readonly string[]) => keys.reduce((total, key) => total + (values[key] ?? 0), 0);
  const numerator = add(sum);
  return isOpen && numerator === 0 ? null : quotient({ numerator, denominator: add(over) });
}

function quotient(fraction: Fraction | undefined): number | null {
  return fraction && fraction.denominator > 0 ? fraction.numerator / fraction.denominator : null;
}

/** Formulas of a table whose figures begin in the column `first`, counted from 0; rows as the sheet numbers them. */
export function formulasFrom(first: number, shown: readonly Column[], isOpen: boolean) {
  const letters = new Map(shown.map(({ key }, at) => [key, colToLetter(first + at)]));
  const letter = (key: string) => letters.get(key) as string;
  return {
    /** What follows from the other columns of a row. */
    derived({ sum, over }: DerivedColumn, row: number): string {
      const cells = (keys: readonly string[], sign: string) => keys.map((key) => `${letter(key)}${row}`).join(sign);
      return `IF(${cells(isOpen ? sum : over, '+')}=0,"",(${cells(sum, '+')})/(${cells(over, '+')}))`;
    },
    sum: (key: string, from: number, to: number) => `SUM(${letter(key)}${from}:${letter(key)}${to})`,
    mean({ key, weight }: MeanColumn, from: number, to: number): string {
      const range = (of: string) => `${letter(of)}${from}:${letter(of)}${to}`;
      return `IF(SUM(${range(weight)})=0,"",SUMPRODUCT(${range(key)},${range(weight)})/SUM(${range(weight)}))`;
    },
  };
}
