import { hasWords } from '#shared/language/has-words.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';

/** Some of a unit's cells, where they are too many for one page. */
export interface CellsPage {
  readonly cells: readonly Unit[];
  /** Where the first of them stands among those that are meant, from 1; 0 where none is meant. */
  readonly first: number;
  /** How many are meant, on all pages. */
  readonly of: number;
  /** The page before begins after this cell; `''`: at the beginning. Absent on the first page. */
  readonly previous?: UnitId;
  /** The page that follows begins after this cell; absent on the last page. */
  readonly next?: UnitId;
  /** Part of a name for which the reader looked. */
  readonly typed: string;
  /** What of the address says which cells are shown: a form of the page is sent to the same. */
  readonly place: Readonly<Record<string, string>>;
  /** Whether the unit has more cells than one page: only then is anything said of pages. */
  readonly isLong: boolean;
}

/** So many cells of each page fit the first answer, with the forms around them. */
export const cellsAPage = { grid: 60, officers: 50, themes: 30 } as const;

type Query = Readonly<Record<string, string | undefined>>;

/** What of an address says which cells are shown: a form that was sent leads to the same again. */
export function placeIn({ after, q }: Query): Readonly<Record<string, string>> {
  return { ...(q && { q }), ...(after && { after }) };
}

/**
 * One page of a unit's cells. It begins after a cell, not at a number: what is done on a page takes no cell of the next
 * one away.
 *
 * @param cells all, in their order
 * @param query `after`: the cell before the page; `q`: part of a name
 * @param most cells of a page
 * @param isMeant leaves out cells that are not meant
 */
export function cellsPage(
  cells: readonly Unit[],
  query: Query,
  most: number,
  isMeant: (cell: Unit) => boolean = () => true,
): CellsPage {
  const all = cells.filter(isMeant);
  const typed = cells.length > most ? (query['q']?.trim() ?? '') : '';
  const found = all.filter((cell) => hasWords(fullName(cell), typed));
  const last = cells.findIndex(({ id }) => id === query['after']);
  const before = new Set(cells.slice(0, last + 1));
  const begin = cells.length > most ? found.filter((cell) => before.has(cell)).length : 0;
  const shown = found.slice(begin, begin + most);
  const next = begin + most < found.length ? shown.at(-1)?.id : undefined;
  return {
    cells: shown,
    first: shown.length > 0 ? begin + 1 : 0,
    of: found.length,
    ...(begin > 0 && { previous: found[begin - most - 1]?.id ?? '' }),
    ...(next !== undefined && { next }),
    typed,
    place: cells.length > most ? placeIn(query) : {},
    isLong: cells.length > most,
  };
}
