import { beforeAll, describe, expect, it } from 'vitest';
import { accessOf, can, type Viewer } from '#shared/access/can.ts';
import { type RouteKey, routes } from '#shared/access/routes.ts';
import { addMonths } from '#shared/period.ts';
import type { Board } from '#shared/reports/board.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

/** How a route is asked about a unit, without changing anything; a route without a line here does not compile. */
interface Probe {
  /** What kinds of unit the route answers about; of others there is nothing, whoever asks. */
  readonly levels: readonly Unit['level'][];
  readonly ask: (visitor: Visitor, unit: UnitId, csrf: string) => Promise<Seen>;
  /** How a form says of a unit that it does not know it, where what was typed is kept and no 404 sent. */
  readonly refusal?: string;
  /** Hardly a unit has one: then its own people are told so, as strangers are. */
  readonly rare?: true;
}

const closedMonth = addMonths(lastMonth, -1);
const reportOf = new Map<UnitId, string>();
const reportPath = (unit: UnitId) => `/reports/${reportOf.get(unit) ?? `${unit}_${lastMonth}-03_regular`}`;
/** The account of a unit. Of what has none, one that does not exist. */
const accountOf = (unit: UnitId) =>
  ({ 'hiep-hoa': 'district', 'tan-yen': 'tan-yen', hiep: 'hiep-hoa' })[unit] ?? unit.split('.').slice(1).join('.');
const everyLevel = ['district', 'commune', 'cell'] as const;

