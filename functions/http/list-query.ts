type Query = Readonly<Record<string, string | undefined>>;

/** The parts of an address that choose a list. The page of one of its rows keeps them, and leads on within the list. */
export type ListQuery = Readonly<Record<string, string>>;

/**
 * Reads which list a page is one of.
 *
 * @param names what may choose a list; `unit` must be among what is given
 * @returns `undefined` where the address names none: the page stands by itself
 */
export function listQuery(query: Query, names: readonly string[]): ListQuery | undefined {
  if (query['unit'] === undefined) return undefined;
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
}
