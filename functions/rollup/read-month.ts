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
import { type ItemName, revisionNamed, thingNamed, unitNamed } from '#shared/scorecards/left-out.ts';
import { monthsToCompare } from '#shared/scorecards/monotony.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { communesBefore, heirIn } from '#shared/units/directory-with-heirs.ts';
import { type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

export interface MonthStores extends RaisingStores {
  readonly reports: Pick<ReportStore, 'newestOfMonth' | 'thematicOfMonth' | 'classedOfMonth' | 'history'>;
  readonly visits: Pick<VisitStore, 'ofMonth' | 'newest'>;
  readonly officers: Pick<OfficerStore, 'lists' | 'recordRevisions'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'revisions'>;
}

/**
 * Reads all inputs of the month of a district or of one of its communes, and raises matters that are missing. Where the
 * newest revision of a thing cannot be read, an older one does not stand for it: what it says now is not known.
 *
 * What was open at units that have ended, or planned there, is read with that of their heirs; the reports of the month
 * itself are of units that stand.
 */
export async function readMonth(
  unit: UnitId,
  { month, directory }: { readonly month: Month; readonly directory: Directory },
  stores: MonthStores,
  freshness: Freshness,
): Promise<Countable> {
  const { result, unreadable } = await listingUnreadable(() => read(unit, { month, directory }, stores, freshness));
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
  { month, directory }: { readonly month: Month; readonly directory: Directory },
  stores: MonthStores,
  freshness: Freshness,
): Promise<Omit<Countable, 'unreadable'>> {
  const units = [unit, ...communesBefore(unit, directory)];
  /** What is now the unit's own, wherever it stands. */
  const ofAll = async <T>(read: (each: UnitId) => Promise<readonly T[]>, unitOf: (item: T) => UnitId): Promise<T[]> =>
    (await Promise.all(units.map(read))).flat().filter((item) => isWithin(heirIn(directory, unitOf(item)), unit));
  const matters = () =>
    ofAll(
      (each) => stores.matters.all(each, freshness),
      (matter) => matter.unit,
    );
  const [reports, before, classed, visits, lists, records, plans, stored] = await Promise.all([
    stores.reports.newestOfMonth(unit, month, freshness),
    Promise.all(
      earlierInQuarter(month).map((earlier) =>
        ofAll(
          (each) => stores.reports.thematicOfMonth(each, earlier),
          ({ id }) => unitNamed(id),
        ),
      ),
    ),
    Promise.all(
      monthsToCompare(month).map((earlier) =>
        ofAll(
          (each) => stores.reports.classedOfMonth(each, earlier),
          ({ id }) => unitNamed(id),
        ),
      ),
    ),
    stores.visits.ofMonth(unit, month, freshness),
    ofAll(
      (each) => stores.officers.lists(each, freshness),
      ({ commune }) => commune,
    ),
    stores.officers.recordRevisions(unit, month, freshness),
    ofAll(
      (each) => stores.thematicPlans.revisions(each, yearOf(month), freshness),
      ({ cell }) => cell,
    ),
    matters(),
  ]);
  const newestVisits = [...latestRevisions(visits, ({ id }) => id).values()];
  const raised = await raiseMissingMatters({ reports, visits: newestVisits, matters: stored }, matters, stores);
  return {
    ...{ month: reports, before: before.flat(), classed: classed.flat() },
    besides: { matters: raised, visits, lists, records, plans },
  };
}
