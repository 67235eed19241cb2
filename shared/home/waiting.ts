import { pathTo } from '#shared/access/routes.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Things that wait longer than they should, beside the reader's own duties: how many, and of which month they are told. */
export type Waiting =
  /** Concerns past their term; with a level, those that wait there. */
  | { readonly kind: 'matters'; readonly level?: 'commune'; readonly count: number; readonly days: number }
  | { readonly kind: 'visits' | 'actions'; readonly count: number }
  /** Reports that wait for the reader's review; of a large district, as they were counted at an instant. */
  | { readonly kind: 'reviews'; readonly month: Month; readonly count: number; readonly countedAt?: Instant }
  /** The same of a large district where nobody has counted them yet. */
  | { readonly kind: 'uncounted-reviews'; readonly month: Month }
  | { readonly kind: 'tasks'; readonly month: Month; readonly count: number }
  /** Cells without a report. */
  | { readonly kind: 'calls'; readonly month: Month; readonly count: number; readonly late: boolean };

/** The page that lists exactly those. */
export function pathOfWaiting(waiting: Waiting, unit: UnitId): string {
  switch (waiting.kind) {
    case 'matters':
      return pathTo('/matters', {}, { unit, state: 'overdue', ...(waiting.level && { level: waiting.level }) });
    case 'visits':
      return pathTo('/visits', {}, { state: 'overdue' });
    case 'actions':
      return pathTo('/actions', {}, { unit, state: 'overdue' });
    case 'reviews':
    case 'uncounted-reviews':
      return pathTo('/reviews', {}, { unit, month: waiting.month });
    case 'tasks':
      return pathTo('/tasks', {}, { unit, month: waiting.month, state: 'overdue' });
    case 'calls':
      return pathTo('/calls', {}, { unit, month: waiting.month });
  }
}
