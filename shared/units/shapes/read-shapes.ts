import { withoutMarks } from '#shared/language/without-marks.ts';
import { areaOf, drawShapes, lettersOf, type Outline } from '#shared/units/shapes/draw-shapes.ts';
import type { Drawing } from '#shared/units/shapes/unit-shape.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';

/** A file of outlines, read. */
type ReadShapes =
  | {
      readonly ok: true;
      readonly drawing: Drawing;
      /** The communes of which the file has nothing that can be seen. */
      readonly without: readonly UnitId[];
    }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What a district's file may be, at most. */
const MOST_LETTERS = 20_000_000;
const MOST_POINTS = 500_000;
/** What a page can hold of paths, also where no more points can be left out. */
const MOST_DRAWN = 60_000;
const MOST_FAULTS = 20;
/** A hectare in square degrees, at the equator: what is less is a line, or metres taken for degrees. */
const LEAST_AREA = 8e-7;

type Named = Readonly<Record<string, unknown>>;

/**
 * Reads a GeoJSON `FeatureCollection` (RFC 7946) of a district's communes. Each feature is a `Polygon` or a
 * `MultiPolygon` in degrees and names its commune by one of its properties: `unit`, the id or its last part, or `name`,
 * with or without its kind, marks and capitals aside. Everything in it must be a commune that is known, once: nothing is
 * guessed.
 */
export function readShapes(text: string, communes: readonly Unit[]): ReadShapes {
  const refuse = (...faults: string[]): ReadShapes => ({ ok: false, faults: faults.slice(0, MOST_FAULTS) });
  if (text.length > MOST_LETTERS) return refuse('The file is larger than 20 MB: leave out points.');
  const features = featuresOf(text);
  if (!features) return refuse('The file is no GeoJSON FeatureCollection.');
  if (features.length === 0) return refuse('The file has no feature.');
  const outlines: Outline[] = [];
  const faults: string[] = [];
  let points = 0;
  for (const [at, feature] of features.entries()) {
    const fault = (words: string) => faults.push(`feature ${at + 1}: ${words}`);
    const unit = unitOf(feature, communes);
    const rings = ringsOf(feature);
    points += rings?.flat().length ?? 0;
    if (typeof unit !== 'object') fault(unit);
    else if (outlines.some((each) => each.unit === unit.id)) fault(`${unit.id} stands in the file twice`);
    else if (!rings) fault(`${unit.id}: it is no closed Polygon or MultiPolygon in degrees`);
    else if (!rings.some((ring) => areaOf(ring) >= LEAST_AREA)) fault(`${unit.id}: it encloses less than a hectare`);
    else outlines.push({ unit: unit.id, rings });
  }
  if (points > MOST_POINTS) return refuse(`The file has ${points} points, more than ${MOST_POINTS}: leave some out.`);
  if (faults.length > 0) return refuse(...faults);
  const drawing = drawShapes(outlines);
  if (lettersOf(drawing) > MOST_DRAWN)
    return refuse('There are too many outlines for a page: join those of a commune.');
  const drawn = new Set(drawing.shapes.map(({ unit }) => unit));
  return { ok: true, drawing, without: communes.map(({ id }) => id).filter((id) => !drawn.has(id)) };
}

function featuresOf(text: string): readonly Named[] | undefined {
  try {
    const { type, features } = asNamed(JSON.parse(text));
    return type === 'FeatureCollection' && Array.isArray(features) ? features.map(asNamed) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asNamed(value: unknown): Named {
  return typeof value === 'object' && value !== null ? (value as Named) : {};
}

/** The commune that a feature names, or what is wrong with its name. */
function unitOf(feature: Named, communes: readonly Unit[]): Unit | string {
  const { unit, name } = asNamed(feature['properties']);
  if (typeof unit === 'string') {
    const found = communes.find(({ id }) => id === unit || id.split('.').at(-1) === unit);
    return found ?? `${unit.slice(0, 80)} is no commune of the district`;
  }
  if (typeof name !== 'string') return 'its properties have neither unit nor name';
  const called = communes.filter((each) =>
    [each, ...(each.names ?? [])].some((own) => isSame(own.name, name) || isSame(fullName(own), name)),
  );
  const [found] = called;
  if (!found) return `${name.slice(0, 80)} is no commune of the district`;
  return called.length === 1 ? found : `several communes are called ${name.slice(0, 80)}: name it by its id, as unit`;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((each) => withoutMarks(each).toLowerCase().replace(/\s+/g, ' ').trim());
  return left === right;
}

/** The rings of a feature, if it is what it should be. */
function ringsOf(feature: Named): Outline['rings'] | undefined {
  const { type, coordinates } = asNamed(feature['geometry']);
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  if (!Array.isArray(polygons) || !polygons.every(Array.isArray)) return undefined;
  const rings: unknown[] = polygons.flat();
  return rings.length > 0 && rings.every(isRing) ? rings : undefined;
}

function isRing(value: unknown): value is [number, number][] {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  return String(value[0]) === String(value.at(-1));
}

function isPosition(value: unknown): value is [number, number] {
  if (!Array.isArray(value)) return false;
  const [longitude, latitude] = value as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most; // NaN is no number of JSON
}
