import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { can, type Viewer } from '#shared/access/can.ts';
import { type Role, type RouteKey, routes } from '#shared/access/routes.ts';
import type { Actor } from '#shared/access/session.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Report } from '#shared/reports/report.ts';
import { hasAttended } from '#shared/reviews/has-attended.ts';
import { isOwnEntry } from '#shared/reviews/own-entry.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';
import { type Post, type Probe, plainFields, probes } from '#test/system/access/probes.ts';
import {
  type Asking,
  askers,
  askingAs,
  away,
  enterTwoDistricts,
  home,
  levelOf,
  lookalikes,
  nothing,
  reported,
  standing,
} from '#test/system/access/two-districts.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

beforeAll(enterTwoDistricts);

/** The units whose page a working group opens of its district besides: it finds only its communes there. */
const ofDistrict: ReadonlySet<RouteKey> = new Set([
  'GET /months/{month}',
  'GET /tasks',
  'GET /matters',
  'GET /actions',
  'GET /officers',
  'GET /themes',
  'GET /reviews',
  'POST /reviews',
]);

function isClosed({ asker }: Asking, route: RouteKey): boolean {
  return !(routes[route].roles as readonly Role[]).includes(asker.role);
}

/** What the table of routes says of a field's unit, and what a working group opens of its district. */
function isAllowed(asking: Asking, route: RouteKey, probe: Probe, unit: UnitId): boolean {
  const { asker } = asking;
  if (isClosed(asking, route)) return false;
  if (ofDistrict.has(route) && asker.role === 'group' && unit === asker.unit) return true;
  const permission = probe.permission ?? routes[route].permission;
  if (permission === 'none' || !can(asker, permission, unit)) return false;
  return probe.within === undefined || isWithin(unit, probe.within(asking));
}

const fieldsOf = (Object.keys(routes) as RouteKey[]).flatMap((route) => {
  const asked = probes[route];
  return asked === 'names no unit' ? [] : asked.map((probe) => ({ route, field: probe.field, probe }));
});
const asked = { allowed: 0, refused: 0, alike: 0 };

/** As a form, and as JSON from people of another district: that is asked about less. */
function posting({ visitor, csrf }: Asking, as: 'form' | 'json'): Post {
  return (path, fields) =>
    as === 'form' ? visitor.post(path, { csrf, ...fields }) : visitor.postJson(path, fields, { 'x-csrf-token': csrf });
}

/** What was answered about one name, as it would be of another. JSON also points at a field by its parts. */
function answerAs(name: string, { asked: other, status, text }: Answered): string {
  const spelled = [String, encodeURIComponent, capitalized, (each: string) => each.replaceAll('.', '/')];
  return `${status} ${spelled.reduce((said, spell) => said.replaceAll(spell(other), spell(name)), text)}`;
}

interface Answered extends Seen {
  /** The name that was asked about. */
  readonly asked: string;
}

describe.each(askers)('$role $user', ({ user }) => {
  it.each(fieldsOf)('$route, $field: of which units', async ({ route, probe }) => {
    const { levels, name = (unit) => unit, refusal, quiet, rare, harmful } = probe;
    const asking = askingAs(user);
    const isForeign = (unit: UnitId) => districtOf(unit) !== districtOf(asking.asker.unit);
    const ask = async (unit: UnitId, as: 'form' | 'json'): Promise<Answered> => ({
      ...(await probe.ask({ ...asking, post: posting(asking, as) }, name(unit))),
      asked: name(unit),
    });
    const whole = ({ status, text }: Seen) => `${status} ${text}`;
    const closed = isClosed(asking, route);
    for (const level of levels) {
      const inJson = route.startsWith('POST ') && !closed;
      const none = {
        form: await ask(nothing[level], 'form'),
        json: inJson ? await ask(nothing[level], 'json') : undefined,
      };
      const units = [...standing, ...lookalikes].filter((each) => levelOf(each) === level);
      // A role that the route is closed to is refused before anything is read: one unit will do.
      for (const unit of closed ? units.slice(0, 1) : units) {
        if (harmful && !isForeign(unit)) continue;
        const seen = await ask(unit, 'form');
        const said = isAllowed(asking, route, probe, unit);
        const exists = standing.has(unit);
        asked[said ? 'allowed' : 'refused'] += 1;
        if (!said) {
          if (closed) expect(seen.status, unit).toBe(403);
          else if (refusal) expect(seen.text, unit).toContain(refusal(name(unit)));
          else if (!quiet) expect(seen.status, unit).toBe(404);
          // What is elsewhere is answered as what is nowhere.
          expect(whole(seen), unit).toBe(answerAs(name(unit), none.form));
          if (none.json && exists && isForeign(unit)) {
            asked.alike += 1;
            expect(whole(await ask(unit, 'json')), unit).toBe(answerAs(name(unit), none.json));
          }
        } else if (quiet) expect([200, 409, 422], unit).toContain(seen.status);
        else if (refusal) {
          if (!rare) expect(seen.text.includes(refusal(name(unit))), unit).toBe(!exists);
        } else if (exists) expect(rare ? [200, 400, 404, 422] : [200, 400, 422], unit).toContain(seen.status);
        else expect([400, 404, 422], unit).toContain(seen.status);
      }
    }
  });
});

