import { expect, it } from 'vitest';
import { withForebears } from '#functions/http/with-forebears.ts';
import type { Viewer } from '#shared/access/can.ts';
import type { RouteKey } from '#shared/access/routes.ts';
import { isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const commune: Viewer = { user: 'c', role: 'commune', unit: 'h.c', scope: ['h.c'] };
const now = '2021-03-04T00:00:00.000Z';

/** Who sees what, and every request that it took. */
async function ask(units: readonly Unit[], viewer: Viewer, route: RouteKey = 'GET /months/{month}') {
  const asked: string[] = [];
  const seeing = await withForebears(
    viewer,
    { route, now },
    {
      async unitsOf(id: UnitId) {
        asked.push(id);
        return units.filter((unit) => isWithin(unit.id, id));
      },
      async allUnits(root: UnitId) {
        asked.push(`all of ${root}`);
        return units;
      },
    },
  );
  return { asked, past: seeing.forebears?.map(({ id }) => id) };
}

const quiet = [aUnit('h'), aUnit('h.c'), aUnit('h.c.x'), aUnit('h.c.old', { to: month('2020-01') })];
const reformed = [
  aUnit('h'),
  aUnit('h.a', { to: month('2021-02') }),
  aUnit('h.c', { from: month('2021-03'), predecessors: ['h.a'] }),
  aUnit('h.b'),
];

it('without a reform it asks for the own commune alone, which pages read anyway', async () => {
  expect(await ask(quiet, commune)).toEqual({ asked: ['h.c'], past: undefined });
  expect(await ask(reformed, { ...commune, unit: 'h.b', scope: ['h.b'] })).toEqual({ asked: ['h.b'], past: undefined });
});

it('for a page that names no unit, and for a working group, it asks for nothing', async () => {
  expect((await ask(reformed, commune, 'GET /guidance')).asked).toEqual([]);
  expect((await ask(reformed, { ...commune, role: 'group', unit: 'h', group: 1 })).asked).toEqual([]);
});

it('after a reform the viewer has the past of the units before', async () => {
  expect(await ask(reformed, commune)).toEqual({ asked: ['h.c', 'all of h'], past: ['h.a'] });
  const machine: Viewer = { user: 'h#1', role: 'district', unit: 'h', within: ['h.c'], scope: ['h.c'] };
  expect((await ask(reformed, machine, 'GET /changes')).past).toEqual(['h.a']);
});

it('a directory that cannot be read gives nothing, and is the action’s to tell of', async () => {
  const away = async () => {
    throw new Error('away');
  };
  const request = { route: 'POST /reports', now } as const;
  expect(await withForebears(commune, request, { unitsOf: away, allUnits: away })).toBe(commune);
});
