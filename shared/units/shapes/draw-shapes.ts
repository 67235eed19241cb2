import { type Point, type Ring, simplifyRings } from '#shared/units/shapes/simplify-rings.ts';
import type { Drawing, UnitShape } from '#shared/units/shapes/unit-shape.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A unit's rings in degrees, longitude first, as GeoJSON has them; the first point is repeated at the end. */
export interface Outline {
  readonly unit: UnitId;
  readonly rings: readonly (readonly (readonly [longitude: number, latitude: number])[])[];
}

/** The longer side of a drawing. */
const SIDE = 1000;
/** So many letters of paths let a page with 25 communes stay within its bytes. */
const MOST_LETTERS = 16_000;
const tolerances = [1, 2, 3, 5, 8, 13];

/**
 * Draws outlines on a plane: degrees of longitude are as short as they are in the middle of the district, which at its
 * size no eye tells from a projection. As many points are left out as a page cannot hold.
 */
export function drawShapes(outlines: readonly Outline[]): Drawing {
  const points = outlines.flatMap(({ rings }) => rings.flat());
  const [west, east] = extent(points.map(([longitude]) => longitude));
  const [south, north] = extent(points.map(([, latitude]) => latitude));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = SIDE / Math.max((east - west) * shrink, north - south);
  const all = outlines.flatMap(({ unit, rings }) =>
    rings.map((ring) => ({
      unit,
      ring: closedOnce(
        ring.map(
          ([longitude, latitude]): Point => [
            Math.round((longitude - west) * shrink * scale),
            Math.round((north - latitude) * scale),
          ],
        ),
      ),
    })),
  );
  const drawnBy = (tolerance: number): UnitShape[] => {
    const simple = simplifyRings(
      all.map(({ ring }) => ring),
      tolerance,
    );
    return outlines.flatMap(
      ({ unit }) =>
        shapeOf(
          unit,
          simple.filter((_, at) => all[at]?.unit === unit),
        ) ?? [],
    );
  };
  const [width, height] = [Math.round((east - west) * shrink * scale), Math.round((north - south) * scale)];
  let drawing = { width, height, shapes: drawnBy(0) };
  for (const tolerance of tolerances) {
    if (lettersOf(drawing) <= MOST_LETTERS) break;
    drawing = { width, height, shapes: drawnBy(tolerance) };
  }
  return drawing;
}

/** How many letters a drawing's paths have. */
export function lettersOf({ shapes }: Drawing): number {
  return shapes.reduce((sum, { path }) => sum + path.length, 0);
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as readonly [number, number]);
}

function closedOnce(points: readonly Point[]): Point[] {
  return points.filter((point, at) => String(point) !== String(points[(at + 1) % points.length]));
}

/** A unit's path; none where nothing of it is large enough to be seen. */
function shapeOf(unit: UnitId, rings: readonly Ring[]): UnitShape | undefined {
  const seen = rings.filter((ring) => ring.length > 2 && areaOf(ring) >= 1);
  const [largest] = [...seen].sort((a, b) => areaOf(b) - areaOf(a));
  if (!largest) return undefined;
  const [x, y] = insideOf(largest, seen);
  return { unit, path: seen.map(pathOf).join(''), x, y };
}

/** What a ring encloses, in the square of what its points are measured in. */
export function areaOf(ring: readonly (readonly [number, number])[]): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] as readonly [number, number];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function pathOf(ring: Ring): string {
  const [first, ...rest] = ring as [Point, ...Point[]];
  const steps = rest.map(([x, y], at) => {
    const [beforeX, beforeY] = ring[at] as Point;
    return [x - beforeX, y - beforeY];
  });
  return `M${first[0]} ${first[1]}l${steps.flat().join(' ').replaceAll(' -', '-')}z`;
}

/** At so many heights a place is looked for. */
const HEIGHTS = 9;

/** A place within a unit for its words: the middle of the longest line that lies in it, rather near its middle. */
function insideOf(largest: Ring, rings: readonly Ring[]): Point {
  const [top, bottom] = extent(largest.map(([, y]) => y));
  let best = { place: [0, 0] as Point, room: 0 };
  for (let nth = 1; nth <= HEIGHTS; nth++) {
    const height = Math.floor(top + ((bottom - top) * nth) / (HEIGHTS + 1)) + 0.5; // no point lies there
    const crossings = crossingsAt(height, rings);
    const offMiddle = Math.abs(nth - (HEIGHTS + 1) / 2) / (HEIGHTS + 1);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left, right] = [crossings[at] as number, crossings[at + 1] as number];
      const room = (right - left) * (1 - offMiddle);
      if (room > best.room) best = { place: [Math.round((left + right) / 2), Math.floor(height)], room };
    }
  }
  return best.place;
}

/** Where a line from west to east enters and leaves a unit, in turn. */
function crossingsAt(height: number, rings: readonly Ring[]): readonly number[] {
  return rings
    .flatMap((ring) =>
      ring.flatMap(([x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
        return y > height === nextY > height ? [] : [x + ((height - y) * (nextX - x)) / (nextY - y)];
      }),
    )
    .sort((a, b) => a - b);
}
