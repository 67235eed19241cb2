import type { Actor } from '#shared/access/session.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import { readDay } from '#shared/input/read-day.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { addDays, type Day, type Instant, parseDay } from '#shared/period.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import { readChoices } from '#shared/reports/read-field.ts';
import { posts, type Seats } from '#shared/trainings/attendance.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** What is said of a course beforehand. Organs are named, people never. */
export interface Course {
  readonly subject: string;
  /** The organ that teaches. */
  readonly trainer: string;
  readonly places: number;
  /** The papers that are handed out, one a line. */
  readonly papers?: string;
  /** The pieces of the guidebook that are used, such as a meeting that is rehearsed, by their numbers. */
  readonly pieces: readonly number[];
}

/** A training as it was stored: the course, who was invited and came. Revisions are only ever added. */
export interface TrainingRevision extends Course {
  readonly day: Day;
  /** From 1: its place among those of its district and day. */
  readonly number: number;
  /** The unit whose board or committee holds it: a district, or a commune for its own cells. */
  readonly unit: UnitId;
  readonly seats: Seats;
  /** Why it was called off or should not have been entered; absent: it stands. */
  readonly dropped?: string;
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** A day of a district has at most so many trainings. */
export const MOST_A_DAY = 99;
const MOST_PLACES = 9999;
/** So many days ahead a course may be entered: longer is a slip of the year. */
const DAYS_AHEAD = 366;
const LONGEST = { subject: 200, trainer: 120, papers: 1000, reason: 500 } as const;

type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The posts of all cells that are invited at once when a course is entered. */
export const inviteField = {
  kind: 'choices',
  label: { vi: 'Mời của mọi chi bộ', en: 'Invited of every cell' },
  choices: posts,
} as const satisfies ChoicesField;

/** Pieces of the guidebook as boxes to tick, each by its number. */
export function piecesField(pieces: readonly { readonly number: number; readonly title: string }[]): ChoicesField {
  return {
    kind: 'choices',
    label: { vi: 'Dùng các bài của cẩm nang', en: 'Pieces of the guidebook that are used' },
    choices: Object.fromEntries(pieces.map(({ number, title }) => [String(number), { vi: title, en: title }])),
  };
}

interface Setting {
  readonly material: ChoicesField;
  /** Today in Vietnam. */
  readonly today: Day;
}

/** Reads the form of a new training; `cells` are those that its holder may invite. */
export function parseNewTraining(
  typed: Typed,
  { material, today, cells }: Setting & { readonly cells: readonly Pick<Unit, 'id'>[] },
): Parsed<{ readonly day: Day; readonly course: Course; readonly seats: Seats }> {
  const fields = new Fields(typed);
  const course = readCourse(fields, material);
  const day = fields.day('heldOn', 'required', { today }, (text, context) => {
    const read = readDay(text, context);
    return typeof read === 'string' && read > addDays(today, DAYS_AHEAD) ? undefined : read;
  });
  const invited = readChoices(fields, 'invite', inviteField) ?? [];
  fields.refuseOthers();
  if (fields.errors.length > 0 || !course || !day) return { ok: false, errors: fields.errors };
  const seat = Object.fromEntries(invited.map((post) => [post, 'invited'] as const));
  const seats = invited.length > 0 ? Object.fromEntries(cells.map(({ id }) => [id, seat])) : {};
  return { ok: true, day, course, seats };
}

/** Reads the form that amends a course. Its day is part of its id and stays: another day is another training. */
export function parseCourse(typed: Typed, material: ChoicesField): Parsed<{ readonly course: Course }> {
  const fields = new Fields(typed);
  const course = readCourse(fields, material);
  fields.refuseOthers();
  return fields.errors.length > 0 || !course ? { ok: false, errors: fields.errors } : { ok: true, course };
}

/** Reads the reason for which a training is called off. */
export function parseDrop(typed: Typed): Parsed<{ readonly reason: string }> {
  const fields = new Fields(typed);
  const reason = fields.words('reason', LONGEST.reason);
  fields.refuseOthers();
  return fields.errors.length > 0 || !reason ? { ok: false, errors: fields.errors } : { ok: true, reason };
}

function readCourse(fields: Fields, material: ChoicesField): Course | undefined {
  const subject = fields.words('subject', LONGEST.subject);
  const trainer = fields.words('trainer', LONGEST.trainer);
  const places = fields.count('places', 'required', MOST_PLACES);
  const papers = fields.optionalWords('papers', LONGEST.papers);
  const pieces = (readChoices(fields, 'pieces', material) ?? []).map(Number);
  if (!subject || !trainer || places === undefined) return undefined;
  return { subject: oneLine(subject), trainer: oneLine(trainer), places, ...(papers && { papers }), pieces };
}

/** A course as its form has it. */
export function typedCourse({ subject, trainer, places, papers = '', pieces }: Course, material: ChoicesField): Typed {
  const codes = Object.keys(material.choices);
  const boxes = pieces.map((number) => [`pieces[${codes.indexOf(String(number))}]`, String(number)] as const);
  return { subject, trainer, places: String(places), papers, ...Object.fromEntries(boxes) };
}

/** A training's day and number. */
export type TrainingKey = Pick<TrainingRevision, 'day' | 'number'>;

/** How a training is named in addresses: its district is the reader's. */
export function trainingName({ day, number }: TrainingKey): string {
  return `${day}_${number}`;
}

/** The day and number in an address; `undefined` if it names no training. */
export function parseTrainingName(text = ''): TrainingKey | undefined {
  const [, typed = '', number] = /^(\d{4}-\d\d-\d\d)_([1-9]\d?)$/.exec(text) ?? [];
  const day = parseDay(typed);
  return day && { day, number: Number(number) };
}
