import fc from 'fast-check';
import { expect, it } from 'vitest';
import { howMany } from '#test/how-many.ts';
import { Device } from '#test/web/client/device.ts';

const tab = fc.nat({ max: 2 });
const hasMistakes = fc.integer({ max: 3, min: 0 }).map((n) => n === 0);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), tab, hasMistakes }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sendWaiting' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), tab, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), tab, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), tab }) },
);
const answer = fc.constantFrom(
  'receipt' as const,
  'refusal' as const,
  'signed-out' as const,
  'request-lost' as const,
  'answer-lost' as const,
);
/** Each deed is begun; then so many steps of all that is under way are taken, in an order of chance. */
const order = fc.array(fc.tuple(deed, fc.nat({ max: 6 })), { maxLength: 30 });

it(`nothing is lost, overwritten or sent after it was taken out, in ${howMany.outboxOrders} random orders`, async () => {
  await fc.assert(
    fc.asyncProperty(order, fc.infiniteStream(answer), fc.scheduler(), async (deeds, answers, scheduler) => {
      const device = new Device(scheduler, () => answers.next().value);
      for (const [each, steps] of deeds) {
        device.begin(each);
        for (let step = 0; step < steps && scheduler.count() > 0; step += 1) await scheduler.waitOne();
      }
      await scheduler.waitIdle();
      expect(device.wrongs).toEqual([]);
      expect(device.lost()).toEqual([]);

      device.answers = () => 'receipt';
      device.begin({ kind: 'sendWaiting', tab: 0 });
      await scheduler.waitIdle();
      // What is left has been refused: it waits for its owner.
      expect(device.kept().filter(({ refused }) => !refused)).toEqual([]);
      expect(device.lost()).toEqual([]);
    }),
    { numRuns: howMany.outboxOrders },
  );
}, 300_000);
