import { roles } from '#shared/access/accounts.ts';
import { reportFieldsSchema, reportFormSchema } from '#shared/api/report-form-schema.ts';
import { count, digest, instant, list, month, named, object, type Schema, text } from '#shared/api/schema.ts';
import { flags } from '#shared/judging/judgement.ts';
import { reportSchema } from '#shared/reports/report-schema.ts';
import { itemKinds } from '#shared/scorecards/left-out.ts';

const state: Schema = { enum: ['submitted', 'returned', 'confirmed'] };
const status: Schema = { enum: ['live', 'official'] };
const receipt: Schema = { type: 'string', pattern: '^\\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$' };
const grade: Schema = { enum: ['good', 'fair', 'average', 'poor'] };
const points: Schema = { type: 'number', minimum: 0 };
const total = object({ points, max: points, reachable: points, complete: { type: 'boolean' } });
const score = object({ total, grade }, ['total']);
const nothing: Schema = { type: 'null' };

const judgement = object(
  {
    attendance: object({ present: count, required: count, met: { enum: ['met', 'missed', 'no-base'] } }),
    criteria: list(
      object({ id: text, points, max: points, how: { enum: ['computed', 'judged'] }, why: text, group: text }, [
        'id',
        'max',
        'how',
        'why',
        'group',
      ]),
    ),
    total,
    grade,
    heldBack: { ...list(text), description: 'The criteria that lower the grade: each needed full marks.' },
    flags: list({ enum: flags }),
  },
  ['attendance', 'criteria', 'total', 'flags'],
);

const revision = object({ revision: count, state, by: named('Actor'), at: instant, filledAt: instant, reason: text }, [
  'revision',
  'state',
  'by',
  'at',
]);

const word = { by: named('Actor'), at: instant, reason: text };

const bandSteps = object({ near: { type: 'number' }, far: { type: 'number' } });
const matrixCell = object(
  {
    id: text,
    figure: named('ScorecardIndicator'),
    band: { anyOf: [text, nothing] },
    change: { anyOf: [{ type: 'number' }, nothing] },
  },
  ['id', 'band', 'change'],
);

const error = object(
  {
    field: text,
    pointer: { ...text, description: 'JSON Pointer (RFC 6901) into what was sent.' },
    code: text,
    detail: text,
    understood: { description: 'What the field is read as, once it is sent again.' },
  },
  ['field', 'code'],
);

