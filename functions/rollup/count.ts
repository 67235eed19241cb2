import { isIntact, type StoredRevision } from '#functions/store/report-store.ts';
import type { Inputs } from '#functions/store/scorecard-store.ts';
import { digestOf } from '#shared/digest.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant, Month } from '#shared/period.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { countCommunes, type Figures, mergeCommunes, mergeInputs } from '#shared/scorecards/count-district.ts';
import { countOtherInputs, type OtherInputs } from '#shared/scorecards/count-other-inputs.ts';
import { type Reopening, reopeningInput } from '#shared/scorecards/reopening.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { heirIn } from '#shared/units/directory-with-heirs.ts';
import { communeOf, type Directory, deadlines, type Unit, type UnitId } from '#shared/units/units.ts';

/** The inputs of a month: one revision of each report, and the other inputs. */
export interface Countable {
  readonly month: readonly StoredRevision[];
  /** Reports of the quarter's earlier months. */
  readonly before: readonly StoredRevision[];
  readonly besides: OtherInputs;
  /** The last time that the district opened the month again after its closing. */
  readonly reopening?: Reopening;
}

/** A unit's counted month: its figures, the names of all inputs, and a digest of those names. */
export interface CountedUnit {
  readonly figures: Figures;
  readonly inputs: Inputs;
  readonly inputsDigest: string;
}

/** The counted month of a district's communes. */
export interface Count {
  readonly communes: readonly CountedUnit[];
  /** Figures and inputs that belong to the district and to none of its communes. */
  readonly rest: { readonly tally: Tally; readonly inputs: Inputs };
  /** Reports that could not be counted: their digest is wrong, they cannot be judged, or their cell is not listed. */
  readonly rejected: readonly string[];
}

/**
 * Counts the month of a directory's communes.
 *
 * A bad item is left out and named; the others are counted. Only the thematic meetings of the quarter's earlier months
 * count; the roll-up of their own month names bad items among them.
 *
 * @param directory a district as it was in the month, with some or all of its communes
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
      cells.get(heirIn(directory, unitOf(revision.id)))?.before.push(revision);
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
    [
      ...counted.flatMap(({ reports, before }) => [...before, ...reports]).map(reportInput),
      ...besides.inputs,
      ...directoryInputs(month, directory),
      ...(revisions.reopening ? [reopeningInput(revisions.reopening)] : []),
    ].sort(),
    (input) => {
      const commune = communeOf(heirIn(directory, unitOf(input)));
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
  };
}

interface CellReports {
  readonly cell: Unit;
  readonly reports: StoredRevision[];
  /** Thematic meetings of the quarter's earlier months. */
  readonly before: StoredRevision[];
}

const cellReports = (cell: Unit): CellReports => ({ cell, reports: [], before: [] });

/** Removes the reports of a cell that cannot be judged, and returns their names. */
function dropUnsound(of: CellReports, judge: (of: CellReports) => unknown): string[] {
  const sound = of.reports.filter((report) => isValid(() => judge({ ...of, reports: [report] })));
  const unsound = of.reports.filter((report) => !sound.includes(report));
  of.reports.splice(0, of.reports.length, ...sound);
  return unsound.map(nameOf);
}

/** The name that a scorecard gives to a report it counted. */
export function reportInput({ id, revision, digest }: Pick<StoredRevision, 'id' | 'revision' | 'digest'>): string {
  return `${id}#${revision} ${digest}`;
}

const nameOf = ({ id, revision }: StoredRevision) => `${id}#${revision}`;

/** The unit in the id of a report, or in an input, which begins with one. */
function unitOf(id: string): UnitId {
  return id.split('_', 1)[0] as UnitId;
}

/** Whether a check holds; if an item is so broken that the check throws, it does not. */
function isValid(check: () => unknown): boolean {
  try {
    return Boolean(check());
  } catch {
    return false;
  }
}
