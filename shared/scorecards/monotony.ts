import { digestOf } from '#shared/digest.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

/** What the focus of a month was about; absent where no regular meeting of it says that. */
export type Subjects = readonly string[] | undefined;

/** How many months are compared. */
const MONTHS_COMPARED = 3;

/** The months before that a month is compared with, the last first. */
export function monthsToCompare(month: Month): Month[] {
  return Array.from({ length: MONTHS_COMPARED - 1 }, (_, at) => addMonths(month, -1 - at));
}

/** What the focus of a cell's month was about: of several regular meetings, what any of them says. */
export function subjectsOf(reports: readonly Pick<ReportFigures, 'kind' | 'focusSubjects'>[]): Subjects {
  const said = reports.flatMap(({ kind, focusSubjects = [] }) => (kind === 'regular' ? focusSubjects : []));
  return said.length > 0 ? [...new Set(said)].sort() : undefined;
}

/**
 * Whether a cell has had the very same subjects for three months running. Where one of the months has no meeting, or
 * its focus is not classed, nothing is known.
 *
 * @param months this one and those before it
 */
export function countMonotony(months: readonly Subjects[]): Tally {
  const known = months.flatMap((subjects) => (subjects ? [subjects.join(' ')] : []));
  if (known.length < MONTHS_COMPARED) return { focusUnknown: 1 };
  return { focusCompared: 1, ...(new Set(known).size === 1 && { focusSame: 1 }) };
}

/** How a scorecard names what an earlier report says of its subjects. Whatever else is amended there is no other input. */
export function subjectsInput({
  id,
  report,
}: {
  readonly id: string;
  readonly report: Pick<ReportFigures, 'focusSubjects'>;
}): string {
  return `${id}_subjects ${digestOf(report.focusSubjects ?? [])}`;
}