/** What the interface gives and takes, by name; a scorecard has a schema of its own. */
export function answerSchemas(): Readonly<Record<string, Schema>> {
  const { $schema: _, ...report } = reportSchema();
  return {
    Problem: {
      type: 'object',
      description: 'RFC 9457. `errors` names each field that was refused.',
      required: ['type', 'title', 'status'],
      properties: { type: text, title: text, status: { type: 'integer' }, detail: text, errors: list(error) },
    },
    Actor: object({ user: text, role: { enum: roles }, unit: text }),
    Report: report,
    ReportForm: reportFormSchema(),
    ReportFields: reportFieldsSchema(),
    StoredReport: {
      ...object(
        {
          ...{ id: text, revision: count, state, receipt, late: { type: 'boolean' } },
          ...{ receivedAt: instant, firstReceivedAt: instant, report: named('Report'), judgement },
          scores: object({ self: score, reviewed: score, official: score }, ['self']),
          asks: list(
            object({ number: count, ...word, answer: object({ kind: { enum: ['granted', 'refused'] }, ...word }) }, [
              'number',
              'by',
              'at',
              'reason',
            ]),
          ),
          revisions: list(revision),
        },
        [
          ...['id', 'revision', 'state', 'receipt', 'late', 'receivedAt', 'firstReceivedAt'],
          ...['report', 'judgement', 'scores', 'revisions'],
        ],
      ),
      description: 'A report with the number of its receipt, how it is judged, and its revisions, the oldest first.',
    },
    ReportFacts: {
      ...object(
        {
          ...{ cell: text, name: text, month, regime: text, baseRevision: count },
          reported: { ...text, description: 'The month’s regular meeting, where it is reported already.' },
          fields: {
            type: 'object',
            additionalProperties: text,
            description: 'What is known already, by the names of the fields of a form: to be sent with what is new.',
          },
          tasks: { ...list(object({ id: text, what: text })), description: 'What last month’s meetings left to do.' },
          targets: { ...list(object({ id: text, what: text })), description: 'What a resolution may serve.' },
        },
        ['cell', 'name', 'month', 'regime', 'baseRevision', 'fields', 'tasks', 'targets'],
      ),
      description: 'What a cell’s next report begins with.',
    },
    Receipt: object({
      number: { anyOf: [text, nothing] },
      found: {
        anyOf: [
          object({ id: text, revision: count, newest: count, isCurrent: { type: 'boolean' }, receivedAt: instant }),
          nothing,
        ],
      },
    }),
    Changes: {
      ...object(
        {
          changes: list({ anyOf: [named('ChangedReport'), named('ChangedScorecard'), named('PurgedWords')] }),
          next: { ...text, description: 'The cursor with which to ask on: `since`.' },
          more: { type: 'boolean', description: 'Whether there is more to read now.' },
          leftOut: list(object({ kind: { enum: itemKinds }, name: text, why: { enum: ['unreadable', 'no-unit'] } })),
        },
        ['changes', 'next', 'more'],
      ),
    },
    ChangedReport: object({ kind: { const: 'report' }, id: text, revision: count, state, receipt, at: instant }),
    PurgedWords: {
      ...object({ kind: { const: 'purge' }, id: text, upTo: { ...count, minimum: 1 }, at: instant }, [
        'kind',
        'id',
        'at',
      ]),
      description:
        'Words were taken out, and whoever mirrors them takes them out too: of a report (`id`), all free text of its revisions up to `upTo`, of what it raised, and of what was said of its tasks; or of a briefing or summary of that name. Figures, digests and receipts stay.',
    },
    ChangedScorecard: object({ kind: { const: 'scorecard' }, unit: text, month, status, revision: count, digest }),
    Trend: object({
      ...{ unit: text, name: text, from: month, to: month },
      months: list(
        object(
          {
            month,
            status: { anyOf: [{ enum: ['live', 'official', 'baseline'] }, nothing] },
            regime: text,
            indicators: list({ type: 'object' }),
            topics: { anyOf: [{ type: 'object', additionalProperties: count }, nothing] },
          },
          ['month', 'status', 'indicators', 'topics'],
        ),
      ),
      completeness: list(
        object({
          unit: text,
          name: text,
          reported: list({ anyOf: [object({ numerator: count, denominator: count }), nothing] }),
        }),
      ),
    }),
    Months: {
      ...object({
        ...{ unit: text, name: text, from: month, to: month },
        months: list(
          object({
            month,
            status: { anyOf: [{ enum: ['live', 'official', 'baseline'] }, nothing] },
            figures: {
              type: 'object',
              additionalProperties: list(count),
              description: 'By the id of each figure: its numerator and its denominator.',
            },
            topics: { anyOf: [{ type: 'object', additionalProperties: count }, nothing] },
            bypass: { anyOf: [count, nothing] },
          }),
        ),
      }),
      description: 'The twelve months up to a period, in few bytes.',
    },
    Matrix: {
      ...object({
        ...{ unit: text, name: text, month: text, status, revision: count },
        bands: object({ cells: bandSteps, members: bandSteps }),
        columns: list(text),
        rows: list(object({ unit: text, name: text, cells: list(matrixCell) })),
        total: list(matrixCell),
        actions: list(object({ id: text, unit: text, indicator: text, due: text })),
      }),
      description: 'The units below by their main figures, who needs help most first.',
    },
    Health: object({ status: { const: 'ok' } }),
  };
}
