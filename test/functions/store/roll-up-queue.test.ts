import type { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { requestFor, rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { month } from '#test/shared/samples.ts';

const of = month('2026-11');
const live = { district: 'hiep-hoa', month: of, official: false };
const inCommune = (path: string) => ({ ...live, commune: `hiep-hoa.${path}` });
const [thanhVan, dongLo] = [inCommune('thanh-van'), inCommune('dong-lo')];

/** What the queue was sent: group and deduplication id of each message. */
async function sent(...asked: readonly (readonly [typeof live, string])[]): Promise<string[][]> {
  const inputs: Record<string, string>[] = [];
  const sqs = { send: async ({ input }: { input: Record<string, string> }) => inputs.push(input) };
  const queue = rollUpQueue(sqs as unknown as SQSClient, 'https://queue');
  for (const [request, now] of asked) await queue.ask(request, now);
  expect(inputs.map(({ MessageBody = '' }) => JSON.parse(MessageBody))).toEqual(asked.map(([request]) => request));
  return inputs.map(({ MessageGroupId = '', MessageDeduplicationId = '' }) => [MessageGroupId, MessageDeduplicationId]);
}

it('one run answers all who ask for the same in a minute, and the runs of a district-month follow each other', async () => {
  const [first, again, later, other, night, official] = await sent(
    [thanhVan, '2026-11-03T12:00:01Z'],
    [thanhVan, '2026-11-03T12:00:59Z'],
    [thanhVan, '2026-11-03T12:01:00Z'],
    [dongLo, '2026-11-03T12:00:01Z'],
    [live, '2026-11-03T12:00:01Z'],
    [{ ...live, official: true }, '2026-11-03T12:00:01Z'],
  );
  expect(again).toEqual(first);
  const all = [first, later, other, night, official];
  expect(new Set(all.map((each) => each?.[0]))).toEqual(new Set(['hiep-hoa#2026-11']));
  expect(new Set(all.map((each) => each?.[1])).size).toBe(5);
});

it('a change asks for its commune’s figures, one of several communes for all, and one of a closed month too', () => {
  const change = { unit: 'hiep-hoa.thanh-van.thanh-binh', month: of, official: false };
  expect(requestFor(change)).toEqual(thanhVan);
  expect(requestFor({ ...change, unit: 'hiep-hoa' })).toEqual(live);
  expect(requestFor({ ...change, official: true })).toEqual({ ...live, official: true });
});

it('ids of units as long as they may be give ids that the queue takes, different ones for different units', async () => {
  const long = (last: string) => ({
    ...live,
    district: 'a'.repeat(64),
    commune: `${'a'.repeat(64)}.${'b'.repeat(134)}${last}`,
  });
  const all = await sent([long('x'), '2026-11-03T12:00:01Z'], [long('y'), '2026-11-03T12:00:01Z']);
  for (const id of all.flat()) expect(id).toMatch(/^[a-zA-Z0-9!-/:-@[-`{-~]{1,128}$/);
  expect(all[0]?.[0]).toBe(all[1]?.[0]);
  expect(all[0]?.[1]).not.toBe(all[1]?.[1]);
});
