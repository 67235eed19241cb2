import { isIntact, type StoredRevision } from '#functions/store/report-store.ts';
import type { Inputs } from '#functions/store/scorecard-store.ts';
import { digestOf } from '#shared/digest.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant, Month } from '#shared/period.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { countCommunes, type Figures, mergeCommunes, mergeInputs } from '#shared/scorecards/count-district.ts';
import { countOtherInputs, type OtherInputs } from '#shared/scorecards/count-other-inputs.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { communeOf, type Directory, deadlines, type Unit, type UnitId } from '#shared/units/units.ts';

/** What a month is counted from: one revision of each report, and what is told besides. */
export interface Countable {
  readonly month: readonly StoredRevision[];
  /** Of the quarter's earlier months. */
  readonly before: readonly StoredRevision[];
  readonly besides: OtherInputs;
}

/** A unit's month, counted: its figures, the names of all that they were counted from, and a digest of those. */
export interface CountedUnit {
  readonly figures: Figures;
  readonly inputs: Inputs;
  readonly inputsDigest: string;
}

/** The month of a district's communes, counted. */
export interface Count {
  readonly communes: readonly CountedUnit[];
  /** What stands for the district and none of its communes. */
  readonly rest: { readonly tally: Tally; readonly inputs: Inputs };
  /** Reports that could not be counted: not what their digest says, not to be judged, or of a cell that is not listed. */
  readonly rejected: readonly string[];
}

/**
 * Counts the month of a directory's communes.
 *
 * A bad item is left out and named; the others are counted. Of the quarter's earlier months only the thematic meetings
 * count, and what is bad there is named by the roll-up of its own month.
 *
 * @param directory of a district as it stood in the month, with some of its communes or all
 */
export function count(
  { directory, month, now }: { readonly directory: Directory; readonly month: Month; readonly now: Instant },
  revisions: Countable,
): Count {
  const regime = requireRegime(month, directory.district.choices);
  const { due } = deadlines(directory.district, month);
  const judge = ({ cell, reports, before }: CellReports) =>
    judgeCellMonth(cell, reports, { regime, due, month, thematicBefore: before.length });
  const cells = new Map(directory.cells.map((cell) => [cell.id, cellReports(cell)]));
  const rejected: string[] = [];
  for (const revision of revisions.month) {
    const found = cells.get(unitOf(revision.id));
    if (found && isValid(() => isIntact(revision))) found.reports.push(revision);
    else rejected.push(nameOf(revision));
  }
  for (const revision of revisions.before) {
    if (revision.report?.kind === 'thematic' && isValid(() => isIntact(revision))) {
      cells.get(unitOf(revision.id))?.before.push(revision);
    }
  }
  const counted = [...cells.values()];
  const months = counted.map((each) => {
    try {
      return judge(each);
    } catch {
      rejected.push(...dropUnsound(each, judge));
      return judge(each);
    }
  });
  const besides = countOtherInputs({ month, directory, now }, counted, revisions.besides);
  const { communes, rest } = countCommunes(directory, months, besides.tallies);
  const standing = new Set(directory.communes.map(({ id }) => id));
  const inputs = Map.groupBy(
    [...counted.flatMap(({ reports, before }) => [...before, ...reports]).map(reportInput), ...besides.inputs].sort(),
    (input) => {
      const commune = communeOf(unitOf(input));
      return standing.has(commune) ? commune : directory.district.id;
    },
  );
  const inputsOf = ({ id }: Unit) => inputs.get(id) ?? [];
  return {
    communes: communes.map((figures) => {
      const own = inputsOf(figures.unit);
      return { figures, inputs: own, inputsDigest: digestOf(own) };
    }),
    rest: { tally: rest, inputs: inputsOf(directory.district) },
    rejected,
  };
}

/** The district itself, of which all communes were counted. */
export function countedDistrict(directory: Directory, { communes, rest }: Count): CountedUnit {
  const parts = communes.map(({ figures, inputsDigest }) => ({ unit: figures.unit.id, inputs: inputsDigest }));
  return {
    figures: mergeCommunes(
      directory,
      communes.map(({ figures }) => figures),
      rest.tally,
    ),
    inputs: [...communes.flatMap(({ inputs }) => inputs), ...rest.inputs].sort(),
    inputsDigest: mergeInputs(parts, digestOf(rest.inputs)),
  };
}

interface CellReports {
  readonly cell: Unit;
  readonly reports: StoredRevision[];
  /** Thematic meetings of the quarter's earlier months. */
  readonly before: StoredRevision[];
}

const cellReports = (cell: Unit): CellReports => ({ cell, reports: [], before: [] });

/** Takes out of a cell's reports those that cannot be judged, and names them. */
function dropUnsound(of: CellReports, judge: (of: CellReports) => unknown): string[] {
  const sound = of.reports.filter((report) => isValid(() => judge({ ...of, reports: [report] })));
  const unsound = of.reports.filter((report) => !sound.includes(report));
  of.reports.splice(0, of.reports.length, ...sound);
  return unsound.map(nameOf);
}

/** How a scorecard names a report that it counted. */
export function reportInput({ id, revision, digest }: Pick<StoredRevision, 'id' | 'revision' | 'digest'>): string {
  return `${id}#${revision} ${digest}`;
}

const nameOf = ({ id, revision }: StoredRevision) => `${id}#${revision}`;

/** The unit of a report's id, or of an input, which begins with one. */
function unitOf(id: string): UnitId {
  return id.split('_', 1)[0] as UnitId;
}

/** Whether a check holds; an item so broken that the check itself fails does not hold. */
function isValid(check: () => unknown): boolean {
  try {
    return Boolean(check());
  } catch {
    return false;
  }
}
