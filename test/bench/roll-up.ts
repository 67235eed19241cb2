import { DatabaseSync } from 'node:sqlite';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { directoryStore, unitItems } from '#functions/store/directory-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { reportStore, revisionItems } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import type { Unit } from '#shared/units.ts';
import { type Figure, median, timed } from '#test/bench/figures.ts';
import { emptyTables } from '#test/bench/tables.ts';

const RUNS = 5;
const month = '2026-07' as Month; // the first of its quarter: no other partition is read
const now = '2026-09-01T00:00:00Z';

/** A district's month rolled up, against merely reading it and against the same sums by SQL. */
export async function rollUpFigures(times: number): Promise<Figure[]> {
  const { db, stop } = await emptyTables();
  try {
    const units = manyUnits(times);
    await write(db, 'Cells', units.flatMap(unitItems));
    const cells = units.filter(({ level }) => level === 'cell');
    const revisions = cells.flatMap((cell) => demoReports(cell, district, [month], now));
    const items = revisions.map((revision) => revisionItems(revision).facts);
    await write(db, 'Meetings', items);

    const stores = {
      directory: directoryStore(db, 'Cells'),
      reports: reportStore(db, 'Meetings'),
      scorecards: scorecardStore(db, 'Scorecards'),
      visits: visitStore(db, 'Meetings'),
      matters: matterStore(db, 'Matters'),
    };
    const request = { district: district.id, month, official: false };
    const read = async () => {
      for await (const _ of queryItems(db, everything));
    };
    const sql = inSql(items);
    const measured = { rollUp: [] as number[], read: [] as number[], sql: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      measured.read.push(await timed(read));
      measured.rollUp.push(await timed(() => rollUp(request, stores, new Date().toISOString())));
      measured.sql.push(await timed(sql));
    }
    const name = `roll-up of ${cells.length} cells, ${revisions.length} revisions`;
    const value = median(measured.rollUp);
    const unit = 'ms';
    return [
      { name, value, unit, floor: { name: 'reading the same partition', value: median(measured.read) }, most: 1.3 },
      { name, value, unit, floor: { name: 'the sums alone, in SQLite', value: median(measured.sql) } },
    ];
  } finally {
    await stop();
  }
}

const everything = {
  TableName: 'Meetings',
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

async function write(db: DynamoDBDocumentClient, table: string, items: readonly Record<string, unknown>[]) {
  for (let at = 0; at < items.length; at += 25) {
    const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
  }
}
