import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { groupListItem } from '#functions/store/directory-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import type { Month } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { TestDatabase } from '#test/dynamodb.ts';
import { aReport, aUnit, entered, groupList } from '#test/shared/samples.ts';

/** Three cells in two communes, of which a working group answers for the first. */
const cells = ['thanh-van.thanh-binh', 'thanh-van.thanh-an', 'chau-minh.ngo-xa'];

/** A small district in the tables, and the stores to work on it. */
export async function aDistrict({ db, cells: table, meetings, scorecards, matters }: TestDatabase, district: string) {
  const put = (TableName: string, Item: object) => db.send(new PutCommand({ TableName, Item }));
  const ids = [district, ...['thanh-van', 'chau-minh', ...cells].map((path) => `${district}.${path}`)];
  for (const Item of unitItems(
    ids.map((id) => aUnit(id)),
    entered,
  ))
    await put(table, Item);
  await put(table, groupListItem(district, groupList({ 1: [`${district}.thanh-van`] })));

  const stores = rollUpStores(db, { cells: table, meetings, matters, scorecards });
  const step = (path: string, changes: Partial<Report>) =>
    ({
      state: 'submitted',
      report: aReport({ cell: `${district}.${path}`, ...changes }),
      by: { user: 'thanh-van', role: 'commune', unit: `${district}.thanh-van` },
      at: '2021-02-04T02:00:00.000Z',
    }) as const;

  return {
    district,
    stores,
    /** Submits `aReport` for a cell, or its next revision. */
    async report(path: string, changes: Partial<Report> = {}, base = 0): Promise<void> {
      const { kind } = await stores.reports.append(step(path, changes), base);
      if (kind !== 'added') throw new Error(`The report of ${path} is ${kind}`);
    },
    /** Writes an item as no store would: the revision's facts, changed. */
    async tamper(path: string, change: (item: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
      await put(meetings, change(revisionItems(revise(undefined, step(path, {}))).facts));
    },
    /** Writes a matter as no store would. */
    putMatter: (id: string, events: readonly unknown[]) => put(matters, { pk: district, sk: id, events }),
    /** As its expiry does. */
    removeMatter: (sk: string) => db.send(new DeleteCommand({ TableName: matters, Key: { pk: district, sk } })),
    async current(path: string, month: Month): Promise<Scorecard | undefined> {
      return stores.scorecards.current(path ? `${district}.${path}` : district, month);
    },
  };
}

export type District = Awaited<ReturnType<typeof aDistrict>>;

/** A figure of a scorecard by its parts. */
export function parts(scorecard: Scorecard | undefined, id: IndicatorId): readonly [number, number] | undefined {
  const found = scorecard?.indicators.find((indicator) => indicator.id === id);
  return found && [found.numerator, found.denominator];
}
