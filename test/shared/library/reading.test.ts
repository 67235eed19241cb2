import { describe, expect, it } from 'vitest';
import { type PieceReading, pieceReaders, readAgain } from '#shared/library/reading.ts';
import { aUnit } from '#test/shared/samples.ts';

const reading = (unit: string, changes: Partial<PieceReading> = {}): PieceReading => ({
  ...{ number: 1, unit, revision: 1, first: '2026-11-01T02:00:00.000Z', last: '2026-11-01T02:00:00.000Z' },
  ...changes,
});

describe('reading again', () => {
  it.each([
    ['at another hour of the day', { last: '2026-11-01T16:00:00.000Z' }, false],
    ['on the next day of Vietnam', { last: '2026-11-01T17:00:00.000Z' }, true],
    ['another revision', { revision: 2 }, true],
  ])('%s', (_, changes, isNews) => {
    const again = readAgain(reading('a.b'), reading('a.b', { ...changes, first: '2026-11-09T02:00:00.000Z' }));
    expect(again).toEqual(isNews ? reading('a.b', changes) : undefined);
  });
});

it('counts the units that stand and for whose cells the piece is, each role by itself', () => {
  const communes = ['a.x', 'a.y', 'a.z'].map((id) => aUnit(id, { level: 'commune' }));
  const cells = [
    aUnit('a.x.mot', { level: 'cell', type: 'thon' }),
    aUnit('a.x.hai', { level: 'cell', type: 'truong-hoc' }),
    aUnit('a.y.mot', { level: 'cell', type: 'thon' }),
    aUnit('a.z.mot', { level: 'cell', type: 'y-te' }),
  ];
  const read = [
    ...['a.x', 'a.z', 'a.x.mot', 'a.x.hai', 'a.gone'].map((unit) => reading(unit)),
    ...[3, 1].map((group) => reading('a', { group })),
  ];
  const readers = pieceReaders({ types: ['thon'] }, read, { communes, cells });
  expect(readers.communes.map(({ commune, reading: own }) => [commune.id, own !== undefined])).toEqual([
    ['a.x', true],
    ['a.y', false],
  ]);
  expect(readers.cells.map(({ cell }) => cell.id)).toEqual(['a.x.mot']);
  expect([readers.ofCells, readers.groups]).toEqual([2, [1, 3]]);
  expect(pieceReaders({ types: [] }, read, { communes, cells }).communes).toHaveLength(3);
});
