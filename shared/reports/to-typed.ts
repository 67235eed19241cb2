import type { Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { AnyField, ChoicesField, FieldTable } from '#shared/reports/field.ts';
import type { Members, Report } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/**
 * A report, or a part of one, as it would be typed into the form, in the form's order: `parseReport` reads the same
 * report back, without what reviewers gave.
 *
 * @example toTyped({ date: '2021-02-03', tasks: [{ what: 'Họp thôn' }], … }) //=> { date: '03/02/2021', 'tasks[0].what': 'Họp thôn', … }
 */
export function toTyped(report: Partial<Report>, table: FieldTable = reportFields): Typed {
  return Object.fromEntries(typedAnswers('', report, table));
}

/** The members of a cell as they would be typed; a count of none stays blank. */
export function typedMembers(members: Members): Typed {
  const asked = Object.entries<AnyField>(reportFields).filter(([name, { section, blank }]) => {
    return section === 'members' && !(blank === 'none' && members[name as keyof Members] === 0);
  });
  return Object.fromEntries(typedAnswers('', members, Object.fromEntries(asked)));
}

function typedAnswers(prefix: string, answers: object, table: Readonly<Record<string, AnyField>>): [string, string][] {
  const said = new Map<string, unknown>(Object.entries(answers));
  return Object.entries(table).flatMap(([part, field]): [string, string][] => {
    const name = prefix + part;
    const value = said.get(part);
    if (value === undefined) return [];
    if (field.kind === 'rows') {
      return (value as object[]).flatMap((row, n) => typedAnswers(`${name}[${n}].`, row, field.parts));
    }
    if (field.kind === 'choices') return typedChoices(name, field, value as readonly string[]);
    if (field.kind === 'points') return typedPoints(value as Report['points']);
    return [[name, typedAnswer(field, value)]];
  });
}

function typedAnswer({ kind }: AnyField, value: unknown): string {
  if (kind === 'day') return typedDay(value as Day);
  return kind === 'quantity' ? String(value).replace('.', ',') : String(value);
}

/** Each answer has its place in the list as its number, as the boxes of the form do. */
function typedChoices(name: string, { choices }: ChoicesField, given: readonly string[]): [string, string][] {
  return codesOf(choices).flatMap((code, n) => (given.includes(code) ? [[`${name}[${n}]`, code]] : []));
}

function typedPoints(points: Report['points']): [string, string][] {
  return Object.entries(points).map(([id, value]) => [`points.${id}`, String(value).replace('.', ',')]);
}

/** The fields of an object as typed fields; their names get a prefix. */
export function typedFields(prefix: string, fields: object): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [prefix + name, String(value)]);
}

/** @example typedDay('2021-02-03') //=> '03/02/2021' */
export function typedDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
