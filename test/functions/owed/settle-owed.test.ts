import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Owed } from '#functions/store/owed-store.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aWorld, type World } from '#test/functions/owed/world.ts';
import { month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2026-11');
let world: World;
let worlds = 0;
let logged: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)));
  worlds += 1;
  world = await aWorld(database(), `tra-${worlds}`);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const noted = async (changes: Partial<Owed>) => {
  const { district, board: by, began: at } = world;
  const event = { kind: 'account', at, from: '203.0.113.*', by, of: 'reset thanh-van', change: 'it' } as const;
  await world.sound.owed.note({ id: 'it', district, at, event, ...changes });
};
const owed = () => world.sound.owed.all(world.district);
const kept = { id: 'it', district: 'x', at: '2026-11-20T02:00:00.000Z' };

describe('what is owed', () => {
  it('is left alone while whoever made the change may still be at it', async () => {
    await noted({ at: new Date(Date.parse(world.began) + 250_000).toISOString() });
    await world.settle();
    expect(await owed()).toHaveLength(1);
    expect(await world.record()).toEqual([]);
    await world.settle();
    expect(await owed()).toEqual([]);
    expect(await world.record()).toHaveLength(1);
  });

  it('for a change of the user pool is an entry that says that it may not have come', async () => {
    await noted({});
    await world.settle();
    expect((await world.record()).map(({ of: name, by }) => [name, by?.user])).toEqual([
      ['reset thanh-van unconfirmed', world.board.user],
    ]);
  });

  it('for a change that never came is nothing', async () => {
    await noted({ item: { table: 'cells', pk: world.district, sk: 'groups#0002' } });
    await world.settle();
    expect(await owed()).toEqual([]);
    expect(await world.record()).toEqual([]);
  });

  it('to the figures is asked for again until a roll-up has counted it, and raises an alarm after a day', async () => {
    const { district, commune, began: storedAt } = world;
    await world.sound.owed.note({
      ...{ ...kept, district, storedAt },
      rollUp: { district, month: of, official: false, commune },
    });
    await world.settle();
    await world.settle();
    expect(world.waiting().length).toBeGreaterThan(0);
    vi.setSystemTime(Date.parse(storedAt) + 26 * 60 * 60_000);
    await world.settle();
    expect(logged.filter((line) => line.includes('owed for over a day'))).toHaveLength(1);
    await world.deliver();
    expect(await owed()).toEqual([]);
  });

  it('for a month that has closed since is asked for officially', async () => {
    const { district, commune, began: storedAt } = world;
    await world.sound.owed.note({
      ...{ ...kept, district, storedAt },
      rollUp: { district, month: month('2026-08'), official: false, commune },
    });
    await world.settle();
    expect(world.waiting()).toEqual([{ district, month: '2026-08', official: true }]);
    await world.deliver();
    expect(await owed()).toEqual([]);
    expect((await world.sound.scorecards.official(district, month('2026-08')))?.revision).toBe(1);
  });
});
