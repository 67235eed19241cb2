import { loadPieces } from '#functions/guidance/trainings/load-trainings.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { typesFor } from '#functions/http/types-for.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { LibraryStore } from '#functions/store/library-store.ts';
import type { TrainingCheckStore } from '#functions/store/training-check-store.ts';
import type { TrainingStore } from '#functions/store/training-store.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import { type Day, dayAt, monthAt } from '#shared/period.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import { type Seats, seatsNow } from '#shared/trainings/attendance.ts';
import type { CheckRevision } from '#shared/trainings/check.ts';
import { parseTrainingName, piecesField, type TrainingRevision } from '#shared/trainings/training.ts';
import { cellsIn, isHeldBy, isOpenTo } from '#shared/trainings/visibility.ts';
import { type Directory, districtOf, isWithin, type Unit } from '#shared/units/units.ts';

export interface TrainingDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly library: Pick<LibraryStore, 'all'>;
  readonly trainings: Pick<TrainingStore, 'revisionsOf'>;
  readonly checks: Pick<TrainingCheckStore, 'of'>;
}

/** A training as somebody sees it. */
export interface LoadedTraining {
  readonly training: TrainingRevision;
  readonly history: readonly TrainingRevision[];
  readonly directory: Directory;
  readonly today: Day;
  /** Whether the reader holds it, and so may write. */
  readonly holds: boolean;
  /** The cells of the reader. */
  readonly cells: readonly Unit[];
  /** Their communes; the page shows one of them, `page` from 1. */
  readonly communes: readonly Unit[];
  readonly page: number;
  readonly seats: Seats;
  /** How the check went at the reader's cells. */
  readonly checks: readonly CheckRevision[];
  readonly material: ChoicesField;
  /** The pieces of the guidebook that the course uses and the reader may open. */
  readonly pieces: readonly PieceRevision[];
}

/** Reads a training; `undefined` if there is none, or it is none of the reader's. */
export async function loadTraining(request: SignedIn, deps: TrainingDeps): Promise<LoadedTraining | undefined> {
  const { params, query, viewer, now } = request;
  const key = parseTrainingName(params['training']);
  if (!key) return undefined;
  const district = districtOf(viewer.unit);
  const [directory, history, pieces, checks] = await Promise.all([
    deps.directory.directory(district, monthAt(now)),
    deps.trainings.revisionsOf(district, key),
    loadPieces(district, deps),
    deps.checks.of(district, key),
  ]);
  const training = history.at(-1);
  if (!directory || !training || !isOpenTo(training, viewer, directory)) return undefined;
  const holds = isHeldBy(training, viewer, directory);
  const cells = cellsIn(viewer.scope, directory);
  const communes = directory.communes.filter(({ id }) => cells.some((cell) => isWithin(cell.id, id)));
  return {
    training,
    history,
    directory,
    today: dayAt(now),
    holds,
    cells,
    communes,
    page: Math.min(Math.max(1, parseCount(query['page'] ?? '') ?? 1), Math.max(1, communes.length)),
    seats: seatsNow(training.seats, directory.heirs),
    checks: checks.filter(({ cell }) => cells.some(({ id }) => id === cell)),
    material: piecesField(pieces),
    pieces: pieces.filter(
      ({ number, types }) =>
        training.pieces.includes(number) && (viewer.role === 'district' || isFor(types, typesFor(request, directory))),
    ),
  };
}
