import type { RouteKey } from '#shared/access/routes.ts';
import { count, instant, list, month, named, partsOf, type Schema, shows, text } from '#shared/api/schema.ts';
import { type ReportSection, wordPartIds } from '#shared/documents/judged-words.ts';
import { fileTypes } from '#shared/guidance/file-content.ts';
import { audiences, type GuidanceRevision } from '#shared/guidance/guidance.ts';
import type { GuidanceFile } from '#shared/guidance/guidance-file.ts';
import { librarySubjects, type PieceRevision } from '#shared/library/piece.ts';
import type { Agenda, AgendaLine } from '#shared/prepare/agenda.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import type { TrainingRevision } from '#shared/trainings/training.ts';
import { type Comparison, comparedFigures } from '#shared/trainings/with-without.ts';
import { cellTypes } from '#shared/units/cell-types.ts';

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const yesNo: Schema = { type: 'boolean' };
const authored = { revision: count, by: named('Actor'), at: instant };

const file = partsOf<GuidanceFile>({
  ...{ id: text, name: text, by: named('Actor'), at: instant, bytes: count },
  type: { enum: Object.keys(fileTypes) },
});

const pieceHead = {
  ...authored,
  ...{ number: count, title: text },
  types: list({ enum: Object.keys(cellTypes) }),
  subject: { enum: codesOf(librarySubjects) },
};

const training = {
  ...authored,
  ...{ day, number: count, unit: text, subject: text, trainer: text, places: count, pieces: list(count) },
};

const line = partsOf<AgendaLine>({ id: text, kept: yesNo });

const reach = { trained: count, of: count };
const sections = list(
  partsOf<ReportSection>({ heading: text, parts: list(shows({ heading: text, counted: list(text) })) }),
);
const generated = shows(Object.fromEntries(wordPartIds.map((part) => [part, text])));
const words: Schema = { ...generated, required: [] };
const side = shows({ n: count });

/** What is published for cells, and what is written of their months. */
export const writtenSchemas = {
  'GET /guidance': shows({
    ...{ district: text, month },
    guidance: list(partsOf<GuidanceRevision>({ ...authored, month, audience: { enum: audiences }, text })),
    files: list(file),
  }),
  'GET /library': shows({
    ...{ district: text, count, page: count },
    pieces: list(shows({ ...pieceHead, excerpt: text })),
  }),
  'GET /library/{piece}': {
    ...partsOf<PieceRevision & { readonly files: unknown }>({ ...pieceHead, content: text, files: list(file) }),
  },
  'GET /trainings': shows({
    ...{ year: count, reach: shows(reach) },
    communes: list(shows({ unit: text, ...reach })),
    trainings: list(partsOf<TrainingRevision>(training)),
  }),
  'GET /trainings/{training}': partsOf<TrainingRevision & { readonly checks: unknown; readonly count: unknown }>({
    ...training,
    seats: { type: 'object', additionalProperties: { type: 'object', additionalProperties: text } },
    checks: list(shows({ cell: text, post: text, right: count, of: count })),
    count: { type: 'object' },
  }),
  'GET /trainings/{training}/figures': partsOf<Comparison>({
    ...{ before: list(month), after: list(month) },
    figures: shows(Object.fromEntries(comparedFigures.map((each) => [each, shows({ with: side, without: side })]))),
  }),
  'GET /prepare': shows({
    ...{ cell: text, month, closed: yesNo, revision: count, orientation: list(text) },
    tasks: list(shows({ id: text, what: text })),
    ...{ answers: list(text), unanswered: list(text) },
    weakest: list(shows({ id: text, points: { type: 'number' }, max: { type: 'number' } })),
    agenda: partsOf<Agenda>({ cell: text, month, lines: list(line), subjects: list({ enum: codesOf(focusSubjects) }) }),
    proposals: { type: 'object' },
  }),
  'GET /briefings/{unit}/{month}': shows({
    ...{ unit: text, name: text, month, status: { enum: ['live', 'official'] }, digest: text },
    ...{ sections, generated, words, revision: count },
  }),
  'GET /summaries/{unit}': shows({
    ...{ unit: text, name: text, from: month, to: month, counted: count, of: count },
    whole: list(named('ScorecardIndicator')),
    ...{ sections, generated, words, revision: count },
  }),
} as const satisfies Readonly<Partial<Record<RouteKey, Schema>>>;

/** What the queries of these pages may name. */
export const writtenQueries = {
  'GET /guidance': ['month', 'type'],
  'GET /library': ['q', 'subject', 'type', 'page'],
  'GET /library/{piece}': [],
  'GET /trainings': ['year'],
  'GET /trainings/{training}': ['page'],
  'GET /trainings/{training}/figures': [],
  'GET /prepare': ['cell', 'month'],
  'GET /briefings/{unit}/{month}': [],
  'GET /summaries/{unit}': ['from', 'to'],
} as const satisfies Readonly<Record<keyof typeof writtenSchemas, readonly string[]>>;
