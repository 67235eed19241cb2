import { DatabaseSync } from 'node:sqlite';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { write } from '#infra/demo/demo-db.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district, entered } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { communeOf, type Unit } from '#shared/units/units.ts';
import { type Figure, median, processorTime } from '#test/bench/figures.ts';
import { emptyTables, tableIds } from '#test/bench/tables.ts';

const month = '2026-07' as Month; // the first of its quarter: no other partition is read
const now = '2026-09-01T00:00:00Z';

/**
 * A district's month rolled up, against merely reading its reports, against merely reading all that it needs, and
 * against the same sums by SQL; by the processor, the local database's share included.
 *
 * @param times the demonstration's cells
 */
export async function rollUpFigures(times: number, runs: number): Promise<Figure[]> {
  const tables = await emptyTables();
  const { db, stop } = tables;
  try {
    const units = manyUnits(times);
    await write(tables, tableIds.cells, unitItems(units, entered));
    const cells = units.filter(({ level }) => level === 'cell');
    const revisions = cells.flatMap((cell) => demoReports(cell, district, [month], now));
    const items = revisions.map((revision) => revisionItems(revision).facts);
    await write(tables, tableIds.meetings, items);
    const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
    const sources = newest.map(({ id, report: { cell, matters }, by, at }) => ({ id, unit: cell, matters, by, at }));
    await write(tables, tableIds.matters, demoMatters(sources, now).map(matterItem));

    const stores = rollUpStores(db, tableIds);
    const request = { district: district.id, month, official: false };
    const amend = ({ report, ...rest }: Revision, run: number) =>
      stores.reports.append({ ...rest, report: { ...report, durationMinutes: 100 + run } }, rest.revision);
    const read = async () => {
      for await (const _ of queryItems(db, everything));
    };
    const readAll = () => Promise.all([read(), readOf(db, tableIds.cells), readOf(db, tableIds.matters)]);
    const sql = inSql(items);
    const measured = { every: [], one: [], again: [], same: [], read: [], readAll: [], sql: [] } as Record<
      string,
      number[]
    >;
    for (let run = 0; run < runs; run++) {
      const day = `2026-08-${10 + run}`; // on each day every scorecard is stored anew
      const amended = newest[run] as Revision;
      measured['read']?.push(await processorTime(read));
      measured['every']?.push(await processorTime(() => rollUp(request, stores, `${day}T00:00:00Z`)));
      await amend(amended, run);
      const commune = communeOf(amended.report.cell);
      measured['one']?.push(await processorTime(() => rollUp({ ...request, commune }, stores, `${day}T01:00:00Z`)));
      await amend(newest[runs + run] as Revision, run);
      measured['again']?.push(await processorTime(() => rollUp(request, stores, `${day}T02:00:00Z`)));
      measured['same']?.push(await processorTime(() => rollUp(request, stores, `${day}T03:00:00Z`)));
      measured['readAll']?.push(await processorTime(readAll));
      measured['sql']?.push(await processorTime(sql));
    }
    const of = (name: string) => median(measured[name] ?? []);
    const name = `of ${cells.length} cells`;
    const note = `${revisions.length} revisions`;
    const against = (value: number, floor: string, about: string, most?: number): Omit<Figure, 'name'> => ({
      ...{ note, value, unit: 'ms', floor: { name: about, value: of(floor) }, ...(most && { most }) },
    });
    return [
      { name: `roll-up ${name}, after one report`, ...against(of('one'), 'read', 'reading the same partition', 1.3) },
      { name: `roll-up ${name}, after one report`, ...against(of('one'), 'readAll', 'reading all that it needs') },
      { name: `roll-up ${name}, all counted again`, ...against(of('again'), 'read', 'reading the same partition') },
      { name: `roll-up ${name}, all counted again`, ...against(of('again'), 'readAll', 'reading all that it needs') },
      { name: `roll-up ${name}, nothing changed`, ...against(of('same'), 'read', 'reading the same partition') },
      { name: `roll-up ${name}, all new`, ...against(of('every'), 'read', 'reading the same partition') },
      { name: `roll-up ${name}, all new`, ...against(of('every'), 'sql', 'the sums alone, in SQLite') },
    ];
  } finally {
    await stop();
  }
}

/** A district's partition of a table, read and unmarshalled. */
async function readOf(db: DynamoDBDocumentClient, TableName: string): Promise<void> {
  const KeyConditionExpression = 'pk = :pk';
  const ExpressionAttributeValues = { ':pk': district.id };
  for await (const _ of queryItems(db, { TableName, KeyConditionExpression, ExpressionAttributeValues }));
}

const everything = {
  TableName: tableIds.meetings,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': `${district.id}#${month}` },
  ConsistentRead: true,
};

/** The demo district with so many times its cells. */
function manyUnits(times: number): Unit[] {
  return demoUnits().flatMap((unit) =>
    unit.level === 'cell'
      ? Array.from({ length: times }, (_, n) => (n === 0 ? unit : { ...unit, id: `${unit.id}-${n}` }))
      : [unit],
  );
}

/** The attendance and resolutions of each commune, as a database engine adds them up over the same content. */
function inSql(items: readonly Record<string, unknown>[]): () => unknown {
  const database = new DatabaseSync(':memory:');
  database.exec('create table report (sk text primary key, facts text)');
  const insert = database.prepare('insert into report values (?, ?)');
  for (const { sk, facts } of items) insert.run(String(sk), JSON.stringify(facts));
  const sums = database.prepare(`
    select substr(sk, 1, instr(substr(sk, 10), '.') + 8) as commune, count(*),
      sum(facts ->> 'present'), sum(facts ->> 'fullMembers' + facts ->> 'probationaryMembers' - facts ->> 'exempt'
        - facts ->> 'temporarilyExempt' - facts ->> 'away' - facts ->> 'suspended' - facts ->> 'specialDuty'
        + facts ->> 'joining'),
      sum(facts ->> 'resolution' <> 'none'), sum(facts ->> 'durationMinutes' >= 90)
    from (select sk, facts, row_number() over (partition by substr(sk, 1, length(sk) - 5) order by sk desc) as newest
      from report) where newest = 1 group by commune`);
  return () => sums.all();
}
