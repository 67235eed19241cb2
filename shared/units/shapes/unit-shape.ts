import { canonical } from '#shared/digest.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The outline of a unit in the drawing of its district: a path of SVG, and a place within it for its name. */
export interface UnitShape {
  readonly unit: UnitId;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** A drawing of a district's communes; its measures are those of its paths. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly UnitShape[];
}

/** A drawing as one of those that were given, from 1. */
interface DrawingRevision extends Drawing {
  readonly revision: number;
}

/** Whether two drawings are the same, whoever gave them and when. */
export function isSameDrawing(a: Drawing, b: Drawing): boolean {
  const [own, other] = [a, b].map(({ width, height, shapes }) => canonical({ width, height, shapes }));
  return own === other;
}

/**
 * The drawing for some units: that of the revision which has most of them, of equals the newest. So a file of what a
 * reform made does not take the map from the months before it.
 *
 * @returns `undefined` where none has any
 */
export function drawingFor(units: readonly UnitId[], revisions: readonly DrawingRevision[]): Drawing | undefined {
  const has = ({ shapes }: Drawing) => shapes.filter(({ unit }) => units.includes(unit)).length;
  const [best] = [...revisions].sort((a, b) => has(b) - has(a) || b.revision - a.revision);
  if (!best || has(best) === 0) return undefined;
  const { width, height, shapes } = best;
  return { width, height, shapes: shapes.filter(({ unit }) => units.includes(unit)) };
}
