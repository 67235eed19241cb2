import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { officerListItem, officerRecordItem } from '#functions/store/officer-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { thematicPlanItem } from '#functions/store/thematic-plan-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { type Fillable, write } from '#infra/demo/demo-db.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { demoOfficerLists, demoOfficerRecords } from '#infra/demo/officers.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoThematicPlans } from '#infra/demo/themes.ts';
import { demoUnits, district, entered } from '#infra/demo/units.ts';
import { addMonths, type Instant, type Month, monthAt, monthsBetween } from '#shared/period.ts';
import { communeOf, deadlines, isWithin, type Unit } from '#shared/units/units.ts';

/** The commune of 250 cells, in whatever district it stands. */
export const largeCommune: Unit = {
  ...{ id: `${district.id}.lon`, name: 'Lớn', kind: 'xã', level: 'commune', from: district.from, generated: true },
};
const CELLS = 250;

/** The commune and its cells, each with a name of its own. */
function largeCommuneUnits(): Unit[] {
  const cells = demoUnits().filter(({ level }) => level === 'cell');
  return [
    largeCommune,
    ...cells.slice(0, CELLS).map((cell, at) => ({
      ...{ ...cell, id: `${largeCommune.id}.${cell.id.split('.').at(-1)}-${at}` },
      name: `${cell.name} ${at + 1}`,
    })),
  ];
}

/**
 * 130 communes of 75 cells on average: the demonstration's, each five times, and four of them once more; and the large one.
 *
 * @param from when the others begin: the months before, which only the large one's pages read, are soon counted
 */
export function largeDistrict(from: Month): Unit[] {
  const units = demoUnits().map((unit) => ({ ...unit, from }));
  const communes = units.filter(({ level }) => level === 'commune');
  const copies = [0, 1, 2, 3, 4, 5].flatMap((copy) =>
    (copy < 5 ? communes : communes.slice(0, 4)).map((each) => ({ copy, each })),
  );
  return [
    district,
    ...largeCommuneUnits(),
    ...copies.flatMap(({ copy, each }) => {
      const id = `${each.id}-${copy}`;
      const cells = units.filter((unit) => unit.level === 'cell' && unit.id.startsWith(`${each.id}.`));
      return [
        { ...each, id, name: `${each.name} ${copy + 1}` },
        ...[0, 1, 2, 3, 4].flatMap((n) =>
          cells.map((cell) => ({
            ...{ ...cell, id: `${id}.${cell.id.split('.').at(-1)}-${n}` },
            name: `${cell.name} ${n + 1}`,
          })),
        ),
      ];
    }),
  ];
}

interface Filling {
  /** The months of which a cell has reported. */
  readonly monthsOf: (cell: Unit) => readonly Month[];
  /** Whether the free text of a cell's reports is there too: it is as many items again. */
  readonly hasWords: (cell: Unit) => boolean;
  readonly now: Instant;
}

/**
 * Fills empty tables past every door: units, reports of some months, what was heard in them, lists of officers, plans;
 * and rolls up the running month and the two before, officially where they are closed.
 *
 * @returns how many cells there are
 */
export async function fill(
  database: Fillable,
  tables: TableNames,
  units: readonly Unit[],
  { monthsOf, hasWords, now }: Filling,
): Promise<number> {
  await write(database, tables.cells, unitItems(units, entered));
  const cells = units.filter(({ level }) => level === 'cell');
  const months = new Set<Month>();
  for (const cell of cells) {
    for (const month of monthsOf(cell)) months.add(month);
  }
  // Commune by commune: all revisions of a large district at once take gigabytes.
  for (const [commune, own] of Map.groupBy(cells, ({ id }) => communeOf(id))) {
    const sent = own.map((cell) => ({ cell, revisions: demoReports(cell, district, monthsOf(cell), now) }));
    const items = sent.flatMap(({ cell, revisions }) =>
      revisions.map(revisionItems).flatMap(({ words, facts }) => (hasWords(cell) ? [words, facts] : [facts])),
    );
    await write(database, tables.meetings, items);
    const revisions = sent.flatMap((each) => each.revisions);
    const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
    const ofCommune = units.filter(({ id }) => isWithin(id, commune));
    await write(database, tables.meetings, [
      ...demoOfficerLists(ofCommune, own[0] ? monthsOf(own[0]) : [], now).map(officerListItem),
      ...demoOfficerRecords(newest, now).map(officerRecordItem),
    ]);
    const sources = newest.map(({ id, report, by, firstReceivedAt: when }) => ({
      ...{ id, unit: report.cell, matters: report.matters, by, at: when },
    }));
    await write(database, tables.matters, demoMatters(sources, now).map(matterItem));
  }
  const all = [...months.add(monthAt(now))].sort();
  await write(database, tables.meetings, demoThematicPlans(cells, all, now).map(thematicPlanItem));
  const stores = rollUpStores(database.db, tables);
  // What is counted compares itself with the month before; of those still earlier, pages read the district's line alone,
  // which `fillTenYears` has.
  for (const month of all.slice(-3)) {
    await rollUp({ district: district.id, month, official: now > deadlines(district, month).closing }, stores, now);
  }
  return cells.length;
}

/** The district's scorecard of a month once more for each month of ten years that has none. */
export async function fillTenYears(db: DynamoDBDocumentClient, tables: TableNames, month: Month): Promise<void> {
  const store = scorecardStore(db, tables.scorecards);
  const scorecard = await store.current(district.id, month);
  if (!scorecard) throw new Error(`${month} was not counted`);
  const first = addMonths(month, -119);
  const counted = new Set(await store.monthsBetween(district.id, first, month));
  for (const each of monthsBetween(first, month)) {
    if (!counted.has(each)) await store.putOfficial({ ...scorecard, month: each }, []);
  }
}
