import type { RevisionName, StoredRevision } from '#functions/store/report-store.ts';
import type { Inputs } from '#functions/store/scorecard-store.ts';
import { digestOf } from '#shared/digest.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { type Instant, type Month, monthOf } from '#shared/period.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { countCommunes, type Figures, mergeCommunes, mergeInputs } from '#shared/scorecards/count-district.ts';
import {
  type CountedBesides,
  countOtherInputs,
  namesOfOtherInputs,
  type OtherInputs,
} from '#shared/scorecards/count-other-inputs.ts';
import { type LeftOut, leftOutInput, unitNamed } from '#shared/scorecards/left-out.ts';
import { monthsToCompare, subjectsInput, subjectsOf } from '#shared/scorecards/monotony.ts';
import { type Reopening, reopeningInput } from '#shared/scorecards/reopening.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { heirIn } from '#shared/units/directory-with-heirs.ts';
import { stageAt } from '#shared/units/stage.ts';
import { communeOf, type Directory, deadlines, type Unit, type UnitId } from '#shared/units/units.ts';

/** The inputs of a month: one revision of each report, or only what names it, and the other inputs. */
export interface Countable<Report extends RevisionName = StoredRevision> {
  readonly month: readonly Report[];
  /** Reports of the quarter's earlier months. */
  readonly before: readonly StoredRevision[];
  /** Reports of regular meetings of the months before, with the subjects of their focus. */
  readonly classed: readonly StoredRevision[];
  readonly besides: OtherInputs;
  /** The last time that the district opened the month again after its closing. */
  readonly reopening?: Reopening;
  /** What stands among them, or in the directory, and cannot be read. */
  readonly unreadable: readonly LeftOut[];
}

/** A unit's counted month: its figures, the names of all inputs, and a digest of those names. */
export interface CountedUnit {
  readonly figures: Figures;
  readonly inputs: Inputs;
  readonly inputsDigest: string;
  readonly leftOut: readonly LeftOut[];
}

/** The counted month of a district's communes. */
export interface Count {
  readonly communes: readonly CountedUnit[];
  /** Figures and inputs that belong to the district and to none of its communes. */
  readonly rest: { readonly tally: Tally; readonly inputs: Inputs; readonly leftOut: readonly LeftOut[] };
}

/** Which month of which directory is counted, and when. */
interface Counting {
  /** A district as it was in the month, with some or all of its communes. */
  readonly directory: Directory;
  readonly month: Month;
  readonly now: Instant;
}

/**
 * Counts the month of a directory's communes.
 *
 * What cannot be read or judged, and reports of cells that do not stand, are left out and named among the inputs; all
 * others are counted. Of the quarter's earlier months only the thematic meetings count.
 */
export function count(counting: Counting, revisions: Countable): Count {
  const { directory, month, now } = counting;
  const regime = requireRegime(month, directory.district.choices);
  const days = deadlines(directory.district, month);
  const by = { regime, due: days.due, month, stage: stageAt(now, days) };
  const judge = ({ cell, reports, before, classed }: CellReports<StoredRevision>) =>
    judgeCellMonth(cell, reports, {
      ...{ ...by, thematicBefore: before.length },
      subjectsBefore: monthsToCompare(month).map((each) => subjectsOf(reportsOf(each, classed))),
    });
  const { cells, leftOut } = byCell(directory, revisions);
  const months = cells.map((each) => {
    try {
      return judge(each);
    } catch {
      leftOut.push(...dropUnsound(each, judge).map(reportAs('unreadable')));
      return judge(each);
    }
  });
  const besides = countOtherInputs(counting, cells, revisions.besides);
  const { communes, rest } = countCommunes(directory, months, besides.tallies);
  const ownerOf = ownerIn(directory);
  const inputs = Map.groupBy(inputsOf(counting, revisions, { cells, leftOut, besides }), ownerOf);
  const ownOf = ({ id }: Unit) => inputs.get(id) ?? [];
  const leftOutOf = ({ id }: Unit) => leftOut.filter(({ name }) => ownerOf(name) === id);
  return {
    communes: communes.map((figures) => {
      const own = ownOf(figures.unit);
      return { figures, inputs: own, inputsDigest: digestOf(own), leftOut: leftOutOf(figures.unit) };
    }),
    rest: { tally: rest, inputs: ownOf(directory.district), leftOut: leftOutOf(directory.district) },
  };
}

/**
 * The digests of the inputs that a count of the same names, for the district and each commune. Reports need only be
 * named, and are taken to be such as can be judged: one that cannot be gives another digest.
 */
