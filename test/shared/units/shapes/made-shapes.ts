import type { UnitId } from '#shared/units/units.ts';

type Position = readonly [longitude: number, latitude: number];

/** How many steps a border has between two corners. */
const STEPS = 60;
const columnsOf = (units: readonly UnitId[]) => Math.ceil(Math.sqrt(units.length));

/** A place on the made-up grid, off its straight line; neighbours have the same. */
function place(column: number, row: number, along: number, isAcross: boolean): Position {
  const wave = 0.08 * Math.sin(along * 7 + column * 3 + row * 5) + 0.03 * Math.sin(along * 41);
  const fade = Math.sin(along * Math.PI); // corners stay where they are
  const [x, y] = isAcross ? [column + along, row + wave * fade] : [column + wave * fade, row + along];
  return [105.9 + x / 50, 21.4 - y / 50];
}

const line = (column: number, row: number, isAcross: boolean) =>
  Array.from({ length: STEPS + 1 }, (_, step) => place(column, row, step / STEPS, isAcross));

/** The outline of one square of the grid. */
function ring(column: number, row: number): Position[] {
  return [
    ...line(column, row, true).slice(0, -1),
    ...line(column + 1, row, false).slice(0, -1),
    ...line(column, row + 1, true)
      .reverse()
      .slice(0, -1),
    ...line(column, row, false).reverse(),
  ];
}

/** Made-up outlines: a grid of squares with wavy borders that neighbours share. No place on earth looks like that. */
export function madeShapes(units: readonly UnitId[]) {
  const columns = columnsOf(units);
  return {
    type: 'FeatureCollection',
    features: units.map((unit, at) => ({
      type: 'Feature',
      properties: { unit },
      geometry: { type: 'Polygon', coordinates: [ring(at % columns, Math.floor(at / columns))] },
    })),
  };
}
