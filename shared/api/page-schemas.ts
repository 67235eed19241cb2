import type { RouteKey } from '#shared/access/routes.ts';
import { keepingQueries, keepingSchemas } from '#shared/api/keeping-schemas.ts';
import { count, instant, list, month, type Schema, shows, text } from '#shared/api/schema.ts';
import { writtenQueries, writtenSchemas } from '#shared/api/written-schemas.ts';

const yesNo: Schema = { type: 'boolean' };
const unit = shows({ id: text, name: text, kind: text, level: { enum: ['district', 'commune', 'cell'] } });
const taskCounts = shows({ due: count, done: count, overdue: count });
const backlog = shows({ topic: text, open: count, overdue: count });

/**
 * What the pages of people show, as JSON, by route: the parts that are always there. A page may get more, so nothing is
 * said of what else there is; what other programs may rely on stands in `operations.ts`.
 */
export const pageSchemas = {
  ...keepingSchemas,
  ...writtenSchemas,
  'GET /months/{month}': shows({
    ...{ unit, month, due: instant, closing: instant, closed: yesNo, isDue: yesNo },
    cells: list(shows({ cell: unit, state: text, late: yesNo, reports: list(shows({ id: text })) })),
    communes: list(shows({ commune: unit, due: count, onTime: count, late: count, missing: count })),
  }),
  'GET /tasks': {
    anyOf: [
      shows({
        unit: text,
        counts: { type: 'object', required: ['overdue'], additionalProperties: count },
        total: count,
        tasks: list(shows({ id: text, cell: text, state: text, repeated: count, overdue: yesNo })),
      }),
      // Of a large district.
      shows({
        ...{ unit: text, month: text, countedAt: instant, counts: taskCounts },
        communes: list(shows({ unit: text, name: text, due: count, done: count, overdue: count })),
      }),
    ],
  },
  'GET /matters': shows({
    ...{ unit: text, total: count, backlog: list(backlog) },
    matters: list(
      shows({
        matter: shows({ id: text, unit: text, number: count, state: text, level: text, raisedAt: instant }),
        ...{ unitName: text, communeName: text, overdue: yesNo, promiseOver: yesNo },
      }),
    ),
  }),
  'GET /actions': shows({
    ...{ unit: text, state: text, total: count, counts: shows({ open: count, overdue: count, closed: count }) },
    actions: list(shows({ id: text, unit: text, indicator: text, month, state: text, overdue: yesNo })),
    proposals: list(shows({})),
  }),
  'GET /visits': {
    anyOf: [
      shows({
        ...{ month, group: count },
        communes: list(shows({ commune: unit, planned: count, done: count, due: count, overdue: count })),
        visits: list(shows({ id: text, group: count, unit: text, date: text, state: text, revision: count })),
      }),
      shows({ month, groups: list(shows({ number: count, name: text, planned: count, done: count })) }),
    ],
  },
  'GET /search': shows({
    ...{ q: text, count },
    found: list(shows({ kind: text, count, hits: list(shows({ name: text, path: text })) })),
  }),
  'GET /reviews': {
    anyOf: [
      shows({
        ...{ unit: text, month, closed: yesNo, waiting: count, outstanding: count },
        ...{ total: count, page: count, pages: count },
        tags: { type: 'object', additionalProperties: count },
        reports: list(shows({ id: text, revision: count, state: text, cell: text, flags: list(text) })),
      }),
      // Of a large district; `null`: nobody has counted a commune yet.
      shows({
        ...{ unit: text, month, closed: yesNo, waiting: count },
        communes: list(shows({ unit: text, name: text, waiting: { anyOf: [count, { type: 'null' }] } })),
      }),
    ],
  },
  'GET /calls': shows({
    ...{ unit: text, month, total: count },
    calls: list(shows({ unit: text, name: text, missing: count, of: count })),
  }),
  'GET /officers': shows({ unit: text, month, communes: list(shows({ commune: unit })) }),
  'GET /themes': shows({
    ...{ unit: text, year: text, quarter: text },
    cells: list(shows({ cell: unit })),
    communes: list(shows({ commune: unit, cells: count, planned: count, held: count })),
  }),
  'GET /groups': shows({ month, groups: list(shows({ number: count, name: text, communes: list(text) })) }),
  'GET /results/{cell}': shows({ cell: text, name: text, months: list(shows({ month, reported: yesNo })) }),
} as const satisfies Readonly<Partial<Record<RouteKey, Schema>>>;

/** What the queries of these pages may name: which unit, which month, which page of a list. */
export const pageQueries = {
  ...keepingQueries,
  ...writtenQueries,
  'GET /months/{month}': ['unit', 'page'],
  'GET /tasks': ['unit', 'month', 'group', 'page'],
  'GET /matters': ['unit', 'level', 'state', 'topic', 'page'],
  'GET /actions': ['unit', 'indicator', 'state', 'page'],
  'GET /visits': ['group', 'month', 'state'],
  'GET /search': ['q'],
  'GET /reviews': ['unit', 'month', 'page'],
  'GET /calls': ['unit', 'month', 'page'],
  'GET /officers': ['unit', 'month'],
  'GET /themes': ['unit', 'year'],
  'GET /groups': ['month'],
  'GET /results/{cell}': [],
} as const satisfies Readonly<Record<keyof typeof pageSchemas, readonly string[]>>;

/** What a page shows, if it is said. */
export function pageSchemaOf(route: RouteKey): Schema | undefined {
  return (pageSchemas as Readonly<Partial<Record<RouteKey, Schema>>>)[route];
}
