import type { Typed } from '#shared/input/typed.ts';
import { toTyped, typedDay, typedFields } from '#shared/reports/to-typed.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** A visit as the fields of its form. A planned visit has no report yet. */
export function typedVisit({ unit, date, member, report }: Visit): Typed {
  const { points = {}, matters = [], ...words } = report ?? {};
  return Object.fromEntries([
    ...typedFields('', { unit, date: typedDay(date), ...(member !== undefined && { member }), ...words }),
    ...Object.entries(toTyped({ points, matters })),
  ]);
}
