import {
  type DocumentKind,
  decisionOf,
  documentKinds,
  MOST_NUMBER,
  numberOf,
  type RegisterEntry,
  type Said,
  takenBy,
} from '#shared/documents/register.ts';
import { Fields } from '#shared/input/fields.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Day, monthOf } from '#shared/period.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';

interface Known {
  readonly report: Pick<Report, 'cell' | 'date' | 'kind' | 'resolution'>;
  /** The whole register of the cell. */
  readonly entries: readonly RegisterEntry[];
  readonly today: Day;
}

type Parsed =
  | { readonly ok: true; readonly said: Said }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Which documents a report has: the minutes, and what it decided. */
export function documentsOf(report: Pick<Report, 'resolution'>): readonly DocumentKind[] {
  const decision = decisionOf(report);
  return decision ? ['minutes', decision] : ['minutes'];
}

/**
 * Reads an entry for the register. Its field is named after what it is about: `minutes`, `resolution` or `conclusion`
 * has a number, `term` and `published` a day.
 *
 * @returns `undefined` if it names no field, or a document that the report does not have
 */
export function parseEntry(typed: Typed, known: Known): Parsed | undefined {
  const { report } = known;
  const document = documentKinds.find((kind) => typed[kind] !== undefined);
  if (document)
    return documentsOf(report).includes(document) ? parseNumber(document, typed[document], known) : undefined;
  if (typed['term'] !== undefined) {
    return parsePast('term', typed['term'], known, (from) => ({ kind: 'term', from }));
  }
  if (typed['published'] === undefined) return undefined;
  const published = (on: Day): Said => ({ kind: 'published', report: reportIdOf(report), on });
  return parsePast('published', typed['published'], { ...known, from: report.date }, published);
}

function parseNumber(document: DocumentKind, typed = '', { report, entries }: Known): Parsed {
  const refuse = (error: Omit<FieldError, 'field'>): Parsed => ({ ok: false, errors: [{ field: document, ...error }] });
  const number = parseCount(typed);
  if (!number) return refuse({ code: 'number-from-one' });
  if (number > MOST_NUMBER) return refuse({ code: 'too-large', params: { max: MOST_NUMBER } });
  const said = { kind: 'number', report: reportIdOf(report), document, number } as const;
  const given = numberOf(entries, document, said.report);
  // Sent twice is sent once.
  if (given) return given.said.number === number ? { ok: true, said } : refuse({ code: 'number-taken' });
  return takenBy(entries, said) ? refuse({ code: 'number-taken' }) : { ok: true, said };
}

/** A day that has come; of what follows a meeting, not one before it. */
function parsePast(
  field: string,
  typed: string,
  { today, from }: Pick<Known, 'today'> & { readonly from?: Day },
  said: (day: Day) => Said,
): Parsed {
  const fields = new Fields({ [field]: typed });
  const day = fields.day(field, 'required', { today, ...(from && { month: monthOf(from) }) });
  if (day && day > today) fields.refuse(field, 'day-not-possible');
  if (day && from && day < from) fields.refuse(field, 'before-meeting');
  return day && fields.errors.length === 0 ? { ok: true, said: said(day) } : { ok: false, errors: fields.errors };
}
