import { MOST_ROWS } from '#shared/input/fields.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { type AnyField, type FieldTable, isAlwaysGiven } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { reviewFields } from '#shared/reports/review-fields.ts';
import { SLUGS } from '#shared/units/units.ts';

type Schema = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, AnyField>>;

/** The JSON Schema of a report as the HTTP seam gives it; `web/public/assets/report.schema.json` is this for our table. */
export function reportSchema(table: FieldTable = reportFields): Schema {
  const reviews = Object.entries(reviewFields).map(([name, { en }]) => {
    return [name, { ...byCriterion(rescore), description: en }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report',
    description:
      'The `report` in what GET /reports/{id} answers as JSON; report-fields.csv explains each field. An absent field was left blank: it is unknown, neither zero nor no. A text that has expired is empty or absent.',
    ...object({ ...propertiesOf(table), ...Object.fromEntries(reviews) }, givenIn(table)),
  };
}

const points = { type: 'number', minimum: 0 };
const rescore = object({ points, reason: { type: 'string' } }, ['points', 'reason']);

function object(properties: Schema, required: readonly string[]): Schema {
  return { type: 'object', additionalProperties: false, required, properties };
}

function byCriterion(schema: Schema): Schema {
  return { type: 'object', additionalProperties: schema };
}

function propertiesOf(fields: Fields): Schema {
  const properties = Object.entries(fields).map(([name, field]) => [
    name,
    { ...schemaOf(field), description: field.label.en },
  ]);
  return Object.fromEntries(properties);
}

/** The fields that are never missing from a report. */
function givenIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (isAlwaysGiven(field) ? [name] : []));
}

function schemaOf(field: AnyField): Schema {
  switch (field.kind) {
    case 'cell':
      return { type: 'string', pattern: SLUGS.source, maxLength: 200 };
    case 'target':
      return { type: 'string', maxLength: 210 };
    case 'day':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
    case 'count':
      return { type: 'integer', minimum: 0, maximum: field.most };
    case 'quantity':
      return { type: 'number', minimum: 0.1 };
    case 'choice':
      return { enum: codesOf(field.choices) };
    case 'choices':
      return { type: 'array', minItems: 1, uniqueItems: true, items: { enum: codesOf(field.choices) } };
    case 'row':
      return { type: 'integer', minimum: 1, maximum: field.most };
    case 'words':
    case 'task':
      return { type: 'string', maxLength: field.most };
    case 'rows':
      return { type: 'array', maxItems: MOST_ROWS, items: object(propertiesOf(field.parts), givenIn(field.parts)) };
    case 'points':
      return byCriterion(points);
  }
}