const probes: Readonly<Record<RouteKey, Probe | 'names no unit'>> = {
  'GET /health': 'names no unit',
  'GET /sw.js': 'names no unit',
  'GET /login': 'names no unit',
  'POST /login': 'names no unit',
  'POST /login/code': 'names no unit',
  'POST /login/set-up': 'names no unit',
  'GET /login/forgotten': 'names no unit',
  'POST /login/forgotten': 'names no unit',
  'POST /login/new-password': 'names no unit',
  'POST /logout': 'names no unit',
  'POST /directory/second-factor': 'names no unit',
  'GET /account': 'names no unit',
  'POST /account': 'names no unit',
  'POST /account/mail': 'names no unit',
  'GET /unsubscribe': 'names no unit',
  'POST /unsubscribe': 'names no unit',
  'POST /password': 'names no unit',
  'GET /': 'names no unit',
  'GET /receipts': 'names no unit',
  'GET /guidance': 'names no unit',
  'POST /guidance': 'names no unit',
  'GET /guidance/files/new': 'names no unit',
  'GET /guidance/files/sent': 'names no unit',
  'POST /guidance/files': 'names no unit',
  'GET /guidance/files/{file}': 'names no unit',
  'POST /guidance/files/{file}': 'names no unit',
  'GET /themes/shared': 'names no unit',
  'GET /groups': 'names no unit',
  'POST /groups': 'names no unit',
  'GET /audit': 'names no unit',
  'GET /audit/{day}': 'names no unit',
  'GET /directory/users': {
    levels: everyLevel,
    ask: (visitor, unit) => visitor.get(`/directory/users?unit=${unit}`),
  },
  'POST /directory/users': {
    levels: everyLevel,
    ask: (visitor, unit, csrf) => visitor.post('/directory/users', { csrf, user: '!', role: 'cell', unit }),
    refusal: 'Không có đơn vị này.',
  },
  'GET /directory/users/{user}': {
    levels: ['district', 'commune'], // hardly a cell has an account of its own
    ask: (visitor, unit) => visitor.get(`/directory/users/${accountOf(unit)}`),
  },
  'POST /directory/users/{user}': {
    levels: ['district', 'commune'], // hardly a cell has an account of its own
    ask: (visitor, unit, csrf) => visitor.post(`/directory/users/${accountOf(unit)}`, { csrf, change: 'look' }),
  },
  'GET /months/{month}': {
    levels: everyLevel,
    ask: (visitor, unit) => visitor.get(`/months/${lastMonth}?unit=${unit}`),
  },
  'GET /months/{month}/grid': {
    levels: ['commune'],
    ask: (visitor, unit) => visitor.get(`/months/${thisMonth}/grid?unit=${unit}`),
  },
  'POST /months/{month}/grid': {
    levels: ['commune'],
    ask: (visitor, unit, csrf) => visitor.post(`/months/${thisMonth}/grid?unit=${unit}`, { csrf }),
  },
  'GET /reports/new': {
    levels: ['cell'],
    ask: (visitor, unit) => visitor.get(`/reports/new?cell=${unit}&month=${thisMonth}`),
  },
  'POST /reports': {
    levels: ['cell'],
    ask: (visitor, cell, csrf) => visitor.post('/reports', { csrf, cell, present: 'mười' }),
  },
  'GET /reports/{id}': { levels: ['cell'], ask: (visitor, unit) => visitor.get(reportPath(unit)) },
  'POST /reports/{id}': {
    levels: ['cell'],
    ask: (visitor, unit, csrf) => visitor.post(reportPath(unit), { csrf, action: 'look' }),
  },
  'GET /visits': 'names no unit',
  'GET /visits/new': 'names no unit',
  'POST /visits': {
    levels: ['commune', 'cell'],
    ask: (visitor, unit, csrf) => visitor.post('/visits', { csrf, action: 'plan', unit, date: 'mai' }),
    refusal: 'Cần chọn một trong các mục đã cho.',
  },
  'GET /visits/{id}': {
    levels: ['commune', 'cell'],
    ask: (visitor, unit) => visitor.get(`/visits/${unit}_${lastMonth}-03_visit-3`),
    rare: true,
  },
  'GET /matters': { levels: everyLevel, ask: (visitor, unit) => visitor.get(`/matters?unit=${unit}`) },
  'GET /matters/{id}': {
    levels: ['cell'],
    ask: (visitor, unit) => visitor.get(`/matters/${reportOf.get(unit) ?? `${unit}_${lastMonth}-03_regular`}_1`),
    rare: true,
  },
  'POST /matters/{id}': {
    levels: ['cell'],
    ask: (visitor, unit, csrf) => visitor.post(`/matters/${unit}_${lastMonth}-03_regular_1`, { csrf, step: 'look' }),
    rare: true,
  },
  'GET /themes': { levels: everyLevel, ask: (visitor, unit) => visitor.get(`/themes?unit=${unit}`) },
  'POST /themes': {
    levels: ['commune', 'cell'],
    ask: (visitor, unit, csrf) => visitor.post(`/themes?unit=${unit}`, { csrf, none: 'x' }),
  },
  'POST /themes/shared': {
    levels: ['cell'],
    ask: (visitor, unit, csrf) =>
      visitor.post('/themes/shared', { csrf, report: `${unit}_${lastMonth}-15_thematic`, action: 'look' }),
    rare: true,
  },
  'GET /officers': { levels: ['district', 'commune'], ask: (visitor, unit) => visitor.get(`/officers?unit=${unit}`) },
  'POST /officers': {
    levels: ['commune'],
    ask: (visitor, unit, csrf) => visitor.post(`/officers?unit=${unit}`, { csrf, action: 'assign', members: '' }),
  },
  'GET /scorecards/{unit}': {
    levels: ['district', 'commune'],
    ask: (visitor, unit) => visitor.get(`/scorecards/${unit}`),
  },
  'GET /reports/{id}/purge': { levels: ['cell'], ask: (visitor, unit) => visitor.get(`${reportPath(unit)}/purge`) },
  'POST /reports/{id}/purge': {
    levels: ['cell'],
    ask: (visitor, unit, csrf) => visitor.post(`${reportPath(unit)}/purge`, { csrf, step: 'look' }),
  },
  'GET /scorecards/{unit}/{month}': {
    levels: ['district', 'commune'],
    ask: (visitor, unit) => visitor.get(`/scorecards/${unit}/${lastMonth}.csv`),
  },
  'GET /scorecards/{unit}/{month}/reopen': {
    levels: ['district'],
    ask: (visitor, unit) => visitor.get(`/scorecards/${unit}/${closedMonth}/reopen`),
    rare: true, // a district that has just been entered has closed no month
  },
  'POST /scorecards/{unit}/{month}/reopen': {
    levels: ['district'],
    ask: (visitor, unit, csrf) => visitor.post(`/scorecards/${unit}/${closedMonth}/reopen`, { csrf, reason: ' ' }),
    rare: true,
  },
};

