import type { TrackedMatter } from '#shared/matters/matter.ts';
import { newestOf } from '#shared/newest.ts';
import type { ChargeRevision } from '#shared/officers/charge.ts';
import type { ChargeRecordRevision } from '#shared/officers/charge-record.ts';
import { endOfMonth, type Instant, type Month } from '#shared/period.ts';
import type { Facts } from '#shared/reports/words.ts';
import { countCharges, listInput, recordInput } from '#shared/scorecards/count-charges.ts';
import type { UnitTally } from '#shared/scorecards/count-district.ts';
import { countMatter, matterInput, mattersIn } from '#shared/scorecards/count-matters.ts';
import { countThemes, planInput } from '#shared/scorecards/count-themes.ts';
import { countVisits, visitInput } from '#shared/scorecards/count-visits.ts';
import type { ThemePlanRevision } from '#shared/themes/theme-plan.ts';
import { type Directory, deadlines, type Unit } from '#shared/units/units.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

/** What is stored of a district's month besides reports: every revision of it. */
export interface Besides {
  readonly matters: readonly TrackedMatter[];
  readonly visits: readonly VisitRevision[];
  readonly lists: readonly ChargeRevision[];
  readonly records: readonly ChargeRecordRevision[];
  /** Of the year. */
  readonly plans: readonly ThemePlanRevision[];
}

/** A cell with the reports that count, and its thematic meetings of the quarter's earlier months. */
interface CountedCell {
  readonly cell: Unit;
  readonly reports: readonly { readonly report: Facts }[];
  readonly before: readonly unknown[];
}

/** What was counted, unit by unit, and the names of all that it was counted from. */
export interface CountedBesides {
  readonly tallies: readonly UnitTally[];
  readonly inputs: readonly string[];
}

/**
 * Counts what is told of a month besides its reports. Matters, lists and plans are taken as they were at its end, and
 * visits as they were when it closed: what is entered later changes no closed month. A record that is entered later is an
 * amendment, and the district's.
 *
 * @param now while the month runs, matters are as they are now
 */
export function countBesides(
  { month, directory, now }: { readonly month: Month; readonly directory: Directory; readonly now: Instant },
  cells: readonly CountedCell[],
  besides: Besides,
): CountedBesides {
  const end = endOfMonth(month);
  const until = now < end ? now : end;
  const { closing } = deadlines(directory.district, month);
  const matters = mattersIn(month, besides.matters, until);
  const visits = [...newestOf(besides.visits, ({ id }) => id, closing).values()];
  const lists = newestOf(besides.lists, ({ commune }) => commune, end);
  const plans = newestOf(besides.plans, ({ cell }) => cell, end);
  const records = newestOf(besides.records, ({ commune }) => commune);
  return {
    tallies: [
      ...matters.map((matter) => ({ unit: matter.unit, tally: countMatter(matter, month, until) })),
      ...countVisits(directory, visits),
      ...countCharges(cells, lists, records),
      ...countThemes(month, cells, plans),
    ],
    inputs: [
      ...matters.map(matterInput),
      ...visits.map(visitInput),
      ...[...lists.values()].map(listInput),
      ...[...records.values()].map(recordInput),
      ...[...plans.values()].map(planInput),
    ],
  };
}
