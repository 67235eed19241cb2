/** A place in the drawing: whole units from its upper left corner. */
export type Point = readonly [x: number, y: number];

/** A closed line; its first point is not repeated. */
export type Ring = readonly Point[];

/**
 * Leaves out the points of rings that are nearer to the line without them than the tolerance. A border that two rings
 * share is one line for both: they have no gap between them after it.
 *
 * @param tolerance in units of the drawing
 */
export function simplifyRings(rings: readonly Ring[], tolerance: number): Ring[] {
  const owners = new Map<string, string>();
  for (const [at, ring] of rings.entries()) {
    for (const key of new Set(ring.map(String))) owners.set(key, `${owners.get(key) ?? ''} ${at}`);
  }
  return rings.map((ring) => {
    const arcs = arcsOf(ring, (point) => owners.get(String(point)) ?? '');
    return arcs.flatMap((arc) => simplified(arc, tolerance).slice(0, -1));
  });
}

/** A ring cut where it meets other rings or leaves them; one that does neither, at two of its points. */
function arcsOf(ring: Ring, ownersOf: (point: Point) => string): Point[][] {
  const size = ring.length;
  const at = (place: number) => ring[(place + size) % size] as Point;
  const cuts = ring.flatMap((point, place) => {
    const own = ownersOf(point);
    return own !== ownersOf(at(place - 1)) || own !== ownersOf(at(place + 1)) ? [place] : [];
  });
  const ends = cuts.length > 1 ? cuts : farApart(ring);
  return ends.map((from, place) => {
    const to = ends[place + 1] ?? (ends[0] as number) + size;
    return Array.from({ length: to - from + 1 }, (_, step) => at(from + step));
  });
}

/** Two points of a ring that do not depend on where it begins: the first by its place, and the one farthest from it. */
function farApart(ring: Ring): number[] {
  const first = ring.reduce((best, point, place) => (isBefore(point, ring[best] as Point) ? place : best), 0);
  const far = ring.reduce((best, point, place) => {
    const [own, other] = [point, ring[best] as Point].map((each) => distance(each, ring[first] as Point));
    return (own as number) > (other as number) ? place : best;
  }, first);
  return [first, far].sort((a, b) => a - b);
}

/** By Douglas and Peucker, from the end that comes first: the same points whichever way the arc is run through. */
function simplified(arc: readonly Point[], tolerance: number): Point[] {
  const isTurned = isBefore(arc.at(-1) as Point, arc[0] as Point);
  const points = isTurned ? arc.toReversed() : arc;
  const kept = new Set([0, points.length - 1]);
  const spans = [[0, points.length - 1]] as [number, number][];
  for (const [from, to] of spans) {
    let [farthest, most] = [0, tolerance];
    for (let place = from + 1; place < to; place++) {
      const off = offLine(points[place] as Point, points[from] as Point, points[to] as Point);
      if (off > most) [farthest, most] = [place, off];
    }
    if (farthest === 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  const left = points.filter((_, place) => kept.has(place));
  return isTurned ? left.reverse() : left;
}

function isBefore(a: Point, b: Point): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** How far a point is from the line between two others; from the point where they are one. */
function offLine(point: Point, from: Point, to: Point): number {
  const length = distance(from, to);
  if (length === 0) return distance(point, from);
  const area = (to[0] - from[0]) * (from[1] - point[1]) - (from[0] - point[0]) * (to[1] - from[1]);
  return Math.abs(area) / length;
}