const home = { cell: 'hiep-hoa.thanh-van.thanh-binh', commune: 'hiep-hoa.thanh-van', district: 'hiep-hoa' };
const away = { cell: 'tan-yen.cao-xa.nguon', commune: 'tan-yen.cao-xa', district: 'tan-yen' };
const sameGroup = 'hiep-hoa.luong-phong';
const otherGroup = 'hiep-hoa.thai-son';

/** Who asks: each role, at home and in a district that is a stranger to it. */
const askers: readonly Viewer[] = [
  { user: 'thanh-van.thanh-binh', role: 'cell', unit: home.cell, scope: [home.cell] },
  { user: 'thanh-van', role: 'commune', unit: home.commune, scope: [home.commune] },
  {
    user: 'group3',
    role: 'group',
    unit: home.district,
    group: 3,
    scope: [home.commune, sameGroup, 'hiep-hoa.xuan-cam'],
  },
  { user: 'district', role: 'district', unit: home.district, scope: [home.district] },
  { user: 'cao-xa.nguon', role: 'cell', unit: away.cell, scope: [away.cell] },
  { user: 'cao-xa', role: 'commune', unit: away.commune, scope: [away.commune] },
  { user: 'tan-yen-1', role: 'group', unit: away.district, group: 1, scope: [away.commune] },
  { user: 'tan-yen', role: 'district', unit: away.district, scope: [away.district] },
];

/** Of whom: own, child, sibling, parent, foreign, and what only looks like one of them. */
const standing = new Set<UnitId>([...Object.values(home), ...Object.values(away), sameGroup, otherGroup]);
const lookalikes = ['hiep-hoa.thanh-van-2', 'hiep-hoa.thanh-van.thanh-binh-2', 'tan-yen.cao-xa.khong-co', 'hiep'];
const visitors = new Map<string, { readonly visitor: Visitor; readonly csrf: string }>();

beforeAll(async () => {
  reportOf.set(away.cell, await enterForeignDistrict());
  for (const { user } of askers) {
    const visitor = await Visitor.signedIn(user);
    visitors.set(user, { visitor, csrf: await visitor.csrf() });
  }
  for (const commune of [home.commune, sameGroup, otherGroup]) {
    // Not every cell has reported every month.
    for (const month of [lastMonth, addMonths(lastMonth, -1), addMonths(lastMonth, -2)]) {
      const board = await visitors.get('district')?.visitor.json(`/months/${month}?unit=${commune}`);
      for (const { cell, reports } of (board as Pick<Board, 'cells'>).cells) {
        if (reports[0] && !reportOf.has(cell.id)) reportOf.set(cell.id, reports[0].id);
      }
    }
    // A sibling of the cell that asks, and one cell of each other commune.
    const other = [...reportOf.keys()].find((cell) => parentOf(cell) === commune && cell !== home.cell);
    if (other) standing.add(other);
  }
}, 60_000);

const levelOf = (unit: UnitId) => (['district', 'commune', 'cell'] as const)[unit.split('.').length - 1];

/** What a working group opens of its district besides: it finds only its communes there. */
const ofDistrict: ReadonlySet<RouteKey> = new Set([
  'GET /months/{month}',
  'GET /matters',
  'GET /officers',
  'GET /themes',
]);

