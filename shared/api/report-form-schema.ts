import { list, object, type Schema } from '#shared/api/schema.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { AnyField, Field } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

const fields = Object.entries(reportFields) as readonly (readonly [string, AnyField])[];
const typed: Schema = { type: 'string' };
const number: Schema = { anyOf: [{ type: 'number', minimum: 0 }, typed] };

/** The values around a report, which are none of its own. */
const around: Readonly<Record<string, Schema>> = {
  baseRevision: {
    ...number,
    description: 'The revision that the sender has seen; 0 for a new report, which is the default.',
  },
  month: { ...typed, description: 'The month that is reported: the day of the meeting must lie in it.' },
  filledAt: { ...typed, description: 'When the report was written, if that was before it was sent.' },
  reason: { ...typed, description: 'Why a report is amended.' },
};

/**
 * A report as it is sent in JSON: its fields as people may type them, a day as `03/02/2021` or `2021-02-03`, a count as
 * `17` or `"17"`. What they must be together is told by the answer, field by field.
 */
export function reportFormSchema(): Schema {
  const properties = fields.map(([name, field]) => [name, described(field, sentAs(field))]);
  const required = fields.flatMap(([name, { blank }]) => (blank === 'refused' ? [name] : []));
  return { ...object({ ...Object.fromEntries(properties), ...around }, required), title: 'ReportForm' };
}

/** The same as forms send it: rows and points have their place in the name of each field. */
export function reportFieldsSchema(): Schema {
  const flat = fields.filter(([, { kind }]) => kind !== 'rows' && kind !== 'points' && kind !== 'choices');
  const patterns = fields.flatMap(([name, field]): (readonly [string, Schema])[] => {
    if (field.kind === 'rows')
      return [[`^${name}\\[\\d+\\]\\.(${Object.keys(field.parts).join('|')})$`, described(field, typed)]];
    if (field.kind === 'points') return [[`^${name}\\.\\w+$`, described(field, typed)]];
    return field.kind === 'choices'
      ? [[`^${name}\\[\\d+\\]$`, described(field, sentAs(field)['items'] as Schema)]]
      : [];
  });
  const properties = flat.map(([name, field]) => [
    name,
    described(field, field.kind === 'choice' ? sentAs(field) : typed),
  ]);
  const required = flat.flatMap(([name, { blank }]) => (blank === 'refused' ? [name] : []));
  return {
    ...object({ ...Object.fromEntries(properties), ...around }, required),
    title: 'ReportFields',
    patternProperties: Object.fromEntries(patterns),
  };
}

function described(field: AnyField, schema: Schema): Schema {
  return { ...schema, description: `${field.label.vi} (${field.label.en})` };
}

function sentAs(field: AnyField): Schema {
  switch (field.kind) {
    case 'choice':
      return { enum: field.blank === 'refused' ? codesOf(field.choices) : ['', ...codesOf(field.choices)] };
    case 'choices':
      return list({ enum: codesOf(field.choices) });
    case 'rows':
      return list(rowOf(field.parts));
    case 'points':
      return { type: 'object', additionalProperties: number };
    case 'count':
    case 'quantity':
    case 'row':
      return number;
    default:
      return typed;
  }
}

function rowOf(parts: Readonly<Record<string, Field>>): Schema {
  const properties = Object.entries(parts).map(([name, field]) => [name, described(field, sentAs(field))]);
  return object(Object.fromEntries(properties), []);
}
