/** A role is a group of the user pool. */
export type Role = 'cell' | 'commune' | 'group' | 'district';
/** A function of the cloud, named after its permission: which tables it may touch. */
export type RoutedFunction = 'web' | 'scorecards' | 'directory' | 'guidance' | 'prepare' | 'steering';

/** What a person may do with a unit, its months and its reports. */
export type Permission = 'see' | 'submit' | 'review' | 'administer';

/** What a machine token of a district may be for; each use is taken as by somebody of a role. */
export const tokenScopes = {
  'reports:read': 'district',
  /** As the commune of the cell that reports: what only the board may do, a machine may not. */
  'reports:write': 'commune',
  'scorecards:read': 'district',
  'changes:read': 'district',
} as const satisfies Readonly<Record<string, Role>>;
export type TokenScope = keyof typeof tokenScopes;

interface Route {
  readonly function: RoutedFunction;
  /** Who may use the route at all. */
  readonly roles: 'everyone' | readonly Role[];
  /**
   * The permission needed at the unit that the address or the form names: the role must have it, and the unit must be
   * in the session's scope (`shared/access/can.ts`). `none`: no unit is named; the answer depends on the session alone.
   */
  readonly permission: Permission | 'none';
  /** The scope that a machine token needs here; absent: none is let in. */
  readonly token?: TokenScope;
  /** What its form may have in it besides fields: a list as a file. */
  readonly takes?: 'list';
}

/** How large a body may be, in bytes: more than the longest form, full. */
export const MOST_FORM_BYTES = 256 * 1024;
const MOST_LIST_BYTES = 2 * 1024 * 1024;

const anyRole = ['cell', 'commune', 'group', 'district'] as const;

