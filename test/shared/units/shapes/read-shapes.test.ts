import { describe, expect, it } from 'vitest';
import { parseMonth } from '#shared/period.ts';
import { readShapes } from '#shared/units/shapes/read-shapes.ts';
import { type Point, type Ring, simplifyRings } from '#shared/units/shapes/simplify-rings.ts';
import { type Drawing, drawingFor } from '#shared/units/shapes/unit-shape.ts';
import type { Unit } from '#shared/units/units.ts';
import { madeShapes } from '#test/shared/units/shapes/made-shapes.ts';

const from = parseMonth('2019-03') as Unit['from'];
const communeOf = (slug: string, name: string): Unit => ({ id: `a.${slug}`, level: 'commune', kind: 'xã', name, from });
const communes = [communeOf('mot', 'Một'), communeOf('hai', 'Hai'), communeOf('ba', 'Ba'), communeOf('bon', 'Bốn')];
const many = Array.from({ length: 130 }, (_, at) => communeOf(`xa-${at}`, `Xã ${at}`));

const square: Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const featureOf = (properties: unknown, coordinates: unknown = [square], type = 'Polygon') => ({
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

function read(text: string, units = communes): Extract<ReturnType<typeof readShapes>, { ok: true }> {
  const outcome = readShapes(text, units);
  if (!outcome.ok) throw new Error(outcome.faults.join('; '));
  return outcome;
}

/** The rings of a path, as points of the drawing. */
function ringsIn(path: string): Point[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((each) => {
      const [x = 0, y = 0, ...steps] = (each.match(/-?\d+/g) ?? []).map(Number);
      const points: [number, number][] = [[x, y]];
      for (let at = 0; at < steps.length; at += 2) {
        const [lastX, lastY] = points.at(-1) as [number, number];
        points.push([lastX + (steps[at] as number), lastY + (steps[at + 1] as number)]);
      }
      return points;
    });
}

function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  const crossed = rings.flatMap((ring) =>
    ring.filter(([fromX, fromY], at) => {
      const [toX, toY] = ring[(at + 1) % ring.length] as Point;
      return fromY > y !== toY > y && fromX + ((y - fromY) * (toX - fromX)) / (toY - fromY) > x;
    }),
  );
  return crossed.length % 2 === 1;
}

describe('a file of outlines', () => {
  it.each([
    ['its id', { unit: 'a.hai' }],
    ['the end of its id', { unit: 'hai' }],
    ['its name', { name: 'Hai' }],
    ['its whole name in other letters', { name: ' XÃ  HAI' }],
    ['its name without marks', { name: 'xa hai' }],
  ])('names a commune by %s', (_, properties) => {
    expect(read(collection(featureOf(properties))).drawing.shapes).toEqual([
      { unit: 'a.hai', path: 'M1000 1000l0-1000-1000 0 0 1000z', x: 500, y: 500 },
    ]);
  });

  it('says which communes it does not have, and makes up none', () => {
    expect(read(collection(featureOf({ unit: 'mot' }), featureOf({ unit: 'ba' }))).without).toEqual(['a.hai', 'a.bon']);
  });

  it('may have a commune of several parts, and with holes', () => {
    const far = square.map(([x, y]) => [x + 2, y]);
    const hole = square.map(([x, y]) => [0.25 + x / 2, 0.25 + y / 2]);
    const { shapes } = read(collection(featureOf({ unit: 'mot' }, [[square, hole], [far]], 'MultiPolygon'))).drawing;
    expect(ringsIn(shapes[0]?.path ?? '')).toHaveLength(3);
    expect(isInside(ringsIn(shapes[0]?.path ?? ''), (shapes[0]?.x ?? 0) + 0.5, (shapes[0]?.y ?? 0) + 0.5)).toBe(true);
  });

  const open = square.slice(0, -1);
  it.each([
    ['no JSON', '{', /no GeoJSON/],
    ['another JSON', '[]', /no GeoJSON/],
    ['a single feature', JSON.stringify(featureOf({ unit: 'mot' })), /no GeoJSON/],
    ['nothing', collection(), /no feature/],
    ['a feature that is null', collection(null), /neither unit nor name/],
    ['no name', collection(featureOf({})), /feature 1: its properties have neither/],
    ['a number as the name', collection(featureOf({ unit: 7 })), /neither/],
    ['an unknown commune', collection(featureOf({ unit: 'nam' })), /nam is no commune/],
    ['a commune of another district', collection(featureOf({ unit: 'b.mot' })), /b.mot is no commune/],
    ['one twice', collection(featureOf({ unit: 'mot' }), featureOf({ name: 'Một' })), /feature 2: a.mot .* twice/],
    ['a point', collection(featureOf({ unit: 'mot' }, [1, 2], 'Point')), /a.mot: it is no closed/],
    ['an open ring', collection(featureOf({ unit: 'mot' }, [open])), /no closed/],
    ['a ring of two', collection(featureOf({ unit: 'mot' }, [[square[0], square[1], square[0]]])), /no closed/],
    ['metres', collection(featureOf({ unit: 'mot' }, [square.map(([x, y]) => [x * 1e6, y])])), /in degrees/],
    ['texts', collection(featureOf({ unit: 'mot' }, [square.map((each) => each.map(String))])), /in degrees/],
    ['no extent', collection(featureOf({ unit: 'mot' }, [square.map(() => [1, 2])])), /less than a hectare/],
    ['a line', collection(featureOf({ unit: 'mot' }, [square.map(([x]) => [x, 2])])), /less than a hectare/],
    ['a slanting line', collection(featureOf({ unit: 'mot' }, [square.map(([x]) => [x, x])])), /less than a hectare/],
    [
      'a square of a millimetre',
      collection(featureOf({ unit: 'mot' }, [square.map(([x, y]) => [x * 1e-8, y * 1e-8])])),
      /hectare/,
    ],
    ['nothing in it', collection(featureOf({ unit: 'mot' }, [])), /no closed/],
  ])('with %s is refused', (_, text, words) => {
    const outcome = readShapes(text, communes);
    expect(outcome.ok ? [] : outcome.faults.join('; ')).toMatch(words);
  });

  it('that names a commune by a name of several is refused until it says which', () => {
    const twins = [...communes, communeOf('mot-moi', 'Một')];
    const outcome = readShapes(collection(featureOf({ name: 'xã Một' })), twins);
    expect(outcome).toEqual({ ok: false, faults: [expect.stringContaining('several communes')] });
    expect(read(collection(featureOf({ unit: 'mot-moi' })), twins).drawing.shapes).toHaveLength(1);
  });
});

describe('a drawing', () => {
  it('of 130 communes with 31,000 points is small, has all of them, and a place for the name in each', () => {
    const { drawing, without } = read(JSON.stringify(madeShapes(many.map(({ id }) => id))), many);
    expect(without).toEqual([]);
    expect(drawing.shapes.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(20_000);
    for (const { path, x, y } of drawing.shapes) expect(isInside(ringsIn(path), x + 0.5, y + 0.5)).toBe(true);
  });

  it('leaves no gap between neighbours, however many points it leaves out', () => {
    const { drawing } = read(JSON.stringify(madeShapes(many.map(({ id }) => id))), many);
    const sides = drawing.shapes.flatMap(({ path }) =>
      ringsIn(path).flatMap((ring) => ring.map((point, at) => [point, ring[(at + 1) % ring.length] as Point])),
    );
    const nameOf = (side: readonly Point[]) => side.map(String).sort().join(' ');
    const counts = Map.groupBy(sides, nameOf);
    // Each side is either shared by two communes or on the outer border, which alone is the drawing's whole outline.
    const area = (ring: Ring) =>
      ring.reduce((sum, [x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
        return sum + (x * nextY - nextX * y) / 2;
      }, 0);
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBe(2);
    const outer = [...counts.values()].flatMap((found) => (found.length === 1 ? found : []));
    const whole = outer.reduce(
      (sum, [a, b]) => sum + ((a as Point)[0] * (b as Point)[1] - (b as Point)[0] * (a as Point)[1]) / 2,
      0,
    );
    const parts = drawing.shapes.flatMap(({ path }) => ringsIn(path).map(area));
    expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(whole, 3);
  });

  it('is simplified alike from wherever a ring begins and whichever way it runs', () => {
    const island: Point[] = Array.from({ length: 80 }, (_, at) => [
      Math.round(100 + 80 * Math.cos((at * Math.PI) / 40)),
      Math.round(100 + 60 * Math.sin((at * Math.PI) / 40)),
    ]);
    const turned = [...island.slice(33), ...island.slice(0, 33)].reverse();
    const [a, b] = [island, turned].map((ring) => new Set(simplifyRings([ring], 3).flat().map(String)));
    expect(a).toEqual(b);
    expect(a?.size).toBeLessThan(30);
  });
});

describe('the drawing for a month', () => {
  const revisionOf = (revision: number, ...units: string[]) => ({
    ...{ revision, width: revision, height: 1 },
    shapes: units.map((unit) => ({ unit, path: 'M0 0l1 0 0 1z', x: 0, y: 0 })),
  });
  const revisions = [revisionOf(1, 'a.mot', 'a.hai', 'a.ba'), revisionOf(2, 'a.moi', 'a.ba')];
  const chosen = (...units: string[]) => {
    const { width, shapes } = drawingFor(units, revisions) ?? ({ width: 0, shapes: [] } satisfies Partial<Drawing>);
    return [width, ...shapes.map(({ unit }) => unit)];
  };

  it('is of the file that has most of its units, the newest of equals, and of no other unit', () => {
    expect(chosen('a.mot', 'a.hai', 'a.ba')).toEqual([1, 'a.mot', 'a.hai', 'a.ba']);
    expect(chosen('a.moi', 'a.ba', 'a.bon')).toEqual([2, 'a.moi', 'a.ba']);
    expect(chosen('a.ba')).toEqual([2, 'a.ba']);
    expect(chosen('a.bon')).toEqual([0]);
  });
});