export function inputsDigests(counting: Counting, named: Countable<RevisionName>): ReadonlyMap<UnitId, string> {
  const { directory } = counting;
  const { cells, leftOut } = byCell(directory, named);
  const besides = { inputs: namesOfOtherInputs(counting, named.besides) };
  const inputs = Map.groupBy(inputsOf(counting, named, { cells, leftOut, besides }), ownerIn(directory));
  return new Map(
    [directory.district, ...directory.communes].map(({ id }) => [id, digestOf(inputs.get(id) ?? [])] as const),
  );
}

interface Sorted<Report extends RevisionName> {
  readonly cells: readonly CellReports<Report>[];
  readonly leftOut: LeftOut[];
}

/** What is counted for each cell, and what for none. */
function byCell<Report extends RevisionName>(directory: Directory, revisions: Countable<Report>): Sorted<Report> {
  const cells = new Map(directory.cells.map((cell) => [cell.id, cellReports<Report>(cell)]));
  const leftOut = [...new Map(revisions.unreadable.map((each) => [each.name, each])).values()];
  for (const revision of revisions.month) {
    const found = cells.get(unitNamed(revision.id));
    if (found) found.reports.push(revision);
    else leftOut.push(reportAs('no-unit')(nameOf(revision)));
  }
  for (const revision of revisions.before) {
    if (revision.report.kind === 'thematic')
      cells.get(heirIn(directory, unitNamed(revision.id)))?.before.push(revision);
  }
  for (const revision of revisions.classed)
    cells.get(heirIn(directory, unitNamed(revision.id)))?.classed.push(revision);
  return { cells: [...cells.values()], leftOut };
}

/** The names of all inputs, in order. */
function inputsOf<Report extends RevisionName>(
  { month, directory }: Counting,
  { reopening }: Countable<Report>,
  { cells, leftOut, besides }: Sorted<Report> & { readonly besides: Pick<CountedBesides, 'inputs'> },
): string[] {
  return [
    ...cells.flatMap(({ reports, before }) => [...before, ...reports]).map(reportInput),
    ...cells.flatMap(({ classed }) => classed).map(subjectsInput),
    ...besides.inputs,
    ...directoryInputs(month, directory),
    ...(reopening ? [reopeningInput(reopening)] : []),
    ...leftOut.map(leftOutInput),
  ].sort();
}

/** Whose input it is: the commune's where the thing is now, or the district's. */
function ownerIn(directory: Directory): (name: string) => UnitId {
  const standing = new Set(directory.communes.map(({ id }) => id));
  return (name) => {
    const commune = communeOf(heirIn(directory, unitNamed(name)));
    return standing.has(commune) ? commune : directory.district.id;
  };
}

const reportAs = (why: LeftOut['why']) => (name: string) => ({ kind: 'report', name, why }) as const;

/** The counted month of the district itself; all communes must have been counted. */
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
    leftOut: [...communes.flatMap(({ leftOut }) => leftOut), ...rest.leftOut],
  };
}

interface CellReports<Report extends RevisionName> {
  readonly cell: Unit;
  readonly reports: Report[];
  /** Thematic meetings of the quarter's earlier months. */
  readonly before: StoredRevision[];
  /** Regular meetings of the months to compare with, of which the subjects are told. */
  readonly classed: StoredRevision[];
}

const cellReports = <Report extends RevisionName>(cell: Unit): CellReports<Report> => ({
  ...{ cell, reports: [], before: [], classed: [] },
});

const reportsOf = (month: Month, revisions: readonly StoredRevision[]) =>
  revisions.map(({ report }) => report).filter(({ date }) => monthOf(date) === month);

/** Removes the reports of a cell that cannot be judged, and returns their names. */
function dropUnsound(of: CellReports<StoredRevision>, judge: (of: CellReports<StoredRevision>) => unknown): string[] {
  const sound = of.reports.filter((report) => isValid(() => judge({ ...of, reports: [report] })));
  const unsound = of.reports.filter((report) => !sound.includes(report));
  of.reports.splice(0, of.reports.length, ...sound);
  return unsound.map(nameOf);
}

/** The name that a scorecard gives to a report it counted. */
export function reportInput({ id, revision, digest }: RevisionName): string {
  return `${id}#${revision} ${digest}`;
}

const nameOf = ({ id, revision }: Pick<RevisionName, 'id' | 'revision'>) => `${id}#${revision}`;

/** Whether a check holds; if an item is so broken that the check throws, it does not. */
function isValid(check: () => unknown): boolean {
  try {
    return Boolean(check());
  } catch {
    return false;
  }
}
