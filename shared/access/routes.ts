/** A role is a group of the user pool. */
export type Role = 'cell' | 'commune' | 'group' | 'district';
/** A function of the cloud, named for its right: which tables it may touch. */
export type RoutedFunction = 'web' | 'scorecards' | 'directory' | 'guidance';

/** What a person can do to a unit, its month or a report of it. */
export type Deed = 'see' | 'submit' | 'review' | 'administer';

interface Route {
  readonly to: RoutedFunction;
  /** Who may ask at all. */
  readonly who: 'everyone' | readonly Role[];
  /**
   * What is done to the unit that the address or the form names: the role must have the deed, and the unit be in the
   * asker's scope (`shared/access/may.ts`). `none`: no unit is named, the answer follows from the session alone.
   */
  readonly deed: Deed | 'none';
}

const anyRole = ['cell', 'commune', 'group', 'district'] as const;

/** Every route there is. The cloud, the local system, the handlers and the links read this table and no other. */
export const routes = {
  'GET /health': { to: 'web', who: 'everyone', deed: 'none' },
  'GET /sw.js': { to: 'web', who: 'everyone', deed: 'none' },
  'GET /login': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /login': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /login/code': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /login/set-up': { to: 'web', who: 'everyone', deed: 'none' },
  'GET /login/forgotten': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /login/forgotten': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /login/new-password': { to: 'web', who: 'everyone', deed: 'none' },
  'POST /logout': { to: 'web', who: 'everyone', deed: 'none' },
  'GET /account': { to: 'web', who: anyRole, deed: 'none' },
  'POST /account': { to: 'web', who: anyRole, deed: 'none' },
  'POST /account/mail': { to: 'directory', who: anyRole, deed: 'none' },
  'GET /unsubscribe': { to: 'directory', who: 'everyone', deed: 'none' },
  'POST /unsubscribe': { to: 'directory', who: 'everyone', deed: 'none' },
  'POST /password': { to: 'web', who: 'everyone', deed: 'none' },
  'GET /': { to: 'web', who: anyRole, deed: 'none' },
  'GET /months/{month}': { to: 'web', who: anyRole, deed: 'see' },
  'GET /months/{month}/grid': { to: 'web', who: ['commune'], deed: 'submit' },
  'POST /months/{month}/grid': { to: 'web', who: ['commune'], deed: 'submit' },
  'GET /reports/new': { to: 'web', who: ['cell', 'commune', 'district'], deed: 'submit' },
  'POST /reports': { to: 'web', who: ['cell', 'commune', 'district'], deed: 'submit' },
  'GET /reports/{id}': { to: 'web', who: anyRole, deed: 'see' },
  'POST /reports/{id}': { to: 'web', who: anyRole, deed: 'see' },
  'GET /reports/{id}/purge': { to: 'web', who: ['district'], deed: 'administer' },
  'POST /reports/{id}/purge': { to: 'web', who: ['district'], deed: 'administer' },
  'GET /receipts': { to: 'web', who: anyRole, deed: 'none' },
  'GET /matters': { to: 'web', who: anyRole, deed: 'see' },
  'GET /matters/{id}': { to: 'web', who: anyRole, deed: 'see' },
  'POST /matters/{id}': { to: 'web', who: ['commune', 'district'], deed: 'see' },
  'GET /visits': { to: 'web', who: ['commune', 'group', 'district'], deed: 'none' },
  'POST /visits': { to: 'web', who: ['group'], deed: 'review' },
  'GET /visits/new': { to: 'web', who: ['group'], deed: 'none' },
  'GET /visits/{id}': { to: 'web', who: anyRole, deed: 'see' },
  'GET /officers': { to: 'web', who: ['commune', 'group', 'district'], deed: 'see' },
  'POST /officers': { to: 'web', who: ['commune', 'district'], deed: 'submit' },
  'GET /guidance': { to: 'guidance', who: anyRole, deed: 'none' },
  'POST /guidance': { to: 'guidance', who: ['district'], deed: 'none' },
  'GET /guidance/files/new': { to: 'guidance', who: ['district'], deed: 'none' },
  'GET /guidance/files/sent': { to: 'guidance', who: ['district'], deed: 'none' },
  'POST /guidance/files': { to: 'guidance', who: ['district'], deed: 'none' },
  'GET /guidance/files/{file}': { to: 'guidance', who: anyRole, deed: 'none' },
  'POST /guidance/files/{file}': { to: 'guidance', who: ['district'], deed: 'none' },
  'GET /themes': { to: 'web', who: anyRole, deed: 'see' },
  'POST /themes': { to: 'web', who: ['cell', 'commune', 'district'], deed: 'submit' },
  'GET /themes/shared': { to: 'web', who: anyRole, deed: 'none' },
  'POST /themes/shared': { to: 'web', who: ['commune', 'district'], deed: 'review' },
  'GET /groups': { to: 'directory', who: ['commune', 'group', 'district'], deed: 'none' },
  'POST /groups': { to: 'directory', who: ['district'], deed: 'none' },
  'GET /scorecards/{unit}': { to: 'scorecards', who: ['commune', 'group', 'district'], deed: 'see' },
  'GET /scorecards/{unit}/{month}': { to: 'scorecards', who: ['commune', 'group', 'district'], deed: 'see' },
  'GET /directory/users': { to: 'directory', who: ['district'], deed: 'administer' },
  'POST /directory/users': { to: 'directory', who: ['district'], deed: 'administer' },
  'GET /directory/users/{user}': { to: 'directory', who: ['district'], deed: 'administer' },
  'POST /directory/users/{user}': { to: 'directory', who: ['district'], deed: 'administer' },
  'POST /directory/second-factor': { to: 'directory', who: ['district'], deed: 'none' },
  'GET /audit': { to: 'directory', who: ['district'], deed: 'none' },
  'GET /audit/{day}': { to: 'directory', who: ['district'], deed: 'none' },
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
