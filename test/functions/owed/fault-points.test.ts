import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { faultsOf } from '#shared/access/audit.ts';
import type { MatterEvent } from '#shared/matters/matter.ts';
import { raisingsOf } from '#shared/matters/raise-matters.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { type Fault, Faults } from '#test/functions/owed/faults.ts';
import { faultsAt, OPEN, others, type Story, stories } from '#test/functions/owed/stories.ts';
import { aWorld, type World } from '#test/functions/owed/world.ts';
import { howMany } from '#test/how-many.ts';

const database = onDynalite();
let worlds = 0;
let points = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => console.log(`${points} points at which a request, an answer, a message or a process was lost`));

/** Tells a story in a district of its own, with a fault, and perhaps once more without one. */
async function tell({ before, act }: Story, faults: Faults, again: boolean): Promise<World> {
  worlds += 1;
  const world = await aWorld(database(), `huyen-${worlds}`);
  await before?.(world);
  await act(world, faults).catch(() => undefined);
  await faults.arrived();
  if (again) await act(world);
  return world;
}

/** Within minutes: messages arrive, what is owed is settled, and what that asks for is counted. */
async function minutesLater(world: World): Promise<void> {
  await world.deliver();
  await world.settle();
  await world.deliver();
}

/** How many changes stand in the tables that were made in the story. */
async function changesIn({ district, began }: World, month: string): Promise<number> {
  const { db, meetings, cells, matters } = database();
  const itemsOf = async (TableName: string, pk: string) => {
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    const { Items = [] } = await db.send(new QueryCommand({ TableName, ConsistentRead: true, ...query }));
    return Items;
  };
  const partitions = [month, 'charge', `themes#${month.slice(0, 4)}`, `${month}#purge`, 'asks', 'targets'].map((of) =>
    itemsOf(meetings, `${district}#${of}`),
  );
  const [own, tracked, ...rest] = await Promise.all([
    itemsOf(cells, district),
    itemsOf(matters, district),
    ...partitions,
  ]);
  const events = tracked.flatMap(({ events }) => events as MatterEvent[]);
  const steps = events.filter(({ kind }) => kind !== 'raised' && kind !== 'corrected');
  return [...own, ...rest.flat(), ...steps].filter((each) => String(each['at'] ?? '') >= began).length;
}

/** What should follow from what is stored, and does not. */
async function wrong(world: World, { month = OPEN, entries: own = 1, nightly }: Story): Promise<string[]> {
  const { sound, district } = world;
  const stored = await changesIn(world, month);
  const entries = await world.record();
  const changes = entries.filter(({ change }) => change !== undefined);
  const left = await sound.owed.all(district);
  const figures = () => sound.scorecards.current(district, month);
  const before = await figures();
  // What is counted anew, from everything, is what stood there.
  await rollUp({ district, month, official: month !== OPEN }, sound.stores, world.now());
  const after = await figures();
  return [
    ...(changes.length === stored * own ? [] : [`${stored} stored, ${changes.length} on record`]),
    ...faultsOf(entries),
    ...(left.length === 0 ? [] : [`still owed: ${left.map(({ at, id }) => `${at} ${id}`).join()}`]),
    ...((before ?? (nightly || stored === 0)) ? [] : ['not counted']),
    ...(before && !nightly && (after?.digest !== before.digest || after.revision !== before.revision)
      ? ['counted otherwise']
      : []),
    ...(await unraised(world, month)),
  ];
}

/** The reports and visits whose concerns are not raised as they are, each once. */
async function unraised({ sound, district }: World, month: typeof OPEN): Promise<string[]> {
  const matters = await sound.matters.all(district);
  const sources = [
    ...(await sound.reports.newestOfMonth(district, month)).map(({ id }) => sound.reports.newest(id)),
    ...(await sound.visits.newestOfMonth(district, month)).map(({ id }) => sound.visits.newest(id)),
  ];
  return (await Promise.all(sources)).flatMap((source) => {
    const rows = source?.report?.matters ?? [];
    const raised = matters.filter((matter) => matter.source === source?.id);
    const isRaised = raised.length === rows.length && raisingsOf(raised, rows).length === 0;
    return isRaised ? [] : [`concerns of ${source?.id}`];
  });
}

/** Tells a story with each fault at each of its requests. */
async function tellAll(story: Story, faultsOn: (request: string) => readonly Fault[], ways: readonly boolean[]) {
  const sound = new Faults();
  const world = await tell(story, sound, false);
  await minutesLater(world);
  expect(await wrong(world, story), sound.requests.join()).toEqual([]);
  expect(await world.record(), sound.requests.join()).toHaveLength(story.entries ?? 1);
  const losses = sound.requests.flatMap((request, index) =>
    faultsOn(request).flatMap((fault) => ways.map((again) => ({ fault, at: index + 1, again }))),
  );
  for (const { fault, at, again } of losses.filter((_, n) => n % howMany.everyLoss === 0)) {
    points += 1;
    const told = await tell(story, new Faults(fault, at), again);
    await minutesLater(told);
    const where = `${fault} at ${at} of ${sound.requests.join()}${again ? ', done again' : ''}`;
    expect(await wrong(told, story), where).toEqual([]);
    if (again) expect(await told.record(), where).toHaveLength(story.entries ?? 1);
  }
}

describe('whatever single thing is lost, what is stored is counted, and on record once', () => {
  it.each(Object.entries(stories))('%s', { timeout: 300_000 }, (_, story) => tellAll(story, faultsAt, [true, false]));

  it.each(Object.entries(others))('%s', { timeout: 100_000 }, (_, story) =>
    tellAll(story, (request) => faultsAt(request).filter((fault) => fault === 'unanswered' || fault === 'ended'), [
      false,
    ]),
  );
});