/** What the table says, and what a working group opens of its district. */
function isAllowed(asker: Viewer, route: RouteKey, unit: UnitId): boolean {
  const { permission } = routes[route];
  const ownBoard = ofDistrict.has(route) && asker.role === 'group' && unit === asker.unit;
  return (
    accessOf(asker.role, route) === 'scope' && (ownBoard || (permission !== 'none' && can(asker, permission, unit)))
  );
}

const routeKeys = Object.keys(routes) as RouteKey[];
const asked = { allowed: 0, refused: 0 };

describe.each(askers)('$role $user', (asker) => {
  it.each(routeKeys.filter((route) => probes[route] !== 'names no unit'))('%s: of which units', async (route) => {
    const { levels, ask, refusal, rare } = probes[route] as Probe;
    const { visitor, csrf } = visitors.get(asker.user) as { visitor: Visitor; csrf: string };
    const targets = [...standing, ...lookalikes].filter((unit) => levels.some((level) => level === levelOf(unit)));
    for (const unit of targets) {
      const { status, text } = await ask(visitor, unit, csrf);
      const said = isAllowed(asker, route, unit);
      asked[said ? 'allowed' : 'refused'] += 1;
      const isClosed = accessOf(asker.role, route) === 'closed';
      if (refusal && !isClosed) expect(text.includes(refusal), `${route} ${unit}`).toBe(!(said && standing.has(unit)));
      else if (!said) expect(status, `${route} ${unit}`).toBe(isClosed ? 403 : 404);
      else if (standing.has(unit))
        expect(rare ? [200, 400, 404, 422] : [200, 400, 422], `${route} ${unit}`).toContain(status);
      else expect([400, 404, 422], `${route} ${unit}`).toContain(status);
      // A refusal tells nothing of what it refuses.
      if (!said && unit !== asker.unit && (isClosed || !refusal))
        expect(text).not.toMatch(/Thái Sơn|Lương Phong|Cao Xá\b.*Nguồn/);
    }
  });
});

describe('nobody', () => {
  it.each(routeKeys.filter((route) => probes[route] !== 'names no unit'))('%s asks for signing in', async (route) => {
    const { ask } = probes[route] as Probe;
    for (const unit of [home.cell, home.commune, away.district]) {
      const seen = await ask(new Visitor(), unit, '');
      expect(seen.text).toContain('action="/login"');
      expect(seen.text).not.toContain('action="/logout"');
    }
  });

  it.each(routeKeys.filter((route) => routes[route].roles !== 'everyone' && probes[route] === 'names no unit'))(
    '%s asks for signing in',
    async (route) => {
      const path = route.slice('GET '.length).replace('{day}', '2026-11-24');
      const asked = route.startsWith('GET ') ? new Visitor().get(path) : new Visitor().post(path.slice(1), {});
      expect((await asked).text).toContain('action="/login"');
    },
  );
});

describe('what a step of a report takes', () => {
  const permissions = { amend: 'submit', return: 'review', confirm: 'review' } as const;

  it.each(askers)('$role $user', async (asker) => {
    const { visitor, csrf } = visitors.get(asker.user) as { visitor: Visitor; csrf: string };
    for (const [action, permission] of Object.entries(permissions)) {
      for (const [cell, id] of [...reportOf].filter(([unit]) => standing.has(unit))) {
        // Without a reason or figures nothing is stored; `confirm` needs neither, so it names no revision there is.
        const fields = { csrf, action, cell, baseRevision: '999', reason: '' };
        const { status } = await visitor.post(`/reports/${id}`, fields);
        const allowed = can(asker, permission, cell);
        asked[allowed ? 'allowed' : 'refused'] += 1;
        if (allowed) expect([409, 422], `${action} ${id}`).toContain(status);
        else expect([403, 404], `${action} ${id}`).toContain(status);
      }
    }
  });
});

it('these were hundreds of requests, of both kinds', () => {
  console.log(`Matrix: ${asked.allowed} allowed, ${asked.refused} refused`);
  expect(asked.allowed).toBeGreaterThan(100);
  expect(asked.refused).toBeGreaterThan(400);
});
