import { brotliCompressSync, constants } from 'node:zlib';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district, entered } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import type { Unit } from '#shared/units/units.ts';
import { bundled } from '#test/bench/bundled.ts';
import type { Figure } from '#test/bench/figures.ts';
import { emptyTables, tableIds } from '#test/bench/tables.ts';
import type * as actions from '#test/bench/week-actions.ts';

const before = '2026-07' as Month;
const month = '2026-08' as Month;
/** August is closed, September runs. */
const now = '2026-09-21T02:00:00.000Z';
const RUNS = 3;
/** What is aimed at in a district of 130 communes: processor of one answer, and its bytes. */
const MOST_MS = 300;
const MOST_BYTES = 45_000;

/**
 * The pages of a board's week, in a district of 25 communes and in one of 130: requests to the database, processor of the
 * thread that answers, and compressed bytes. The database has a thread of its own, whose work is not counted.
 */
export async function weekFigures(): Promise<Figure[]> {
  return [...(await pagesOf(demoUnits())), ...(await pagesOf(largeDistrict()))];
}

async function pagesOf(units: readonly Unit[]): Promise<Figure[]> {
  const { db, stop } = await emptyTables();
  try {
    const cells = await fill(db, units);
    const communes = units.filter(({ level }) => level === 'commune').length;
    let requests = 0;
    const counting = Object.assign(Object.create(db) as DynamoDBDocumentClient, {
      send: (command: never) => {
        requests += 1;
        return db.send(command);
      },
    });
    const { pages } = await bundled<typeof actions>(`export * from '#test/bench/week-actions.ts';`);
    const figures: Figure[] = [];
    for (const [name, answer] of Object.entries(pages(counting, { district: district.id, month, now }))) {
      const costs: number[] = [];
      let bytes = 0;
      for (let run = 0; run < RUNS; run++) {
        requests = 0;
        const start = process.threadCpuUsage();
        bytes = compressed(await answer());
        const { user, system } = process.threadCpuUsage(start);
        costs.push((user + system) / 1000);
      }
      const of = `${name}, ${communes} communes, ${cells} cells`;
      figures.push(
        { name: `${of}: processor`, value: Math.min(...costs), unit: 'ms', floor: { name: 'the aim', value: MOST_MS } },
        { name: `${of}: requests`, value: requests, unit: '' },
        { name: `${of}: page`, value: bytes, unit: 'bytes', floor: { name: 'the aim', value: MOST_BYTES } },
      );
    }
    return figures;
  } finally {
    await stop();
  }
}

/** Two months of reports, the second official, and what was heard in them; how many cells there are. */
async function fill(db: DynamoDBDocumentClient, units: readonly Unit[]): Promise<number> {
  await write(db, tableIds.cells, unitItems(units, entered));
  const cells = units.filter(({ level }) => level === 'cell');
  const revisions = cells.flatMap((cell) => demoReports(cell, district, [before, month], now));
  const items = revisions.map(revisionItems);
  await write(
    db,
    tableIds.meetings,
    items.flatMap(({ words, facts }) => [words, facts]),
  );
  const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
  const sources = newest.map(({ id, report, by, firstReceivedAt: at }) => ({
    ...{ id, unit: report.cell, matters: report.matters, by, at },
  }));
  await write(db, tableIds.matters, demoMatters(sources, now).map(matterItem));
  const stores = rollUpStores(db, tableIds);
  for (const each of [before, month]) {
    await rollUp({ district: district.id, month: each, official: true }, stores, now);
  }
  await rollUp({ district: district.id, month: '2026-09' as Month, official: false }, stores, now);
  return cells.length;
}

/** 130 communes of 75 cells on average: the demonstration's, each five times, and five of them once more. */
function largeDistrict(): Unit[] {
  const units = demoUnits();
  const communes = units.filter(({ level }) => level === 'commune');
  const copies = [0, 1, 2, 3, 4, 5].flatMap((copy) =>
    (copy < 5 ? communes : communes.slice(0, 5)).map((each) => ({ copy, each })),
  );
  return [
    ...units.filter(({ level }) => level === 'district'),
    ...copies.flatMap(({ copy, each }) => {
      const id = `${each.id}-${copy}`;
      const cells = units.filter((unit) => unit.level === 'cell' && unit.id.startsWith(`${each.id}.`));
      return [
        { ...each, id },
        ...[0, 1, 2, 3, 4].flatMap((n) =>
          cells.map((cell) => ({ ...cell, id: `${id}.${cell.id.split('.').at(-1)}-${n}` })),
        ),
      ];
    }),
  ];
}

async function write(db: DynamoDBDocumentClient, table: string, items: readonly object[]): Promise<void> {
  for (let at = 0; at < items.length; at += 25) {
    const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
  }
}

function compressed(html: string): number {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}
