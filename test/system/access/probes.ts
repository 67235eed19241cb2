import type { Permission, RouteKey } from '#shared/access/routes.ts';
import { addMonths } from '#shared/period.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';
import { type Asking, accountOf, documentId, receiptOf, reportOf } from '#test/system/access/two-districts.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import type { Seen } from '#test/system/visitor.ts';

type Fields = Readonly<Record<string, string>>;

/** Sends a form, or the same fields as JSON. */
export type Post = (path: string, fields: Fields) => Promise<Seen>;

/** How a field is asked about a unit, without changing anything. */
export interface Probe {
  /** Where the name stands: in the path, the query or the body. */
  readonly field: string;
  /** What kinds of unit the field names things of; of others there is nothing, whoever asks. */
  readonly levels: readonly Unit['level'][];
  /** What is named of a unit; the unit itself unless said otherwise. */
  readonly name?: (unit: UnitId) => string;
  readonly ask: (asking: Asking & { readonly post: Post }, name: string) => Promise<Seen>;
  /** The permission at the unit, where it is another than the route's. */
  readonly permission?: Permission;
  /** The page's unit, where the field names units of that page alone. */
  readonly within?: (asking: Asking) => UnitId;
  /** How a form says of a unit that it does not know it, where what was typed is kept and no 404 sent. */
  readonly refusal?: (name: string) => string;
  /** A form that keeps what was typed and says nothing of it: what is not there changes nothing in the answer. */
  readonly quiet?: true;
  /** Hardly a unit has one: then its own people are told so, as strangers are. */
  readonly rare?: true;
  /** Its own people would change something by it: only strangers ask. */
  readonly harmful?: true;
}

const everyLevel = ['district', 'commune', 'cell'] as const;
const closedMonth = addMonths(lastMonth, -1);
const says = (sentence: string) => () => sentence;
const notAChoice = says('Cần chọn một trong các mục đã cho.');
const noSuchUnit = says('Không có đơn vị này');
/** The form says that it has no such field. */
const noSuchField = (field: string) => (name: string) => `không có mục “${field.replace(/\{\w+\}/, name)}”`;
const visitOf = (group: number) => (unit: UnitId) => `${unit}_${lastMonth}-03_visit-${group}`;
const matterOf = (unit: UnitId) => `${reportOf(unit)}_1`;
const taskOf = matterOf;
const actionOf = (unit: UnitId) => `${unit}_attendance_${lastMonth}`;
/** The commune whose page somebody of a commune or a district edits. */
const ownCommune = ({ asker: { unit } }: Asking) =>
  unit.includes('.') ? unit.split('.').slice(0, 2).join('.') : `${unit}.thanh-van`;
/** A file of accounts with a line that is wrong whoever sends it: nothing of it is done. */
async function sendFile({ visitor, csrf }: Asking, line: string): Promise<Seen> {
  const form = new FormData();
  form.set('csrf', csrf);
  form.set('file', `change;user;role;unit;group\n${line}\nlook;khong-ai;;;`);
  return visitor.postForm('/directory/users', form);
}

/** The rows of a preview with one that is wrong whoever sends it; what comes back says in letters what it carries. */
async function sendRow({ post }: { readonly post: Post }, cell: string, answers: Fields): Promise<Seen> {
  const row = { row: '5', said: 'look', cell, from: {}, typed: { present: 'mười' }, understood: [], remarks: [] };
  const list = Buffer.from(JSON.stringify([row])).toString('base64url');
  const seen = await post(`/reports/import?month=${thisMonth}`, { list, ...answers });
  const read = (carried: string) => Buffer.from(carried, 'base64url').toString();
  return { ...seen, text: seen.text.replace(/\bW3si[\w-]+/g, read) };
}

