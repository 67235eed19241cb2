import { type Account, roles } from '#shared/access/accounts.ts';
import type { ApiToken } from '#shared/access/api-token.ts';
import { type AuditEntry, auditKinds } from '#shared/access/audit.ts';
import { type RouteKey, tokenScopes } from '#shared/access/routes.ts';
import { count, instant, list, month, named, partsOf, type Schema, shows, text } from '#shared/api/schema.ts';
import type { Unit } from '#shared/units/units.ts';

const yesNo: Schema = { type: 'boolean' };
const levels: Schema = { enum: ['district', 'commune', 'cell'] satisfies Unit['level'][] };
const unit = partsOf<Unit>({ id: text, name: text, kind: text, level: levels, from: month });
const account = { user: text, role: { enum: roles }, unit: text, enabled: yesNo, mustChoose: yesNo };
const entry = partsOf<AuditEntry>({
  ...{ number: count, kind: { enum: auditKinds }, at: instant, from: text, previous: text, digest: text },
});
const audit = shows({ district: text, day: text, whole: yesNo, entries: list(entry) });

/** The home of whoever asks, and what a district keeps of its units, accounts and record. */
export const keepingSchemas = {
  'GET /': shows({
    unit: text,
    week: shows({
      open: list(shows({ month })),
      helped: list(shows({ unit: text, missed: list(text) })),
      alike: count,
    }),
    duties: list(shows({ kind: text })),
    waiting: list(shows({ kind: text })),
    asks: list(shows({ id: text, number: count, by: named('Actor'), at: instant, reason: text })),
  }),
  'GET /audit': audit,
  'GET /audit/{day}': audit,
  'GET /directory/units': shows({ unit: text, units: list(unit) }),
  'GET /directory/users': shows({ unit: text, accounts: list(partsOf<Account>(account)), made: list(shows({})) }),
  'GET /directory/users/{user}': partsOf<Account & { readonly sessions: number }>({ ...account, sessions: count }),
  'GET /directory/tokens': shows({
    tokens: list(
      partsOf<ApiToken>({
        ...{ number: count, revision: count, name: text, units: list(text), until: instant },
        ...{ scopes: list({ enum: Object.keys(tokenScopes) }), by: named('Actor'), at: instant },
      }),
    ),
  }),
  'GET /directory/reorganise': shows({ communes: list(unit), waiting: count }),
  'GET /directory/baseline': shows({ unit: text, months: list(shows({ month, revision: count })) }),
} as const satisfies Readonly<Partial<Record<RouteKey, Schema>>>;

/** What the queries of these pages may name. */
export const keepingQueries = {
  'GET /': [],
  'GET /audit': ['day'],
  'GET /audit/{day}': [],
  'GET /directory/units': ['unit'],
  'GET /directory/users': ['unit'],
  'GET /directory/users/{user}': [],
  'GET /directory/tokens': [],
  'GET /directory/reorganise': [],
  'GET /directory/baseline': ['month'],
} as const satisfies Readonly<Record<keyof typeof keepingSchemas, readonly string[]>>;
