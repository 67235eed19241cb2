import type { Viewer } from '#shared/access/can.ts';
import type { TrainingRevision } from '#shared/trainings/training.ts';
import { type Directory, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

type Held = Pick<TrainingRevision, 'unit'>;

/** The unit that holds a training, or has it now that its holder has ended. */
export function holderOf({ unit }: Held, { heirs }: Pick<Directory, 'heirs'>): UnitId {
  return heirs?.get(unit) ?? unit;
}

/** Whether a training is one of the reader's: the district sees all; others the district's and those around them. */
export function isOpenTo(training: Held, { role, scope }: Viewer, directory: Pick<Directory, 'heirs'>): boolean {
  const holder = holderOf(training, directory);
  return role === 'district' || scope.some((each) => isWithin(each, holder) || isWithin(holder, each));
}

/** Whether the reader holds a training: only the holder says what it is and who came. */
export function isHeldBy(training: Held, { role, unit }: Viewer, directory: Pick<Directory, 'heirs'>): boolean {
  return (role === 'district' || role === 'commune') && holderOf(training, directory) === unit;
}

/** The cells of which a reader sees who came. */
export function cellsIn(scope: readonly UnitId[], { cells }: Pick<Directory, 'cells'>): readonly Unit[] {
  return cells.filter(({ id }) => scope.some((each) => isWithin(id, each)));
}
