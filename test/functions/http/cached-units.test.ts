import { expect, it } from 'vitest';
import { cachedUnits } from '#functions/http/cached-units.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

const unit = { id: 'a.b', level: 'commune', kind: 'xã', name: 'B', from: '2019-03' } as Unit;

function counted(answer: () => Promise<Unit | undefined>) {
  const asked: UnitId[] = [];
  const read = async (id: UnitId) => {
    asked.push(id);
    return answer();
  };
  return { asked, directory: { unit: read, other: () => 'as it was' } };
}

it('reads a unit once, also for those who ask at the same time', async () => {
  const { asked, directory } = counted(async () => unit);
  const once = cachedUnits(directory);
  expect(await Promise.all([once.unit('a.b'), once.unit('a.b')])).toEqual([unit, unit]);
  expect(await once.unit('a.b')).toEqual(unit);
  await once.unit('a');
  expect(asked).toEqual(['a.b', 'a']);
  expect(once.other()).toBe('as it was');
});

it('reads it again for the next request', async () => {
  const { asked, directory } = counted(async () => undefined);
  expect(await cachedUnits(directory).unit('a.b')).toBeUndefined();
  expect(await cachedUnits(directory).unit('a.b')).toBeUndefined();
  expect(asked).toEqual(['a.b', 'a.b']);
});

it('tells everyone who asked that it could not be read', async () => {
  const once = cachedUnits(
    counted(async () => {
      throw new Error('away');
    }).directory,
  );
  const asked = [once.unit('a.b'), once.unit('a.b')];
  for (const each of asked) await expect(each).rejects.toThrow('away');
});
