import type { ErrorCode } from '#shared/input/typed.ts';
import type { Bilingual } from '#shared/language/lang.ts';
import type { Day } from '#shared/period.ts';
import type { Choices } from '#shared/reports/choices.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The sections of the form in which something is asked; `formTexts` has their titles. */
export type Section =
  | 'meeting'
  | 'members'
  | 'attendance'
  | 'preparation'
  | 'conduct'
  | 'result'
  | 'tasks'
  | 'followUps'
  | 'matters'
  | 'superiors'
  | 'score';

interface Asked {
  readonly section?: Section;
  readonly label: Bilingual;
  /** What is asked for, where the label cannot say it all. */
  readonly hint?: Bilingual;
  /** What becomes of a blank: it is refused, or it means 0. Without this it stays unknown. */
  readonly blank?: 'refused' | 'none';
}

export interface CountField extends Asked {
  readonly kind: 'count';
  readonly unit: 'members' | 'minutes' | 'targets';
  readonly most: number;
  /** One of the reasons for which more or fewer are required than belong to the cell. */
  readonly adjusts?: true;
}

export interface ChoiceField extends Asked {
  readonly kind: 'choice';
  readonly choices: Choices;
  /** How another answer is refused, where not as `not-a-choice`. */
  readonly refusedAs?: ErrorCode;
}

/** Free text: stored apart from the figures, expires, may be purged. */
export interface WordsField extends Asked {
  readonly kind: 'words';
  /** In characters. */
  readonly most: number;
  /** How high its box is. */
  readonly lines: number;
}

interface OtherField extends Asked {
  readonly kind: 'day' | 'time';
}

/** The cell that reports: the form knows it without asking. */
interface CellField extends Asked {
  readonly kind: 'cell';
}

/** A question with one answer. */
export type Field = CountField | ChoiceField | WordsField | OtherField | CellField;

/** A question that is answered by any number of rows; its label names one of them. */
export interface RowsField extends Asked {
  readonly kind: 'rows';
  readonly parts: Readonly<Record<string, Field>>;
}

/** Points by criterion; the month's regime knows which. */
export interface PointsField extends Asked {
  readonly kind: 'points';
}

export type AnyField = Field | RowsField | PointsField;

/** Fields by name. Each that is asked says where, so that none is left out of the form. */
export type FieldTable = Readonly<
  Record<string, CellField | (Exclude<AnyField, CellField> & Required<Pick<Asked, 'section'>>)>
>;

/** The names of the fields in a table that are such ones. */
export type NamesOf<Table, Such> = { [Name in keyof Table]: Table[Name] extends Such ? Name : never }[keyof Table];

type Answer<F> = F extends { kind: 'cell' }
  ? UnitId
  : F extends { kind: 'day' }
    ? Day
    : F extends { kind: 'count' }
      ? number
      : F extends { kind: 'choice'; choices: infer C }
        ? keyof C
        : F extends { kind: 'rows'; parts: infer Parts }
          ? readonly Answers<Parts>[]
          : F extends { kind: 'points' }
            ? Readonly<Record<string, number>>
            : string;

type Known<Table> = NamesOf<Table, { blank: string } | { kind: 'rows' | 'points' }>;

/** What the fields of a table say. An absent one was left blank: it is unknown, neither zero nor no. */
export type Answers<Table> = { readonly [Name in Known<Table>]: Answer<Table[Name]> } & {
  readonly [Name in Exclude<keyof Table, Known<Table>>]?: Answer<Table[Name]>;
};
