import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/** The board with a cell's month: the cell's own board for the cell itself, its commune's for others. */
export function boardPath({ session }: PageContext, cell: UnitId, month: Month): string {
  const unit = session?.role === 'cell' ? cell : (parentOf(cell) ?? cell);
  return pathTo('/months/{month}', { month }, { unit });
}
