import { expect, it } from 'vitest';
import { cachedUnits } from '#functions/http/cached-units.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

const unit = { id: 'a.b', level: 'commune', kind: 'xã', name: 'B', from: '2019-03' } as Unit;

function counted(answer: () => Promise<readonly Unit[]>) {
  const asked: UnitId[] = [];
  const read = async (commune: UnitId) => {
    asked.push(commune);
    return answer();
  };
  return { asked, directory: { unitsOf: read, allUnits: read, other: () => 'as it was' } };
}

it('reads a commune once, also for those who ask at the same time', async () => {
  const { asked, directory } = counted(async () => [unit]);
  const once = cachedUnits(directory);
  expect(await Promise.all([once.unitsOf('a.b'), once.unitsOf('a.b')])).toEqual([[unit], [unit]]);
  expect(await once.unitsOf('a.b')).toEqual([unit]);
  await once.unitsOf('a');
  expect(asked).toEqual(['a.b', 'a']);
  expect(once.other()).toBe('as it was');
});

it('reads it again for the next request', async () => {
  const { asked, directory } = counted(async () => []);
  expect(await cachedUnits(directory).unitsOf('a.b')).toEqual([]);
  expect(await cachedUnits(directory).unitsOf('a.b')).toEqual([]);
  expect(asked).toEqual(['a.b', 'a.b']);
});

it('tells everyone who asked that it could not be read', async () => {
  const once = cachedUnits(
    counted(async () => {
      throw new Error('away');
    }).directory,
  );
  const asked = [once.unitsOf('a.b'), once.unitsOf('a.b')];
  for (const each of asked) await expect(each).rejects.toThrow('away');
});
