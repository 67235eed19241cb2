import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadMeetings, loadTasks, MONTHS_OF_TASKS } from '#functions/reports/load-tasks.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { addMonths, monthOf } from '#shared/period.ts';
import type { Kind } from '#shared/reports/report.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aReport, aUnit, day } from '#test/shared/samples.ts';

const database = onDynalite();
const last = monthOf(day('2026-10-01'));
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const kinds: readonly Kind[] = ['regular', 'thematic', 'extraordinary'];

/** Meetings of some of the months that are read, and of the one before them. */
const histories = fc.uniqueArray(
  fc.record({ back: fc.integer({ min: 0, max: MONTHS_OF_TASKS }), kind: fc.constantFrom(...kinds) }),
  { maxLength: 6, selector: ({ back, kind }) => `${back} ${kind}` },
);

it('the last meetings are the same whether tasks are read with them or not, also after months without any', async () => {
  const { db, meetings } = database();
  const stores = { reports: reportStore(db, meetings), taskWords: taskWordStore(db, meetings) };
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      cells += 1;
      const cell = aUnit(`hiep-hoa.thanh-van.thon-${cells}`);
      for (const { back, kind } of history) {
        const report = aReport({ cell: cell.id, date: day(`${addMonths(last, -back)}-05`), kind });
        await stores.reports.append({ state: 'submitted', by, at: '2026-11-01T01:00:00.000Z', report }, 0);
      }
      const { meetings: beside } = await loadTasks([[cell]], last, stores);
      const alone = await loadMeetings([[cell]], last, stores);
      expect(alone).toEqual(beside);
      const newest = Math.min(...history.map(({ back }) => back));
      const shown = newest < MONTHS_OF_TASKS ? history.filter(({ back }) => back === newest) : [];
      expect(alone.map(({ report }) => report.kind).sort()).toEqual(shown.map(({ kind }) => kind).sort());
    }),
    { numRuns: 25 },
  );
});
