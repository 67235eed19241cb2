import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import { readDueDay } from '#shared/input/read-due-day.ts';
import { readTime } from '#shared/input/read-time.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { type Day, type Month, monthOf } from '#shared/period.ts';
import {
  type Agenda,
  type AgendaLine,
  agendaDays,
  type FocusSubject,
  ownLineId,
  stepOfLine,
} from '#shared/prepare/agenda.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { typedDay } from '#shared/reports/to-typed.ts';
import type { UnitId } from '#shared/units/units.ts';

export const LONGEST_LINE = 300;
export const MOST_LINES = 30;
const LONGEST_POST = 120;
const MOST_MINUTES = 300;
/** A line's id is ours, or a task's or a concern's; anything else is as good as none. */
const LINE_ID = /^[a-z][\w.-]{1,250}$/;

export type ParsedAgenda =
  | { readonly ok: true; readonly agenda: Agenda }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

interface Setting {
  readonly cell: UnitId;
  readonly month: Month;
  /** Today in Vietnam. */
  readonly today: Day;
  /** The agenda that the writer saw. A line whose words were blotted out is not kept, and stays to be chosen. */
  readonly seen: Pick<Agenda, 'lines'>;
}

/** Reads an agenda. Its lines come in the order of the numbers that are typed, and by where they stand. */
export function parseAgenda(typed: Typed, { cell, month, today, seen }: Setting): ParsedAgenda {
  const fields = new Fields(typed);
  const day = fields.day('day', 'optional', { month, today });
  if (day && monthOf(day) !== month) fields.refuse('day', 'meeting-outside-month', { month: monthDigits(month) });
  const startTime = fields.optional('startTime', readTime, 'not-a-time');
  const venue = fields.optionalWords('venue', LONGEST_POST);
  const days = agendaDays.map((name) => [name, fields.day(name, 'optional', { month, today }, readDueDay)] as const);
  const known = new Map(seen.lines.map((line) => [line.id, line]));
  const lines = Array.from({ length: MOST_LINES }, (_, n) => readLine(fields, n, known)).filter(
    (line) => line !== undefined,
  );
  const codes = codesOf(focusSubjects);
  const subjects = codes.filter((_, n) => fields.optionalChoice(`focusSubjects[${n}]`, codes) !== undefined);
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  const sorted = lines.sort((a, b) => a.place - b.place).map(({ line }) => line);
  return {
    ok: true,
    agenda: {
      cell,
      month,
      lines: [...new Map(sorted.map((line) => [line.id, line])).values()],
      subjects: subjects as readonly FocusSubject[],
      ...(day && { day }),
      ...(startTime && { startTime }),
      ...(venue && { venue: oneLine(venue) }),
      ...Object.fromEntries(days.filter(([, said]) => said)),
    },
  };
}

/** A line with the number by which it is ordered; `undefined` where nothing is said. */
function readLine(
  fields: Fields,
  n: number,
  known: ReadonlyMap<string, AgendaLine>,
): { readonly line: AgendaLine; readonly place: number } | undefined {
  const at = `lines[${n}]`;
  const id = fields.optional(`${at}.id`, (text) => (LINE_ID.test(text) ? text : ''), 'not-a-choice');
  const words = fields.optionalWords(`${at}.text`, LONGEST_LINE);
  const minutes = fields.count(`${at}.minutes`, 'optional', MOST_MINUTES);
  const who = fields.optionalWords(`${at}.who`, LONGEST_POST);
  const ticked = fields.optionalChoice(`${at}.kept`, ['1']) !== undefined;
  const place = fields.count(`${at}.place`, 'optional', 99) ?? n + 1;
  const text = words && oneLine(words);
  const line = (id && known.get(id)) || undefined;
  if (!text && !line) return undefined;
  const own = id || ownLineId(text ?? '');
  const step = stepOfLine({ id: own });
  // A step that is called as the regime calls it has no words of its own.
  const said = text ?? line?.text;
  const isUsual = step && (said === undefined || Object.values(stepNames).some((names) => names[step] === said));
  return {
    line: {
      id: own,
      kept: ticked && text !== undefined,
      ...(!isUsual && said !== undefined && { text: said }),
      ...(minutes !== undefined && { minutes }),
      ...(who && { who: oneLine(who) }),
    },
    place,
  };
}

/** An agenda as it would be typed into its form. */
export function typedAgenda(
  { lines, subjects, ...head }: Pick<Agenda, 'lines' | 'subjects'> & Partial<Agenda>,
  names: (typeof stepNames)['vi'],
): Typed {
  const codes = codesOf(focusSubjects);
  const { day, startTime, venue } = head;
  return Object.fromEntries([
    ...(day ? [['day', typedDay(day)]] : []),
    ...(startTime ? [['startTime', startTime]] : []),
    ...(venue ? [['venue', venue]] : []),
    ...agendaDays.flatMap((name) => (head[name] ? [[name, typedDay(head[name])]] : [])),
    ...lines.flatMap((line, n) => {
      const { id, kept, minutes, who } = line;
      const step = stepOfLine(line);
      return [
        [`lines[${n}].id`, id],
        [`lines[${n}].place`, String(n + 1)],
        [`lines[${n}].text`, line.text ?? (step ? names[step] : '')],
        ...(kept ? [[`lines[${n}].kept`, '1']] : []),
        ...(minutes === undefined ? [] : [[`lines[${n}].minutes`, String(minutes)]]),
        ...(who ? [[`lines[${n}].who`, who]] : []),
      ];
    }),
    ...codes.flatMap((code, n) => (subjects.includes(code) ? [[`focusSubjects[${n}]`, code]] : [])),
  ]);
}
