import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/** The path of the board that shows a cell's month: its commune's board, but its own for the cell itself. */
export function boardPath({ session }: PageContext, cell: UnitId, month: Month): string {
  const unit = session?.role === 'cell' ? cell : (parentOf(cell) ?? cell);
  return pathTo('/months/{month}', { month }, { unit });
}
