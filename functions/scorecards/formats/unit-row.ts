import { colToLetter } from 'hucre/xlsx';
import type { CellFigure } from '#functions/scorecards/formats/cell-rows.ts';
import type { Column, DerivedColumn, MeanColumn } from '#functions/scorecards/formats/unit-columns.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';

/** The values of one row, each at the place of its column; `null` where there is no base. */
export type RowValues = readonly (number | null)[];

type Figures = readonly CellFigure[];
type Sum = (values: RowValues) => number;

/** The rows of a table with these columns: what a unit's says, and what the one says that adds up all. */
export interface UnitRows {
  valuesOf(indicators: Figures): RowValues;
  /** Means are weighed, rates formed anew. */
  totalOf(rows: readonly { readonly indicators: Figures }[]): RowValues;
}

/**
 * The columns are read once, not for each of 10,000 rows.
 *
 * @param isOpen a share of which nothing has come yet is none
 */
export function unitRows(columns: readonly Column[], isOpen: boolean): UnitRows {
  const places = new Map(columns.map(({ key }, at) => [key, at]));
  const placeOf = (key: string) => places.get(key) as number;
  const sumOf = (keys: readonly string[]): Sum => {
    const summed = keys.map(placeOf);
    return (values) => summed.reduce((sum, at) => sum + (values[at] ?? 0), 0);
  };
  const derived = columns.flatMap((column, at) => {
    if (!('sum' in column)) return [];
    const [numeratorOf, denominatorOf] = [sumOf(column.sum), sumOf(column.over)];
    return [
      (values: (number | null)[]) => {
        const numerator = numeratorOf(values);
        const isNone = isOpen && numerator === 0;
        values[at] = isNone ? null : quotient({ numerator, denominator: denominatorOf(values) });
      },
    ];
  });
  /** What is read from the figures; the place of what follows from them stays empty. */
  const read = (indicators: Figures) =>
    columns.map((column) => {
      if ('of' in column) return findIndicator(indicators, column.of[0])?.[column.of[1]] ?? null;
      return 'mean' in column ? quotient(findIndicator(indicators, column.mean)) : null;
    });
  const derive = (values: (number | null)[]) => {
    for (const fill of derived) fill(values);
    return values;
  };

  return {
    valuesOf: (indicators) => derive(read(indicators)),
    totalOf(rows) {
      const sums = columns.map((): number | null => null);
      const weights = columns.map((column) => ('weight' in column ? placeOf(column.weight) : undefined));
      for (const { indicators } of rows) {
        const values = read(indicators);
        for (const [at, value] of values.entries()) {
          // What no row has was not counted by the rules of then: it is not 0.
          if (value === null) continue;
          const weight = weights[at];
          sums[at] = (sums[at] ?? 0) + (weight === undefined ? value : value * (values[weight] ?? 0));
        }
      }
      return derive(
        sums.map((sum, at) => {
          const weight = weights[at];
          return weight === undefined ? sum : quotient({ numerator: sum ?? 0, denominator: sums[weight] ?? 0 });
        }),
      );
    },
  };
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
