import type { SignedIn } from '#functions/http/http-handler.tsx';
import { can } from '#shared/access/can.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import type { Directory } from '#shared/units/units.ts';

/** The types of cell that concern a reader; `?type=` narrows them to one. */
export function typesFor(
  { query, viewer }: Pick<SignedIn, 'query' | 'viewer'>,
  { cells }: Directory,
): ReadonlySet<CellType | undefined> {
  const own = new Set(cells.filter(({ id }) => can(viewer, 'see', id)).map(({ type }) => type));
  const asked = [...own].find((type) => type === query['type']);
  return asked ? new Set([asked]) : own;
}
