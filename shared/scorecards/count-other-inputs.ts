import { latestRevisions } from '#shared/latest-revisions.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { inheritedOfficers } from '#shared/officers/inherited-officers.ts';
import type { OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import type { OfficerListRevision } from '#shared/officers/officers.ts';
import { endOfMonth, type Instant, type Month } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { UnitTally } from '#shared/scorecards/count-district.ts';
import { countMatter, matterInput, mattersIn } from '#shared/scorecards/count-matters.ts';
import { countOfficers, listInput, recordInput } from '#shared/scorecards/count-officers.ts';
import { countThemes, planInput } from '#shared/scorecards/count-themes.ts';
import { countVisits, visitInput } from '#shared/scorecards/count-visits.ts';
import { inheritedPlans } from '#shared/themes/inherited-plans.ts';
import type { ThematicPlanRevision } from '#shared/themes/thematic-plan.ts';
import { type Directory, deadlines, type Unit } from '#shared/units/units.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

/** Everything stored about a district's month except reports, in every revision. */
export interface OtherInputs {
  readonly matters: readonly TrackedMatter[];
  readonly visits: readonly VisitRevision[];
  readonly lists: readonly OfficerListRevision[];
  readonly records: readonly OfficerRecordRevision[];
  /** The plans of the year. */
  readonly plans: readonly ThematicPlanRevision[];
}

/** A cell with the reports that count, and its thematic meetings of the quarter's earlier months. */
interface CountedCell {
  readonly cell: Unit;
  readonly reports: readonly { readonly report: ReportFigures }[];
  readonly before: readonly unknown[];
}

/** The counts, unit by unit, and the names of all inputs. */
export interface CountedBesides {
  readonly tallies: readonly UnitTally[];
  readonly inputs: readonly string[];
}

/** Of which month in which directory, and when. */
interface Counting {
  readonly month: Month;
  readonly directory: Directory;
  /** During the month, matters count as they are now. */
  readonly now: Instant;
}

/**
 * Counts all inputs of a month except its reports. Matters, lists and plans count as they were at its end, and visits
 * as they were when it closed: later entries change no closed month. A later record is an amendment by the district.
 */
export function countOtherInputs(counting: Counting, cells: readonly CountedCell[], all: OtherInputs): CountedBesides {
  const { month, directory } = counting;
  const inForce = inForceIn(counting, all);
  const { matters, visits, lists, records, plans, until } = inForce;
  return {
    tallies: [
      ...matters.map((matter) => ({ unit: matter.unit, tally: countMatter(matter, month, until) })),
      ...countVisits(directory, visits),
      ...countOfficers(cells, inheritedOfficers(lists, directory), records),
      ...countThemes(month, cells, inheritedPlans(plans, directory)),
    ],
    inputs: namesOf(inForce),
  };
}

/** The names of what `countOtherInputs` counts. */
export function namesOfOtherInputs(counting: Counting, all: OtherInputs): string[] {
  return namesOf(inForceIn(counting, all));
}

/** What counts of everything that is stored. */
function inForceIn({ month, directory, now }: Counting, all: OtherInputs) {
  const end = endOfMonth(month);
  const until = now < end ? now : end;
  const { closing } = deadlines(directory.district, month);
  return {
    until,
    matters: mattersIn(month, all.matters, until),
    visits: [...latestRevisions(all.visits, ({ id }) => id, closing).values()],
    lists: latestRevisions(all.lists, ({ commune }) => commune, end),
    records: latestRevisions(all.records, ({ commune }) => commune),
    plans: latestRevisions(all.plans, ({ cell }) => cell, end),
  };
}

function namesOf({ matters, visits, lists, records, plans }: ReturnType<typeof inForceIn>): string[] {
  return [
    ...matters.map(matterInput),
    ...visits.map(visitInput),
    ...[...lists.values()].map(listInput),
    ...[...records.values()].map(recordInput),
    ...[...plans.values()].map(planInput),
  ];
}
