import type { Countable } from '#functions/rollup/count.ts';
import { type RaisingStores, raiseMissingMatters } from '#functions/rollup/raise-missing-matters.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import type { Freshness } from '#functions/store/pages.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { earlierInQuarter, type Month } from '#shared/period.ts';
import { listInput, recordInput } from '#shared/scorecards/count-officers.ts';
import { planInput } from '#shared/scorecards/count-themes.ts';
import { visitInput } from '#shared/scorecards/count-visits.ts';
import { type ItemName, revisionNamed, thingNamed } from '#shared/scorecards/left-out.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface MonthStores extends RaisingStores {
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'thematicOfMonth' | 'newest'>;
  readonly visits: Pick<VisitStore, 'ofMonth' | 'newest'>;
  readonly officers: Pick<OfficerStore, 'lists' | 'recordRevisions'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'revisions'>;
}

/**
 * Reads all inputs of the month of a district or of one of its communes, and raises matters that are missing. Where the
 * newest revision of a thing cannot be read, an older one does not stand for it: what it says now is not known.
 */
export async function readMonth(
  unit: UnitId,
  month: Month,
  stores: MonthStores,
  freshness: Freshness,
): Promise<Countable> {
  const { result, unreadable } = await listingUnreadable(() => read(unit, month, stores, freshness));
  const { besides, ...reports } = result;
  const known = <Item extends { readonly revision: number }>(items: readonly Item[], input: (item: Item) => string) =>
    items.filter((item) => item.revision > newestUnreadable(unreadable, input(item)));
  return {
    ...reports,
    besides: {
      matters: besides.matters,
      visits: known(besides.visits, visitInput),
      lists: known(besides.lists, listInput),
      records: known(besides.records, recordInput),
      plans: known(besides.plans, planInput),
    },
    unreadable,
  };
}

/** The newest revision of an input's thing that cannot be read; 0 if all can. */
function newestUnreadable(unreadable: readonly ItemName[], input: string): number {
  const own = unreadable.filter(({ name }) => thingNamed(name) === thingNamed(input));
  return Math.max(0, ...own.map(({ name }) => revisionNamed(name)));
}

async function read(
  unit: UnitId,
  month: Month,
  stores: MonthStores,
  freshness: Freshness,
): Promise<Omit<Countable, 'unreadable'>> {
  const [reports, before, visits, lists, records, plans, stored] = await Promise.all([
    stores.reports.newestOfMonth(unit, month, freshness),
    Promise.all(earlierInQuarter(month).map((each) => stores.reports.thematicOfMonth(unit, each))),
    stores.visits.ofMonth(unit, month, freshness),
    stores.officers.lists(unit, freshness),
    stores.officers.recordRevisions(unit, month, freshness),
    stores.thematicPlans.revisions(unit, yearOf(month), freshness),
    stores.matters.all(unit, freshness),
  ]);
  const newestVisits = [...latestRevisions(visits, ({ id }) => id).values()];
  const matters = await raiseMissingMatters(unit, { reports, visits: newestVisits, matters: stored }, stores);
  return { month: reports, before: before.flat(), besides: { matters, visits, lists, records, plans } };
}
