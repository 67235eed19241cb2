import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { tableNamesBy } from '#functions/store/tables.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, entered } from '#infra/demo/units.ts';
import { addMonths, type Instant, type Month, monthOf } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { communeOf, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Amount } from '#test/bench/metered-database.ts';
import { MeteredTables } from '#test/bench/metered-tables.ts';

/** The second of its quarter: what was thematic in the one before is looked up. */
const month = '2026-08' as Month;
/** A roll-up looks up what was thematic in the quarter, and what meetings of two months were about. */
const compared = new Set<Month>([addMonths(month, -1), addMonths(month, -2)]);
/** A closed matter is kept for longer, but counts in the months in which it was open. */
const MONTHS_OF_MATTERS = 12;
const future = '2026-12-31T00:00:00Z';
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Midnight in Vietnam as August begins. */
const begin = Date.parse('2026-07-31T17:00:00Z');
/** Every so many of the runs that reports ask for, and of the nights, are really run; the others are counted. */
const EACH_RUN = 150;
const EACH_NIGHT = 20;

export interface DistrictMonth {
  readonly cells: number;
  /** When each revision of a report was stored, in whole seconds. */
  readonly written: readonly number[];
  /** Roll-ups that reports asked for, at most one a commune and minute. */
  readonly runs: number;
  /** What one took, on average of those that were run. */
  readonly run: Amount;
  readonly night: Amount;
  /** What a revision of a report and its concerns took, on average. */
  readonly stored: Amount;
  /** The most that the month's partition gave to one roll-up. */
  readonly busiestReads: number;
  /** The most that it took in one second. */
  readonly busiestWrites: number;
}

/** A made-up district's month as it comes in, through the stores and the roll-up, with the tables in memory. */
export async function simulateDistrict(n: number): Promise<DistrictMonth> {
  const tables = new MeteredTables();
  const db = tables.client();
  const names = tableNamesBy(({ id }) => id);
  const stores = rollUpStores(db, names);
  const units = someUnits(n);
  for (const Item of unitItems(units, entered)) await db.send(new PutCommand({ TableName: names.cells, Item }));
  const district = units.find(({ level }) => level === 'district') as Unit;
  const cells = units.filter(({ level }) => level === 'cell');
  const store = async (revision: Revision, at: number) => {
    await stores.reports.append({ ...revision, at: instant(at) }, revision.revision - 1);
    const { id, report, by } = revision;
    await stores.matters.raise({ source: id, rows: report.matters, by, at: instant(at) });
  };
  const year = Array.from({ length: MONTHS_OF_MATTERS }, (_, n) => addMonths(month, n - MONTHS_OF_MATTERS));
  const past = cells.flatMap((cell) => demoReports(cell, district, year, instant(begin)));
  for (const revision of past) {
    if (compared.has(monthOf(revision.report.date))) await stores.reports.append(revision, revision.revision - 1);
  }
  const newest = [...new Map(past.map((revision) => [revision.id, revision])).values()];
  const sources = newest.map(({ id, report, by, firstReceivedAt: at }) => ({
    ...{ id, unit: report.cell, matters: report.matters, by, at },
  }));
  for (const matter of demoMatters(sources, instant(begin)))
    await db.send(new PutCommand({ TableName: names.matters, Item: matterItem(matter) }));
  const arrivals = arrivalsOf(cells, district);
  const measured = async (task: () => Promise<unknown>): Promise<Amount> => {
    const { readUnits, writeUnits, keptBytes } = tables;
    await task();
    return {
      readUnits: tables.readUnits - readUnits,
      writeUnits: tables.writeUnits - writeUnits,
      keptBytes: tables.keptBytes - keptBytes,
    };
  };
  const run = (at: number, commune?: UnitId) =>
    rollUp({ district: district.id, month, official: false, ...(commune && { commune }) }, stores, instant(at));

  const runs: Amount[] = [];
  const nights: Amount[] = [];
  const stored: Amount[] = [];
  const seconds = new Map<number, number>();
  const minuteOf = ({ at }: Arrival) => Math.floor(at / 60_000);
  const communeIn = ({ revision }: Arrival) => communeOf(revision.report.cell);
  const asked = [...Map.groupBy(arrivals, (each) => `${minuteOf(each)} ${communeIn(each)}`).values()];
  let night = 0;
  for (const [due, came] of asked.entries()) {
    const [minute, commune] = [minuteOf(came[0] as Arrival), communeIn(came[0] as Arrival)];
    const day = Math.floor((minute * 60_000 - begin) / DAY_MS);
    if (day >= night) {
      nights.push(await measured(() => run(begin + day * DAY_MS + HOUR_MS / 2)));
      night = day + EACH_NIGHT;
    }
    const isRun = due % EACH_RUN === 0;
    if (isRun) await run(minute * 60_000); // all communes have been counted on this day
    for (const { at, revision } of came) {
      const units = await measured(() => store(revision, at));
      stored.push(units);
      const second = Math.floor(at / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + units.writeUnits);
    }
    if (isRun) runs.push(await measured(() => run((minute + 2) * 60_000, commune)));
  }
  const { readUnits: busiestReads } = await measured(() =>
    stores.reports.newestOfMonth(district.id, month, { consistent: false }),
  );
  return {
    cells: cells.length,
    written: arrivals.map(({ at }) => Math.floor(at / 1000)),
    runs: asked.length,
    run: mean(runs),
    night: mean(nights),
    stored: mean(stored),
    busiestReads,
    busiestWrites: Math.max(...seconds.values()),
  };
}

/** The demonstration's district under a name of its own, with more or fewer cells: 357 on average. */
function someUnits(n: number): Unit[] {
  const id = `huyen-${n}`;
  const random = randomFrom(`size ${n}`);
  const share = 0.4 + 1.1 * random.next();
  return demoUnits()
    .filter(({ level }) => level !== 'cell' || share >= 1 || random.chance(share))
    .flatMap((unit) => {
      const renamed = {
        ...unit,
        id: `${id}${unit.id.slice(unit.id.includes('.') ? unit.id.indexOf('.') : unit.id.length)}`,
      };
      const twice = unit.level === 'cell' && random.chance(share - 1);
      return twice ? [renamed, { ...renamed, id: `${renamed.id}-2` }] : [renamed];
    });
}

interface Arrival {
  readonly at: number;
  readonly revision: Revision;
}

/** The month's revisions as they come: most reports on the 3rd to the 5th, in the evening; what follows them days later. */
function arrivalsOf(cells: readonly Unit[], district: Unit): Arrival[] {
  return cells
    .flatMap((cell) => {
      const random = randomFrom(`arrivals ${cell.id}`);
      const revisions = demoReports(cell, district, [month], future);
      let at = first(random);
      return revisions.map((revision) => {
        at += revision.revision === 1 ? 5 * 60_000 * random.next() : 2 * DAY_MS * random.next();
        return { at: Math.floor(at), revision };
      });
    })
    .sort((a, b) => a.at - b.at);
}

function first(random: Random): number {
  const days = random.chance(0.7) ? 2 + 3 * random.next() : 40 * random.next();
  const hour = random.chance(0.75) ? 18 + 4 * random.next() : 7 + 10 * random.next();
  return begin + Math.floor(days) * DAY_MS + hour * HOUR_MS;
}

function mean(all: readonly Amount[]): Amount {
  const sum = (of: keyof Amount) => all.reduce((total, each) => total + each[of], 0) / all.length;
  return { readUnits: sum('readUnits'), writeUnits: sum('writeUnits'), keptBytes: sum('keptBytes') };
}

function instant(at: number): Instant {
  return new Date(at).toISOString();
}
