import type { Actor } from '#shared/access/session.ts';
import { audienceLabels } from '#shared/guidance/texts/guidance.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant } from '#shared/period.ts';
import { type Choices, codesOf } from '#shared/reports/choices.ts';
import type { ChoicesField } from '#shared/reports/field.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { readChoices } from '#shared/reports/read-field.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';

/** What a piece is about: how a meeting is held, a meeting that is rehearsed, or one of the subjects that a focus may have. */
export const librarySubjects = {
  SH: { vi: 'Nghiệp vụ sinh hoạt chi bộ', en: 'How meetings are held' },
  MAU: { vi: 'Buổi sinh hoạt mẫu để tập', en: 'Mock meetings to rehearse' },
  ...focusSubjects,
} as const satisfies Choices;

export type Subject = keyof typeof librarySubjects;

/** Whether a piece is for those who learn to hold meetings: its words, or a meeting that is rehearsed. */
export function isMaterial(subject: Subject): boolean {
  return subject === 'SH' || subject === 'MAU';
}

/** The types of cell as boxes to tick. */
export const typesField = {
  kind: 'choices',
  label: { vi: 'Dành cho loại hình chi bộ', en: 'For these types of cell' },
  choices: Object.fromEntries(
    (Object.keys(cellTypes) as CellType[]).map((code) => [
      code,
      { vi: audienceLabels.vi[code], en: audienceLabels.en[code] },
    ]),
  ),
} as const satisfies ChoicesField;

/** What a piece of the library (cẩm nang) says. */
export interface Piece {
  readonly title: string;
  /** The types of cell that it is for; none: all of them. */
  readonly types: readonly CellType[];
  readonly subject: Subject;
  /** A paragraph a line. */
  readonly content: string;
  /** Questions for the discussion, one a line. */
  readonly questions?: string;
}

/** A piece as it was stored. Revisions are only ever added. */
export interface PieceRevision extends Piece {
  /** Its number in the district's library, from 1. */
  readonly number: number;
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
  /** Why it was withdrawn; absent: it stands. */
  readonly withdrawn?: string;
}

const LONGEST = { title: 120, content: 6000, questions: 2000, reason: 500 } as const;
/** The key of a piece has so many digits. */
export const MOST_PIECES = 9999;

type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads `title`, `subject`, `types[n]`, `content` and `questions`. */
export function parsePiece(typed: Typed): Parsed<{ readonly piece: Piece }> {
  const fields = new Fields(typed);
  const title = fields.words('title', LONGEST.title);
  const subject = fields.choice('subject', codesOf(librarySubjects));
  const types = (readChoices(fields, 'types', typesField) ?? []) as CellType[];
  const content = fields.words('content', LONGEST.content);
  const questions = fields.optionalWords('questions', LONGEST.questions);
  fields.refuseOthers();
  const { errors } = fields;
  if (errors.length > 0 || !title || !subject || !content) return { ok: false, errors };
  return { ok: true, piece: { title: oneLine(title), subject, types, content, ...(questions && { questions }) } };
}

/** Reads the reason for which a piece is withdrawn. */
export function parseWithdrawal(typed: Typed): Parsed<{ readonly reason: string }> {
  const fields = new Fields(typed);
  const reason = fields.words('reason', LONGEST.reason);
  fields.refuseOthers();
  return fields.errors.length > 0 || !reason ? { ok: false, errors: fields.errors } : { ok: true, reason };
}

/** A piece as its form has it. */
export function typedPiece({ title, subject, types, content, questions = '' }: Piece): Typed {
  const codes = Object.keys(cellTypes);
  const boxes = types.map((type) => [`types[${codes.indexOf(type)}]`, type] as const);
  return { title, subject, content, questions, ...Object.fromEntries(boxes) };
}

/** Whether a piece is for a cell of one of these types. */
export function concerns({ types }: Pick<Piece, 'types'>, those: ReadonlySet<CellType | undefined>): boolean {
  return types.length === 0 || types.some((type) => those.has(type));
}

/** The number of a piece in an address; `undefined` if it is none. */
export function parsePieceNumber(text = ''): number | undefined {
  const number = /^[1-9]\d{0,3}$/.test(text) ? parseCount(text) : undefined;
  return number !== undefined && number <= MOST_PIECES ? number : undefined;
}

/** The pieces in the order of their subjects, each subject's by their titles as a Vietnamese dictionary has them. */
export function inOrder<P extends Pick<Piece, 'subject' | 'title'>>(pieces: readonly P[]): P[] {
  const subjects = codesOf(librarySubjects);
  return pieces.toSorted(
    (a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject) || a.title.localeCompare(b.title, 'vi'),
  );
}