/** Each file of a report's documents. */
const documentProbes = (() => {
  const probe = (file: string): readonly Probe[] => [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reports/${id}/${file}`),
    },
  ];
  return {
    'GET /reports/{id}/minutes.docx': probe('minutes.docx'),
    'GET /reports/{id}/minutes.pdf': probe('minutes.pdf'),
    'GET /reports/{id}/resolution.docx': probe('resolution.docx'),
    'GET /reports/{id}/resolution.pdf': probe('resolution.pdf'),
  } as const;
})();

/** The fields that actions read and that name nothing of a unit: words, numbers, days, and what to do. */
export const plainFields: readonly string[] = [
  ...['action', 'step', 'press', 'change', 'state', 'page', 'type', 'topic', 'kind', 'just', 'done', 'rows', 'none'],
  ...['month', 'day', 'date', 'year', 'from', 'to', 'with', 'commonDate', 'clock', 'filledAt', 'savedAt'],
  ...['baseRevision', 'revision', 'seen', 'changed', 'upTo', 'why', 'reason', 'required', 'mail', 'export'],
  ...['undoReason', 'boards', 'assessment', 'causes', 'tasks', 'proposals'],
  // A proposal before a meeting, by its number in that meeting and by the code of the page that takes it.
  ...['number', 'text', 'days', 'sent'],
  // A name for which somebody looks among the cells of a page, and the number of an ask about the report in the path.
  ...['q', 'ask'],
  // The cell after which a page begins is looked for among the cells of the page alone.
  'after',
  // A piece is one of the reader's own district: `test/system/library/library.test.ts`.
  ...['piece', 'subject'],
  // A training is one of the reader's own district: `test/system/trainings/trainings.test.ts`.
  'training',
  // A list is read against the units of the reader's district alone.
  ...['list', 'file'],
  // What stands out in a report that waits for a review.
  'tag',
  ...['csrf', 'code', 'old', 'password', 'repeat', 'token', 'pending', 'next', 'carriedPath', 'carriedBody'],
  // Of a task: who has it, and when it falls due.
  ...['who', 'when', 'due'],
  // Who must answer a concern: a commune or a district.
  'level',
  // A figure of a unit, by its name in the table of figures.
  ...['indicator', 'figure'],
  'view',
  // How far somebody has read the changes of the own district.
  'since',
  // What a machine token may do.
  'scopes',
  'name',
  // A group's number is one of the reader's own district: `same-number.test.ts`.
  'group',
];

/**
 * Each field by which a request names something of a unit. A route without a line does not compile; a field that an
 * action reads and that is neither here nor in `plainFields` fails a test.
 */
export const probes: Readonly<Record<RouteKey, readonly Probe[] | 'names no unit'>> = {
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
  'GET /directory/baseline': 'names no unit',
  'POST /directory/baseline': 'names no unit',
  'POST /directory/second-factor': 'names no unit',
  'GET /account': 'names no unit',
  'GET /account/key': 'names no unit',
  'POST /account': 'names no unit',
  'POST /account/password': 'names no unit',
  'POST /account/mail': 'names no unit',
  'GET /unsubscribe': 'names no unit',
  'POST /unsubscribe': 'names no unit',
  'POST /password': 'names no unit',
  'GET /': 'names no unit',
  'GET /guidance': 'names no unit',
  'POST /guidance': 'names no unit',
  'GET /guidance/files/new': 'names no unit',
  'GET /library': 'names no unit',
  'POST /library': 'names no unit',
  'GET /library/{piece}': 'names no unit',
  'POST /library/{piece}': 'names no unit',
  'GET /trainings': 'names no unit',
  'POST /trainings': 'names no unit',
  'GET /trainings/{training}': 'names no unit',
  'POST /trainings/{training}': 'names no unit',
  'GET /trainings/{training}/check': 'names no unit',
  'POST /trainings/{training}/check': [
    {
      field: 'body.cell',
      levels: ['cell'],
      // The day has no such training: its own people are told so, too.
      rare: true,
      ask: ({ post }, cell) => post('/trainings/2019-01-01_99/check', { cell }),
    },
  ],
  'GET /trainings/{training}/figures': 'names no unit',
  'GET /groups': 'names no unit',
  'GET /directory/reorganise': 'names no unit',
  'GET /visits': 'names no unit',
  'GET /audit': 'names no unit',
  'GET /directory/tokens': 'names no unit',
  'GET /changes': 'names no unit',
  'GET /api': 'names no unit',
  'GET /openapi.json': 'names no unit',
  'GET /audit/{day}': 'names no unit',
  'GET /search': 'names no unit',
  'GET /receipts': [
    {
      field: 'query.number',
      levels: ['cell'],
      name: receiptOf,
      permission: 'see',
      rare: true,
      refusal: says('Không có nội dung nào mang số này'),
      ask: ({ visitor }, name) => visitor.get(`/receipts?number=${name}`),
    },
  ],
  'GET /guidance/files/sent': [
    {
      field: 'query.key',
      levels: ['district'],
      name: (unit) => `incoming/${unit}/${documentId}/a.pdf`,
      permission: 'administer',
      rare: true,
      ask: ({ visitor }, name) => visitor.get(`/guidance/files/sent?key=${encodeURIComponent(name)}`),
    },
  ],
  'POST /guidance/files': [
    {
      field: 'body.key',
      levels: ['district'],
      name: (unit) => `incoming/${unit}/${documentId}/a.pdf`,
      permission: 'administer',
      harmful: true,
      ask: ({ post }, key) => post('/guidance/files', { key }),
    },
  ],
  'GET /guidance/files/{file}': [
    {
      field: 'path.file',
      levels: ['district'],
      name: (unit) => (unit === 'hiep-hoa' ? documentId : `${lastMonth}_all_${'x'.repeat(24)}`),
      permission: 'administer',
      harmful: true,
      ask: ({ visitor }, name) => visitor.get(`/guidance/files/${name}`),
    },
  ],
  'POST /guidance/files/{file}': [
    {
      field: 'path.file',
      levels: ['district'],
      name: (unit) => (unit === 'hiep-hoa' ? documentId : `${lastMonth}_all_${'x'.repeat(24)}`),
      permission: 'administer',
      harmful: true,
      ask: ({ post }, name) => post(`/guidance/files/${name}`, {}),
    },
  ],
  'GET /directory/users': [
    {
      field: 'query.unit',
      levels: everyLevel,
      ask: ({ visitor }, unit) => visitor.get(`/directory/users?unit=${unit}`),
    },
  ],
  'POST /directory/reorganise': [
    {
      field: 'body.into.{commune}',
      levels: ['commune'],
      refusal: noSuchField('into.{commune}'),
      ask: ({ post }, commune) =>
        post('/directory/reorganise', { action: 'preview', month: '', [`into.${commune}`]: '' }),
    },
    ...['plan', 'file'].map(
      (field): Probe => ({
        field: `body.${field}`,
        levels: everyLevel,
        refusal: (unit) => `Không có ${unit} trước và trong tháng sắp xếp`,
        ask: ({ post }, unit) =>
          post('/directory/reorganise', {
            action: 'preview',
            month: thisMonth,
            [field]: `what;from;to\nmove;${unit};khong-co.khong-co.khong-co.khong-co`,
          }),
      }),
    ),
  ],
  'POST /directory/users': [
    {
      field: 'body.unit',
      levels: everyLevel,
      refusal: noSuchUnit,
      ask: ({ post }, unit) => post('/directory/users', { user: '!', role: 'cell', unit }),
    },
    {
      field: 'body.file: unit',
      levels: everyLevel,
      refusal: noSuchUnit,
      ask: (asking, unit) => sendFile(asking, `add;!;cell;${unit};`),
    },
    {
      field: 'body.file: user',
      levels: ['district', 'commune'], // hardly a cell has an account of its own
      name: accountOf,
      refusal: says('Huyện không có tài khoản này.'),
      ask: (asking, user) => sendFile(asking, `enable;${user};;;`),
    },
  ],
  'GET /directory/units': [
    {
      field: 'query.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/directory/units?unit=${unit}`),
    },
  ],
  'POST /directory/tokens': [
    {
      field: 'body.units[0]',
      levels: ['commune'],
      refusal: says('Với đơn vị: Cần chọn một trong các mục đã cho.'),
      // Without a name no token is made.
      ask: ({ post }, unit) => post('/directory/tokens', { action: 'make', days: '1', 'units[0]': unit }),
    },
  ],
  'POST /directory/units': [
    {
      field: 'body.commune',
      levels: ['district', 'commune'],
      ask: ({ post }, unit) => post('/directory/units', { commune: unit }),
    },
  ],
  'GET /directory/users/{user}': [
    {
      field: 'path.user',
      levels: ['district', 'commune'], // hardly a cell has an account of its own
      name: accountOf,
      ask: ({ visitor }, user) => visitor.get(`/directory/users/${user}`),
    },
  ],
  'POST /directory/users/{user}': [
    {
      field: 'path.user',
      levels: ['district', 'commune'], // hardly a cell has an account of its own
      name: accountOf,
      ask: ({ post }, user) => post(`/directory/users/${user}`, { change: 'look' }),
    },
    {
      field: 'body.unit',
      levels: everyLevel,
      refusal: noSuchUnit,
      ask: (asking, unit) =>
        asking.post(`/directory/users/${accountOf(ownCommune(asking))}`, { change: 'move', role: 'look', unit }),
    },
  ],
  'GET /months/{month}': [
    {
      field: 'query.unit',
      levels: everyLevel,
      ask: ({ visitor }, unit) => visitor.get(`/months/${lastMonth}?unit=${unit}`),
    },
    {
      field: 'query.unit with query.q',
      levels: everyLevel,
      ask: ({ visitor }, unit) => visitor.get(`/months/${lastMonth}?unit=${unit}&q=thanh&page=1`),
    },
  ],
  'GET /months/{month}/grid': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ visitor }, unit) => visitor.get(`/months/${thisMonth}/grid?unit=${unit}`),
    },
  ],
  'POST /months/{month}/grid': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ post }, unit) => post(`/months/${thisMonth}/grid?unit=${unit}`, {}),
    },
    {
      field: 'body.rows[n].cell',
      levels: ['cell'],
      refusal: says('Không có chi bộ này.'),
      ask: ({ post }, cell) => post(`/months/${thisMonth}/grid`, { 'rows[0].cell': cell, 'rows[0].present': 'mười' }),
    },
  ],
  'GET /r/{month}/{cell}': [
    {
      field: 'path.cell',
      levels: ['cell'],
      ask: ({ visitor }, cell) => visitor.get(`/r/${thisMonth}/${cell}`),
    },
  ],
  'GET /reports/new': [
    {
      field: 'query.cell',
      levels: ['cell'],
      ask: ({ visitor }, cell) => visitor.get(`/reports/new?cell=${cell}&month=${thisMonth}`),
    },
    {
      field: 'query.amend',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reports/new?amend=${id}`),
    },
  ],
  'POST /reports': [
    { field: 'body.cell', levels: ['cell'], ask: ({ post }, cell) => post('/reports', { cell, present: 'mười' }) },
    {
      field: 'body.cell with body.press',
      levels: ['cell'],
      ask: ({ post }, cell) => post('/reports', { cell, press: 'show' }),
    },
    {
      field: 'body.cell with body.savedAt',
      levels: ['cell'],
      ask: ({ post }, cell) => post('/reports', { cell, press: 'discard' }),
    },
  ],
  'GET /reports/template.xlsx': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ visitor }, unit) => visitor.get(`/reports/template.xlsx?month=${thisMonth}&unit=${unit}`),
    },
  ],
  'GET /reports/import': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ visitor }, unit) => visitor.get(`/reports/import?month=${thisMonth}&unit=${unit}`),
    },
  ],
  'POST /reports/import': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ post }, unit) => post(`/reports/import?month=${thisMonth}&unit=${unit}`, {}),
    },
    {
      field: 'body.list: cell',
      levels: ['cell'],
      refusal: says('Không có chi bộ này.'),
      ask: (asking, cell) => sendRow(asking, cell, {}),
    },
    {
      field: 'body.rows[n].cell of a list',
      levels: ['cell'],
      refusal: says('Không có chi bộ này.'),
      ask: (asking, cell) => sendRow(asking, '', { 'rows[0].cell': cell }),
    },
  ],
  'GET /reports/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reports/${id}`),
    },
  ],
  'POST /reports/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      ask: ({ post }, id) => post(`/reports/${id}`, { action: 'look' }),
    },
    {
      field: 'path.id with body.cell',
      levels: ['cell'],
      name: reportOf,
      permission: 'submit',
      rare: true,
      ask: ({ post }, id) => post(`/reports/${id}`, { action: 'amend', cell: id.split('_')[0] ?? '', present: 'mười' }),
    },
  ],
  ...documentProbes,
  'GET /reports/{id}/papers': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reports/${id}/papers`),
    },
  ],
  'POST /reports/{id}/papers': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ post }, id) => post(`/reports/${id}/papers`, {}),
    },
  ],
  'GET /reports/{id}/purge': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reports/${id}/purge`),
    },
  ],
  'POST /reports/{id}/purge': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ post }, id) => post(`/reports/${id}/purge`, { step: 'look' }),
    },
  ],
  'GET /visits/new': [
    {
      field: 'query.visit',
      levels: ['commune', 'cell'],
      name: visitOf(3),
      permission: 'review',
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/visits/new?visit=${id}`),
    },
  ],
  'POST /visits': [
    {
      field: 'body.unit of a plan',
      levels: ['commune', 'cell'],
      refusal: notAChoice,
      ask: ({ post }, unit) => post('/visits', { action: 'plan', unit, date: 'mai' }),
    },
    {
      field: 'body.unit of a report',
      levels: ['commune', 'cell'],
      refusal: notAChoice,
      ask: ({ post }, unit) =>
        post('/visits', { action: 'report', unit, date: `01/${lastMonth.split('-').reverse().join('/')}` }),
    },
    {
      field: 'body.unit with body.press',
      levels: ['commune', 'cell'],
      quiet: true,
      ask: ({ post }, unit) =>
        post('/visits', {
          action: 'report',
          press: 'show',
          unit,
          date: `28/${lastMonth.split('-').reverse().join('/')}`,
        }),
    },
    {
      field: 'body.visit',
      levels: ['commune', 'cell'],
      name: visitOf(3),
      rare: true,
      ask: ({ post }, visit) => post('/visits', { action: 'drop', visit, reason: '' }),
    },
    {
      field: 'body.planned',
      levels: ['commune', 'cell'],
      name: visitOf(3),
      rare: true,
      ask: ({ post }, planned) => post('/visits', { action: 'report', planned, date: 'mai' }),
    },
  ],
  'GET /visits/{id}': [
    {
      field: 'path.id',
      levels: ['commune', 'cell'],
      name: visitOf(3),
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/visits/${id}`),
    },
  ],
  'GET /calls': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ visitor }, unit) => visitor.get(`/calls?unit=${unit}&month=${thisMonth}`),
    },
  ],
  'GET /tasks': [
    { field: 'query.unit', levels: everyLevel, ask: ({ visitor }, unit) => visitor.get(`/tasks?unit=${unit}`) },
  ],
  'GET /tasks/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: taskOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/tasks/${id}`),
    },
  ],
  'POST /tasks/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: taskOf,
      rare: true,
      ask: ({ post }, id) => post(`/tasks/${id}`, { step: 'look' }),
    },
  ],
  'GET /briefings/{unit}/{month}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/briefings/${unit}/${lastMonth}`),
    },
  ],
  'POST /briefings/{unit}/{month}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ post }, unit) => post(`/briefings/${unit}/${lastMonth}`, { tasks: 'x'.repeat(5000) }),
    },
  ],
  'GET /summaries/{unit}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/summaries/${unit}`),
    },
  ],
  'POST /summaries/{unit}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ post }, unit) => post(`/summaries/${unit}`, { from: lastMonth, to: lastMonth, tasks: 'x'.repeat(5000) }),
    },
  ],
  'GET /actions': [
    { field: 'query.unit', levels: everyLevel, ask: ({ visitor }, unit) => visitor.get(`/actions?unit=${unit}`) },
  ],
  'POST /actions': [
    {
      field: 'body.unit',
      levels: everyLevel,
      ask: ({ post }, unit) => post('/actions', { step: 'open', unit, indicator: 'attendance', month: lastMonth }),
    },
  ],
  'GET /actions/new': [
    {
      field: 'query.unit',
      levels: everyLevel,
      ask: ({ visitor }, unit) => visitor.get(`/actions/new?unit=${unit}&indicator=attendance&month=${lastMonth}`),
    },
  ],
  'GET /actions/{id}': [
    {
      field: 'path.id',
      levels: everyLevel,
      name: actionOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/actions/${id}`),
    },
  ],
  'POST /actions/{id}': [
    {
      field: 'path.id',
      levels: everyLevel,
      name: actionOf,
      rare: true,
      ask: ({ post }, id) => post(`/actions/${id}`, { step: 'look' }),
    },
  ],
  'GET /matters': [
    { field: 'query.unit', levels: everyLevel, ask: ({ visitor }, unit) => visitor.get(`/matters?unit=${unit}`) },
  ],
  'GET /matters/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: matterOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/matters/${id}`),
    },
  ],
  'POST /matters/{id}': [
    {
      field: 'path.id',
      levels: ['cell'],
      name: matterOf,
      rare: true,
      ask: ({ post }, id) => post(`/matters/${id}`, { step: 'look' }),
    },
    {
      field: 'body.into',
      levels: ['cell'],
      name: matterOf,
      quiet: true,
      ask: (asking, into) => asking.post(`/matters/${asking.matter || 'none'}`, { step: 'merge', seen: '999', into }),
    },
  ],
  'GET /prepare': [
    { field: 'query.cell', levels: ['cell'], ask: ({ visitor }, cell) => visitor.get(`/prepare?cell=${cell}`) },
  ],
  'POST /prepare': [
    {
      field: 'body.cell',
      levels: ['cell'],
      ask: ({ post }, cell) => post('/prepare', { cell, month: thisMonth, day: '40/13' }),
    },
  ],
  'POST /prepare/proposals': [
    {
      field: 'body.cell',
      levels: ['cell'],
      ask: ({ post }, cell) => post('/prepare/proposals', { cell, month: thisMonth, action: 'look' }),
    },
  ],
  'GET /proposals/{code}': 'names no unit',
  'POST /proposals/{code}': 'names no unit',
  'GET /practice': 'names no unit',
  'POST /practice': 'names no unit',
  'GET /practice/prepare': 'names no unit',
  'POST /practice/prepare': 'names no unit',
  'GET /practice/prepare.pdf': 'names no unit',
  'POST /practice/library/{piece}/use': 'names no unit',
  'GET /practice/reports/new': 'names no unit',
  'POST /practice/reports': 'names no unit',
  'GET /practice/reports/{id}': 'names no unit',
  'POST /practice/reports/{id}': 'names no unit',
  'GET /practice/reports/{id}/papers': 'names no unit',
  'POST /practice/reports/{id}/papers': 'names no unit',
  'GET /practice/reports/{id}/minutes.docx': 'names no unit',
  'GET /practice/reports/{id}/minutes.pdf': 'names no unit',
  'GET /practice/reports/{id}/resolution.docx': 'names no unit',
  'GET /practice/reports/{id}/resolution.pdf': 'names no unit',
  'POST /library/{piece}/use': [
    {
      field: 'body.cell',
      levels: ['cell'],
      // No such piece: its own people are told so, and nothing is done.
      rare: true,
      ask: ({ post }, cell) => post('/library/9999/use', { cell, month: thisMonth }),
    },
  ],
  'GET /prepare.pdf': [
    { field: 'query.cell', levels: ['cell'], ask: ({ visitor }, cell) => visitor.get(`/prepare.pdf?cell=${cell}`) },
  ],
  'GET /reviews': [
    {
      field: 'query.unit',
      levels: everyLevel,
      ask: ({ visitor }, unit) => visitor.get(`/reviews?unit=${unit}&month=${lastMonth}`),
    },
    {
      field: 'query.report',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ visitor }, id) => visitor.get(`/reviews?month=${lastMonth}&report=${id}`),
    },
  ],
  'POST /reviews': [
    {
      field: 'query.unit',
      levels: everyLevel,
      ask: ({ post }, unit) => post(`/reviews?unit=${unit}&month=${lastMonth}`, { action: 'confirm' }),
    },
    {
      field: 'query.report',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      ask: ({ post }, id) => post(`/reviews?month=${lastMonth}&report=${id}`, { action: 'look' }),
    },
    {
      field: 'body.tick.{report}',
      levels: ['cell'],
      name: reportOf,
      rare: true,
      // Without a reason nothing is confirmed.
      ask: ({ post }, id) => post(`/reviews?month=${lastMonth}`, { action: 'confirm', [`tick.${id}`]: '1' }),
    },
  ],
  'GET /results/{cell}': [
    { field: 'path.cell', levels: ['cell'], ask: ({ visitor }, unit) => visitor.get(`/results/${unit}`) },
  ],
  'GET /themes': [
    { field: 'query.unit', levels: everyLevel, ask: ({ visitor }, unit) => visitor.get(`/themes?unit=${unit}`) },
  ],
  'POST /themes': [
    {
      field: 'query.unit',
      levels: ['commune', 'cell'],
      ask: ({ post }, unit) => post(`/themes?unit=${unit}`, { none: 'x' }),
    },
    ...(['base.{cell}', 'plan.{cell}.4.theme'] as const).map(
      (field): Probe => ({
        field: `body.${field}`,
        levels: ['cell'],
        within: ({ asker, ...rest }) => (asker.role === 'cell' ? asker.unit : ownCommune({ asker, ...rest })),
        refusal: noSuchField(field),
        ask: (asking, cell) =>
          asking.post(`/themes?unit=${asking.asker.role === 'cell' ? asking.asker.unit : ownCommune(asking)}`, {
            [field.replace('{cell}', cell)]: '?',
          }),
      }),
    ),
  ],
  'GET /targets': [
    { field: 'query.cell', levels: ['cell'], ask: ({ visitor }, unit) => visitor.get(`/targets?cell=${unit}`) },
  ],
  'POST /targets': [
    {
      field: 'body.cell',
      levels: ['cell'],
      ask: ({ post }, cell) => post('/targets', { cell, 'targets[0].what': 'x' }),
    },
  ],
  'GET /themes/shared': [
    {
      field: 'query.report',
      levels: ['cell'],
      name: (unit) => `${unit}_${lastMonth}-15_thematic`,
      permission: 'review',
      rare: true,
      ask: ({ visitor }, report) => visitor.get(`/themes/shared?report=${report}`),
    },
  ],
  'POST /themes/shared': [
    {
      field: 'body.report',
      levels: ['cell'],
      name: (unit) => `${unit}_${lastMonth}-15_thematic`,
      rare: true,
      ask: ({ post }, report) => post('/themes/shared', { report, action: 'look' }),
    },
  ],
  'GET /officers': [
    {
      field: 'query.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/officers?unit=${unit}`),
    },
  ],
  'POST /officers': [
    {
      field: 'query.unit',
      levels: ['commune'],
      ask: ({ post }, unit) => post(`/officers?unit=${unit}`, { action: 'assign', members: '' }),
    },
    ...(['charge.{cell}', 'held.{cell}.attendedOn'] as const).map(
      (field): Probe => ({
        field: `body.${field}`,
        levels: ['cell'],
        within: ownCommune,
        refusal: noSuchField(field),
        ask: (asking, cell) =>
          asking.post(`/officers?unit=${ownCommune(asking)}`, {
            action: field.startsWith('charge') ? 'assign' : 'record',
            [field.replace('{cell}', cell)]: '?',
          }),
      }),
    ),
  ],
  'POST /groups': [
    {
      field: 'body.group.{commune}',
      levels: ['commune'],
      permission: 'administer',
      refusal: noSuchField('group.{commune}'),
      ask: ({ post }, commune) => post('/groups', { action: 'assign', from: '', [`group.${commune}`]: '' }),
    },
  ],
  'GET /scorecards/{unit}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/scorecards/${unit}`),
    },
  ],
  'GET /scorecards/{unit}/{month}': [
    {
      field: 'path.unit',
      levels: ['district', 'commune'],
      ask: ({ visitor }, unit) => visitor.get(`/scorecards/${unit}/${lastMonth}.csv`),
    },
  ],
  'GET /scorecards/{unit}/{month}/reopen': [
    {
      field: 'path.unit',
      levels: ['district'],
      ask: ({ visitor }, unit) => visitor.get(`/scorecards/${unit}/${closedMonth}/reopen`),
      rare: true, // a district that has just been entered has closed no month
    },
  ],
  'POST /scorecards/{unit}/{month}/reopen': [
    {
      field: 'path.unit',
      levels: ['district'],
      ask: ({ post }, unit) => post(`/scorecards/${unit}/${closedMonth}/reopen`, { reason: ' ' }),
      rare: true, // a district that has just been entered has closed no month
    },
  ],
};
