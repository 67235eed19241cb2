import type { Countable } from '#functions/rollup/count.ts';
import { type RaisingStores, raiseMissingMatters } from '#functions/rollup/raise-missing-matters.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import type { Freshness } from '#functions/store/pages.ts';
import type { ReportStore, RevisionName, StoredRevision } from '#functions/store/report-store.ts';
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
  readonly reports: Pick<
    ReportStore,
    'newestOfMonth' | 'namesOfMonth' | 'thematicOfMonth' | 'classedOfMonth' | 'history'
  >;
  readonly visits: Pick<VisitStore, 'ofMonth' | 'newest'>;
  readonly officers: Pick<OfficerStore, 'lists' | 'recordRevisions'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'revisions'>;
}

/** What is read: a district or one of its communes, in a month. */
interface Of {
  readonly unit: UnitId;
  readonly month: Month;
  readonly directory: Directory;
}

/**
 * Reads all inputs of the month of a district or of one of its communes, and raises matters that are missing. Where the
 * newest revision of a thing cannot be read, an older one does not stand for it: what it says now is not known.
 *
 * What was open at units that have ended, or planned there, is read with that of their heirs; the reports of the month
 * itself are of units that stand.
 */
export async function readMonth(of: Of, stores: MonthStores, freshness: Freshness): Promise<Countable> {
  return withKnown(async () => {
    const { unit, month, directory } = of;
    const [reports, { matters: stored, ...others }] = await Promise.all([
      stores.reports.newestOfMonth(unit, month, freshness),
      readOthers(of, stores, freshness),
    ]);
    const visits = [...latestRevisions(others.visits, ({ id }) => id).values()];
    const again = () => mattersOf({ unit, directory }, stores, freshness);
    const matters = await raiseMissingMatters({ reports, visits, matters: stored }, again, stores);
    return { month: reports, ...others, matters };
  });
}

/** The same with no more of the month's reports than names them; nothing is raised. */
export async function readNames(of: Of, stores: MonthStores, freshness: Freshness): Promise<Countable<RevisionName>> {
  return withKnown(async () => {
    const [reports, others] = await Promise.all([
      stores.reports.namesOfMonth(of.unit, of.month, freshness),
      readOthers(of, stores, freshness),
    ]);
    return { month: reports, ...others };
  });
}

type Read<Report extends RevisionName> = Omit<Countable<Report>, 'besides' | 'unreadable'> &
  Countable<Report>['besides'];

/** What was read, without older revisions of what cannot be read, and with the names of that. */
async function withKnown<Report extends RevisionName>(read: () => Promise<Read<Report>>): Promise<Countable<Report>> {
  const { result, unreadable } = await listingUnreadable(read);
  const { matters, visits, lists, records, plans, ...reports } = result;
  const known = <Item extends { readonly revision: number }>(items: readonly Item[], input: (item: Item) => string) =>
    items.filter((item) => item.revision > newestUnreadable(unreadable, input(item)));
  return {
    ...reports,
    besides: {
      matters,
      visits: known(visits, visitInput),
      lists: known(lists, listInput),
      records: known(records, recordInput),
      plans: known(plans, planInput),
    },
    unreadable,
  };
}

/** The newest revision of an input's thing that cannot be read; 0 if all can. */
function newestUnreadable(unreadable: readonly ItemName[], input: string): number {
  const own = unreadable.filter(({ name }) => thingNamed(name) === thingNamed(input));
  return Math.max(0, ...own.map(({ name }) => revisionNamed(name)));
}

/** What is now a unit's own, wherever it stands. */
async function ofAll<T>(
  { unit, directory }: Pick<Of, 'unit' | 'directory'>,
  read: (each: UnitId) => Promise<readonly T[]>,
  unitOf: (item: T) => UnitId,
): Promise<T[]> {
  const units = [unit, ...communesBefore(unit, directory)];
  const found = (await Promise.all(units.map(read))).flat();
  return found.filter((item) => isWithin(heirIn(directory, unitOf(item)), unit));
}

const mattersOf = (of: Pick<Of, 'unit' | 'directory'>, { matters }: MonthStores, freshness: Freshness) =>
  ofAll(
    of,
    (each) => matters.all(each, freshness),
    (matter) => matter.unit,
  );

/** All but the reports of the month itself. */
async function readOthers(of: Of, stores: MonthStores, freshness: Freshness): Promise<Omit<Read<never>, 'month'>> {
  const { unit, month } = of;
  const earlier = (months: readonly Month[], read: (each: UnitId, month: Month) => Promise<StoredRevision[]>) =>
    Promise.all(
      months.map((then) =>
        ofAll(
          of,
          (each) => read(each, then),
          ({ id }) => unitNamed(id),
        ),
      ),
    );
  const [before, classed, visits, lists, records, plans, matters] = await Promise.all([
    earlier(earlierInQuarter(month), (each, then) => stores.reports.thematicOfMonth(each, then)),
    earlier(monthsToCompare(month), (each, then) => stores.reports.classedOfMonth(each, then)),
    stores.visits.ofMonth(unit, month, freshness),
    ofAll(
      of,
      (each) => stores.officers.lists(each, freshness),
      ({ commune }) => commune,
    ),
    stores.officers.recordRevisions(unit, month, freshness),
    ofAll(
      of,
      (each) => stores.thematicPlans.revisions(each, yearOf(month), freshness),
      ({ cell }) => cell,
    ),
    mattersOf(of, stores, freshness),
  ]);
  return { before: before.flat(), classed: classed.flat(), visits, lists, records, plans, matters };
}
