/** A role is a group of the user pool. */
export type Role = 'cell' | 'commune' | 'group' | 'district';
/** A function of the cloud, named for its right: which tables it may touch. */
export type RoutedFunction = 'web' | 'scorecards';

interface Route {
  readonly to: RoutedFunction;
  /** Who may ask at all; which units each may ask for is `shared/may.ts`. */
  readonly who: 'everyone' | readonly Role[];
}

const anyRole = ['cell', 'commune', 'group', 'district'] as const;

/** Every route there is. The cloud, the local system, the handlers and the links read this table and no other. */
export const routes = {
  'GET /health': { to: 'web', who: 'everyone' },
  'GET /sw.js': { to: 'web', who: 'everyone' },
  'GET /login': { to: 'web', who: 'everyone' },
  'POST /login': { to: 'web', who: 'everyone' },
  'POST /logout': { to: 'web', who: 'everyone' },
  'POST /password': { to: 'web', who: 'everyone' },
  'GET /': { to: 'web', who: anyRole },
  'GET /months/{month}': { to: 'web', who: anyRole },
  'GET /months/{month}/grid': { to: 'web', who: ['commune'] },
  'POST /months/{month}/grid': { to: 'web', who: ['commune'] },
  'GET /reports/new': { to: 'web', who: ['cell', 'commune', 'district'] },
  'POST /reports': { to: 'web', who: ['cell', 'commune', 'district'] },
  'GET /reports/{id}': { to: 'web', who: anyRole },
  'POST /reports/{id}': { to: 'web', who: anyRole },
  'GET /receipts': { to: 'web', who: anyRole },
  'GET /scorecards/{unit}/{month}': { to: 'scorecards', who: ['commune', 'group', 'district'] },
} as const satisfies Record<`${'GET' | 'POST'} /${string}`, Route>;

export type RouteKey = keyof typeof routes;
/** The routes that one function answers. */
export type RoutesTo<F extends RoutedFunction> = {
  [K in RouteKey]: (typeof routes)[K]['to'] extends F ? K : never;
}[RouteKey];

type PathOf<K> = K extends `${string} ${infer Path}` ? Path : never;
export type Path = PathOf<RouteKey>;
type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamsOf<Rest> : never;

/**
 * The address of a route.
 *
 * @example pathTo('/months/{month}', { month: '2021-02' }, { unit: 'hiep-hoa' }) //=> '/months/2021-02?unit=hiep-hoa'
 */
export function pathTo<P extends Path>(
  path: P,
  params: Record<ParamsOf<P>, string>,
  query: Readonly<Record<string, string>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] as string),
  );
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return search.length > 0 ? `${filled}?${search.join('&')}` : filled;
}

/** The route that a path leads to, as API Gateway would find it: fixed parts go before parameters. */
export function matchPath(
  method: 'GET' | 'POST',
  path: string,
): { readonly route: RouteKey; readonly params: Readonly<Record<string, string>> } | undefined {
  const asked = path.split('?')[0]?.split('/') ?? [];
  const found = (Object.keys(routes) as RouteKey[])
    .filter((route) => route.startsWith(`${method} `))
    .map((route) => ({ route, parts: route.slice(method.length + 1).split('/') }))
    .filter(
      ({ parts }) => parts.length === asked.length && parts.every((part, at) => isParam(part) || part === asked[at]),
    )
    .sort((a, b) => a.parts.filter(isParam).length - b.parts.filter(isParam).length)[0];
  if (!found) return undefined;
  try {
    const params = found.parts.flatMap((part, at) =>
      isParam(part) ? [[part.slice(1, -1), decodeURIComponent(asked[at] ?? '')]] : [],
    );
    return { route: found.route, params: Object.fromEntries(params) as Record<string, string> };
  } catch (error) {
    if (error instanceof URIError) return undefined; // an address that is no UTF-8 leads nowhere
    throw error;
  }
}

function isParam(part: string): boolean {
  return part.startsWith('{');
}
