import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/**
 * The board with a cell's month: its commune's or, for the cell itself, its own; so too for a commune to which it came later,
 * and which does not see the one where it was.
 */
export function boardPath({ session }: PageContext, cell: UnitId, month: Month): string {
  const above = parentOf(cell) ?? cell;
  const isOther = session?.role === 'commune' && session.unit !== above;
  const unit = session?.role === 'cell' || isOther ? cell : above;
  return pathTo('/months/{month}', { month }, { unit });
}
