import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import type { TrainingStore } from '#functions/store/training-store.ts';
import { inOrder, isMaterial, type PieceRevision } from '#shared/library/piece.ts';
import { type Day, dayAt, monthAt } from '#shared/period.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import { reachFrom, trainedCells } from '#shared/trainings/reach.ts';
import { piecesField, type TrainingRevision } from '#shared/trainings/training.ts';
import { cellsIn, isOpenTo } from '#shared/trainings/visibility.ts';
import { type Directory, districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

export interface TrainingsDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly library: Pick<LibraryStore, 'all'>;
  readonly trainings: Pick<TrainingStore, 'between'>;
}

/** What a reader may see of the trainings of a year. */
export interface LoadedTrainings {
  readonly directory: Directory;
  readonly year: number;
  readonly today: Day;
  /** Those of the year, the latest first. */
  readonly trainings: readonly TrainingRevision[];
  /** The cells of the reader. */
  readonly cells: readonly Unit[];
  /** The cells whose secretary was trained in the last twelve months. */
  readonly trained: ReadonlySet<UnitId>;
  /** The pieces of the guidebook on how meetings are held. */
  readonly material: ChoicesField;
}

/** Reads the trainings of a year, and those of the last twelve months; `undefined` if the district does not stand. */
export async function loadTrainings(request: SignedIn, deps: TrainingsDeps): Promise<LoadedTrainings | undefined> {
  const { viewer, now, query } = request;
  const district = districtOf(viewer.unit);
  const today = dayAt(now);
  const thisYear = Number(today.slice(0, 4));
  const asked = /^20\d\d$/.test(query['year'] ?? '') ? Number(query['year']) : thisYear;
  const year = Math.min(asked, thisYear + 1);
  const read = (from: string, to: string) => deps.trainings.between(district, from as Day, to as Day);
  const [directory, ofYear, recent, pieces] = await Promise.all([
    deps.directory.directory(district, monthAt(now)),
    read(`${year}-01-01`, `${year}-12-31`),
    read(reachFrom(today), today),
    loadPieces(district, deps),
  ]);
  if (!directory) return undefined;
  const { heirs } = directory;
  return {
    directory,
    year,
    today,
    trainings: ofYear.filter((each) => isOpenTo(each, viewer, directory)).reverse(),
    cells: cellsIn(viewer.scope, directory),
    trained: trainedCells(recent, 'secretary', { today, ...(heirs && { heirs }) }),
    material: piecesField(pieces),
  };
}

/** The pieces of the guidebook from which a course may choose: those on how meetings are held, and those to rehearse. */
export async function loadPieces(
  district: UnitId,
  { library }: Pick<TrainingsDeps, 'library'>,
): Promise<readonly PieceRevision[]> {
  const all = await library.all(district);
  return inOrder(all.filter(({ subject, withdrawn }) => isMaterial(subject) && withdrawn === undefined));
}