/** All routes. The cloud, the local system, the handlers and the links read this one table. */
export const routes = {
  'GET /health': { function: 'web', roles: 'everyone', permission: 'none' },
  'GET /sw.js': { function: 'web', roles: 'everyone', permission: 'none' },
  'GET /api': { function: 'directory', roles: 'everyone', permission: 'none' },
  'GET /openapi.json': { function: 'directory', roles: 'everyone', permission: 'none' },
  'GET /login': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /login': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /login/code': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /login/set-up': { function: 'web', roles: 'everyone', permission: 'none' },
  'GET /login/forgotten': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /login/forgotten': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /login/new-password': { function: 'web', roles: 'everyone', permission: 'none' },
  'POST /logout': { function: 'web', roles: 'everyone', permission: 'none' },
  'GET /account': { function: 'web', roles: anyRole, permission: 'none' },
  'GET /account/key': { function: 'web', roles: anyRole, permission: 'none' },
  'POST /account': { function: 'web', roles: anyRole, permission: 'none' },
  'POST /account/password': { function: 'web', roles: anyRole, permission: 'none' },
  'POST /account/mail': { function: 'directory', roles: anyRole, permission: 'none' },
  'GET /unsubscribe': { function: 'directory', roles: 'everyone', permission: 'none' },
  'POST /unsubscribe': { function: 'directory', roles: 'everyone', permission: 'none' },
  'POST /password': { function: 'web', roles: 'everyone', permission: 'none' },
  'GET /': { function: 'web', roles: anyRole, permission: 'none' },
  'GET /calls': { function: 'web', roles: ['commune', 'group', 'district'], permission: 'see' },
  'GET /months/{month}': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /months/{month}/grid': { function: 'web', roles: ['commune'], permission: 'submit' },
  'POST /months/{month}/grid': { function: 'web', roles: ['commune'], permission: 'submit' },
  'GET /reports/new': {
    function: 'web',
    roles: ['cell', 'commune', 'district'],
    permission: 'submit',
    token: 'reports:write',
  },
  'POST /reports': {
    function: 'web',
    roles: ['cell', 'commune', 'district'],
    permission: 'submit',
    token: 'reports:write',
  },
  'GET /reports/template.xlsx': { function: 'web', roles: ['commune'], permission: 'submit' },
  'GET /reports/import': { function: 'web', roles: ['commune'], permission: 'submit' },
  'POST /reports/import': { function: 'web', roles: ['commune'], permission: 'submit', takes: 'list' },
  'GET /r/{month}/{cell}': { function: 'web', roles: ['cell', 'commune', 'district'], permission: 'submit' },
  'GET /reports/{id}': { function: 'web', roles: anyRole, permission: 'see', token: 'reports:read' },
  'POST /reports/{id}': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /reports/{id}/purge': { function: 'web', roles: ['district'], permission: 'administer' },
  'POST /reports/{id}/purge': { function: 'web', roles: ['district'], permission: 'administer' },
  'GET /reports/{id}/minutes.docx': { function: 'prepare', roles: anyRole, permission: 'see' },
  'GET /reports/{id}/minutes.pdf': { function: 'prepare', roles: anyRole, permission: 'see' },
  'GET /reports/{id}/resolution.docx': { function: 'prepare', roles: anyRole, permission: 'see' },
  'GET /reports/{id}/resolution.pdf': { function: 'prepare', roles: anyRole, permission: 'see' },
  'GET /reports/{id}/papers': { function: 'prepare', roles: anyRole, permission: 'see' },
  'POST /reports/{id}/papers': { function: 'prepare', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /reviews': { function: 'web', roles: ['commune', 'group', 'district'], permission: 'review' },
  'POST /reviews': { function: 'web', roles: ['commune', 'group', 'district'], permission: 'review' },
  'GET /results/{cell}': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /prepare': { function: 'prepare', roles: anyRole, permission: 'see' },
  'POST /prepare': { function: 'prepare', roles: ['cell', 'commune'], permission: 'submit' },
  'POST /prepare/proposals': { function: 'prepare', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /proposals/{code}': { function: 'prepare', roles: 'everyone', permission: 'none' },
  'POST /proposals/{code}': { function: 'prepare', roles: 'everyone', permission: 'none' },
  'GET /prepare.pdf': { function: 'prepare', roles: anyRole, permission: 'see' },
  'GET /search': { function: 'web', roles: anyRole, permission: 'none' },
  'GET /practice': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/prepare': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice/prepare': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/prepare.pdf': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice/library/{piece}/use': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/new': { function: 'web', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice/reports': { function: 'web', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}': { function: 'web', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice/reports/{id}': { function: 'web', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}/papers': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'POST /practice/reports/{id}/papers': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}/minutes.docx': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}/minutes.pdf': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}/resolution.docx': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /practice/reports/{id}/resolution.pdf': { function: 'prepare', roles: ['cell', 'commune'], permission: 'none' },
  'GET /receipts': { function: 'web', roles: anyRole, permission: 'none', token: 'reports:read' },
  'GET /changes': { function: 'web', roles: ['district'], permission: 'none', token: 'changes:read' },
  'GET /tasks': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /tasks/{id}': { function: 'web', roles: anyRole, permission: 'see' },
  'POST /tasks/{id}': { function: 'web', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /matters': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /matters/{id}': { function: 'web', roles: anyRole, permission: 'see' },
  'POST /matters/{id}': { function: 'web', roles: ['commune', 'district'], permission: 'see' },
  'GET /briefings/{unit}/{month}': {
    function: 'steering',
    roles: ['commune', 'group', 'district'],
    permission: 'see',
  },
  'POST /briefings/{unit}/{month}': { function: 'steering', roles: ['commune', 'district'], permission: 'submit' },
  'GET /summaries/{unit}': { function: 'steering', roles: ['commune', 'group', 'district'], permission: 'see' },
  'POST /summaries/{unit}': { function: 'steering', roles: ['commune', 'district'], permission: 'submit' },
  'GET /actions': { function: 'steering', roles: ['commune', 'group', 'district'], permission: 'see' },
  'POST /actions': { function: 'steering', roles: ['group', 'district'], permission: 'review' },
  'GET /actions/new': { function: 'steering', roles: ['group', 'district'], permission: 'review' },
  'GET /actions/{id}': { function: 'steering', roles: ['commune', 'group', 'district'], permission: 'see' },
  'POST /actions/{id}': { function: 'steering', roles: ['commune', 'group', 'district'], permission: 'see' },
  'GET /visits': { function: 'web', roles: ['commune', 'group', 'district'], permission: 'none' },
  'POST /visits': { function: 'web', roles: ['group'], permission: 'review' },
  'GET /visits/new': { function: 'web', roles: ['group'], permission: 'none' },
  'GET /visits/{id}': { function: 'web', roles: anyRole, permission: 'see' },
  'GET /officers': { function: 'web', roles: ['commune', 'group', 'district'], permission: 'see' },
  'POST /officers': { function: 'web', roles: ['commune', 'district'], permission: 'submit' },
  'GET /guidance': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /guidance': { function: 'guidance', roles: ['district'], permission: 'none' },
  'GET /guidance/files/new': { function: 'guidance', roles: ['district'], permission: 'none' },
  'GET /guidance/files/sent': { function: 'guidance', roles: ['district'], permission: 'none' },
  'POST /guidance/files': { function: 'guidance', roles: ['district'], permission: 'none' },
  'GET /guidance/files/{file}': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /guidance/files/{file}': { function: 'guidance', roles: ['district'], permission: 'none' },
  'GET /library': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /library': { function: 'guidance', roles: ['district'], permission: 'none' },
  'GET /library/{piece}': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /library/{piece}': { function: 'guidance', roles: ['district'], permission: 'none' },
  'POST /library/{piece}/use': { function: 'prepare', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /trainings': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /trainings': { function: 'guidance', roles: ['commune', 'district'], permission: 'none' },
  'GET /trainings/{training}': { function: 'guidance', roles: anyRole, permission: 'none' },
  'POST /trainings/{training}': { function: 'guidance', roles: ['commune', 'district'], permission: 'none' },
  'GET /trainings/{training}/check': { function: 'guidance', roles: ['cell', 'commune'], permission: 'none' },
  'POST /trainings/{training}/check': { function: 'guidance', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /trainings/{training}/figures': {
    function: 'guidance',
    roles: ['commune', 'group', 'district'],
    permission: 'none',
  },
  'GET /themes': { function: 'web', roles: anyRole, permission: 'see' },
  'POST /themes': { function: 'web', roles: ['cell', 'commune', 'district'], permission: 'submit' },
  'GET /targets': { function: 'web', roles: anyRole, permission: 'see' },
  'POST /targets': { function: 'web', roles: ['cell', 'commune'], permission: 'submit' },
  'GET /themes/shared': { function: 'web', roles: anyRole, permission: 'none' },
  'POST /themes/shared': { function: 'web', roles: ['commune', 'district'], permission: 'review' },
  'GET /groups': { function: 'directory', roles: ['commune', 'group', 'district'], permission: 'none' },
  'POST /groups': { function: 'directory', roles: ['district'], permission: 'none' },
  'GET /scorecards/{unit}': {
    function: 'scorecards',
    roles: ['commune', 'group', 'district'],
    permission: 'see',
    token: 'scorecards:read',
  },
  'GET /scorecards/{unit}/{month}': {
    function: 'scorecards',
    roles: ['commune', 'group', 'district'],
    permission: 'see',
    token: 'scorecards:read',
  },
  'GET /scorecards/{unit}/{month}/reopen': { function: 'directory', roles: ['district'], permission: 'administer' },
  'POST /scorecards/{unit}/{month}/reopen': { function: 'directory', roles: ['district'], permission: 'administer' },
  'GET /directory/users': { function: 'directory', roles: ['district'], permission: 'administer' },
  'POST /directory/users': { function: 'directory', roles: ['district'], permission: 'administer', takes: 'list' },
  'GET /directory/users/{user}': { function: 'directory', roles: ['district'], permission: 'administer' },
  'POST /directory/users/{user}': { function: 'directory', roles: ['district'], permission: 'administer' },
  'GET /directory/tokens': { function: 'directory', roles: ['district'], permission: 'none' },
  'POST /directory/tokens': { function: 'directory', roles: ['district'], permission: 'administer' },
  'GET /directory/units': { function: 'directory', roles: ['district'], permission: 'administer' },
  'POST /directory/units': { function: 'directory', roles: ['district'], permission: 'administer', takes: 'list' },
  'GET /directory/reorganise': { function: 'directory', roles: ['district'], permission: 'none' },
  'POST /directory/reorganise': { function: 'directory', roles: ['district'], permission: 'administer', takes: 'list' },
  'GET /directory/baseline': { function: 'directory', roles: ['district'], permission: 'none' },
  'POST /directory/baseline': { function: 'directory', roles: ['district'], permission: 'none' },
  'POST /directory/second-factor': { function: 'directory', roles: ['district'], permission: 'none' },
  'GET /audit': { function: 'directory', roles: ['district'], permission: 'none' },
  'GET /audit/{day}': { function: 'directory', roles: ['district'], permission: 'none' },
} as const satisfies Record<`${'GET' | 'POST'} /${string}`, Route>;

export type RouteKey = keyof typeof routes;

/** The scope that a machine token needs on a route, if any lets it in. */
export function tokenScopeOf(route: RouteKey): TokenScope | undefined {
  return Object.hasOwn(routes, route) ? (routes[route] as Route).token : undefined;
}

/** What programs read as everybody does, whatever token they send: whether there is a system, and how it is asked. */
const openToPrograms: readonly RouteKey[] = ['GET /health', 'GET /openapi.json'];

export function isOpenToPrograms(route: RouteKey): boolean {
  return openToPrograms.includes(route);
}

/** Whether a route takes a list as a file. */
export function takesList(route: RouteKey): boolean {
  return Object.hasOwn(routes, route) && (routes[route] as Route).takes === 'list';
}

/** The most bytes that a route reads of a body. */
export function mostBytesOf(route: RouteKey): number {
  return takesList(route) ? MOST_LIST_BYTES : MOST_FORM_BYTES;
}

/** The routes of one function. */
export type RoutesTo<F extends RoutedFunction> = {
  [K in RouteKey]: (typeof routes)[K]['function'] extends F ? K : never;
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
  return withQuery(filled, query);
}

/** An address with a query. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return search.length > 0 ? `${path}?${search.join('&')}` : path;
}

/** Finds the route of a path as API Gateway does: fixed parts take precedence over parameters. */
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
    if (error instanceof URIError) return undefined; // an address that is not UTF-8 matches no route
    throw error;
  }
}

function isParam(part: string): boolean {
  return part.startsWith('{');
}