it('no action reads a field that is neither asked about here nor said to name nothing', () => {
  const read = ['web', 'directory', 'guidance', 'prepare', 'scorecards', 'steering'].flatMap((folder) =>
    globSync(`functions/${folder}/**/*.{ts,tsx}`).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const taken = [...source.matchAll(/const \{([^}]*)\} = (?:request\.)?(?:body|query)\b/g)];
      return [
        ...[...source.matchAll(/\b(?:query|body|params|typed)\['(\w+)'\]/g)].map(([, name = '']) => name),
        ...taken.flatMap(([, names = '']) => [...names.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = '']) => name)),
      ];
    }),
  );
  const known = new Set([...plainFields, ...fieldsOf.flatMap(({ field }) => field.split(/\W+/))]);
  expect(new Set(read).size).toBeGreaterThan(40);
  expect([...new Set(read)].filter((name) => !known.has(name))).toEqual([]);
});

describe('nobody', () => {
  it.each(fieldsOf)('$route, $field asks for signing in', async ({ probe }) => {
    const visitor = new Visitor();
    const nobody = {
      ...askingAs('district'),
      visitor,
      csrf: '',
      post: posting({ ...askingAs('district'), visitor, csrf: '' }, 'form'),
    };
    for (const unit of [home.cell, home.commune, away.district]) {
      const seen = await probe.ask(nobody, (probe.name ?? String)(unit));
      expect(seen.text).toContain('action="/login"');
      expect(seen.text).not.toContain('action="/logout"');
    }
  });

  const others = (Object.keys(routes) as RouteKey[]).filter(
    (route) => routes[route].roles !== 'everyone' && probes[route] === 'names no unit',
  );
  it.each(others)('%s asks for signing in', async (route) => {
    const path = route.slice('GET '.length).replace('{day}', '2026-11-24');
    const seen = route.startsWith('GET ') ? new Visitor().get(path) : new Visitor().post(path.slice(1), {});
    expect((await seen).text).toContain('action="/login"');
  });
});

interface Known {
  /** Who has sent or amended it: nobody confirms an own entry. */
  readonly by: readonly Actor[];
  /** Working groups confirm only meetings that one attended. */
  readonly report: Pick<Report, 'attendedBy'>;
}

/** What decides about each report that is asked about. */
async function knownReports(): Promise<ReadonlyMap<string, Known>> {
  const hands = reported().map(async ([cell, { id }]) => {
    const board = askingAs(districtOf(cell) === 'hiep-hoa' ? 'district' : 'tan-yen.district').visitor;
    const { report, revisions } = (await board.json(`/reports/${id}`)) as {
      report: Known['report'];
      revisions: readonly { readonly state: string; readonly by: Actor }[];
    };
    const by = revisions.filter(({ state }) => state === 'submitted').map((each) => each.by);
    return [id, { by, report }] as const;
  });
  return new Map(await Promise.all(hands));
}

describe('what a step of a report takes', () => {
  const steps: Readonly<Record<string, (asker: Viewer, cell: UnitId) => boolean>> = {
    amend: (asker, cell) => can(asker, 'submit', cell),
    return: (asker, cell) => can(asker, 'review', cell),
    confirm: (asker, cell) => can(asker, 'review', cell),
    // A month that is open, or that the reader may amend, needs no asking.
    ask: (asker, cell) => asker.role === 'commune' && can(asker, 'submit', cell),
    refuse: (asker, cell) => asker.role === 'district' && can(asker, 'administer', cell),
  };

  let known: Awaited<ReturnType<typeof knownReports>>;
  beforeAll(async () => {
    known = await knownReports(); // once: whoever asks for a step here stores nothing
  });

  it.each(askers)('$role $user', async ({ user }) => {
    const { asker, visitor, csrf } = askingAs(user);
    for (const [action, isFor] of Object.entries(steps)) {
      for (const [cell, { id }] of reported()) {
        // Without a reason or figures nothing is stored; `confirm` needs neither, so it names no revision there is.
        const fields = { csrf, action, cell, baseRevision: '999', reason: '', ask: '999' };
        const { status } = await visitor.post(`/reports/${id}`, fields);
        const { by, report } = known.get(id) as Known;
        const mayConfirm = !isOwnEntry(asker, by) && hasAttended(asker, report);
        const allowed = isFor(asker, cell) && (action !== 'confirm' || mayConfirm);
        asked[allowed ? 'allowed' : 'refused'] += 1;
        // Nobody has asked so often.
        const expected = action === 'refuse' ? [404] : [409, 422];
        if (allowed) expect(expected, `${action} ${id}`).toContain(status);
        else expect([403, 404], `${action} ${id}`).toContain(status);
        if (action === 'refuse' && can(asker, 'see', cell)) expect(status, id).toBe(allowed ? 404 : 403);
      }
    }
  });
});

it('these were thousands of requests, of both kinds', () => {
  const named = new Set(fieldsOf.map(({ route }) => route)).size;
  console.log(
    `Matrix: ${Object.keys(routes).length} routes, ${named} of them name units in ${fieldsOf.length} fields; ` +
      `${asked.allowed} allowed, ${asked.refused} refused, ${asked.alike} of those as JSON too`,
  );
  expect(asked.allowed).toBeGreaterThan(200);
  expect(asked.refused).toBeGreaterThan(2000);
});
