import type { ErrorCode } from '#shared/input/typed.ts';
import type { Bilingual } from '#shared/language/lang.ts';
import type { Day } from '#shared/period.ts';
import type { Choices } from '#shared/reports/choices.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The sections of the form that contain questions; `formTexts` has their titles. */
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
  /** An explanation of the question, if the label is not enough. */
  readonly hint?: Bilingual;
  /** Asked at once, since every month has it; the others wait folded away. In a list, its first row. */
  readonly usual?: true;
  /** What happens to a blank: it is rejected, or it means 0. Without this it stays unknown. */
  readonly blank?: 'refused' | 'none';
}

export interface CountField extends Asked {
  readonly kind: 'count';
  readonly unit: 'members' | 'minutes' | 'targets';
  readonly most: number;
  /** What a writing such as `21/23` is a part of: those required to attend, or the count of another field. */
  readonly of?: string;
  /** A reason why more or fewer members are required than belong to the cell. */
  readonly adjusts?: true;
}

export interface ChoiceField extends Asked {
  readonly kind: 'choice';
  readonly choices: Choices;
  /** The error code for another answer, if it is not `not-a-choice`. */
  readonly refusedAs?: ErrorCode;
  /** Answers that older reports give: they are read, and offered only where one is given already. */
  readonly former?: readonly string[];
}

/** A question that may have several answers from a list; none is a blank. */
export interface ChoicesField extends Asked {
  readonly kind: 'choices';
  readonly choices: Choices;
}

/** Free text: it is stored apart from the figures, expires, and may be purged. */
export interface WordsField extends Asked {
  readonly kind: 'words';
  /** In characters. */
  readonly most: number;
  /** The height of its box. */
  readonly lines: number;
}

/** A task of an earlier report: by its id, which is stored with the figures, or in words, which are free text. */
export interface TaskField extends Asked {
  readonly kind: 'task';
  /** In characters. */
  readonly most: number;
  readonly lines: number;
}

/** How much, in the unit that another answer of its row names. */
export interface QuantityField extends Asked {
  readonly kind: 'quantity';
  /** The part of the row that names the unit; it stands before. */
  readonly by: string;
}

/** A target of the cell, by its id. */
export interface TargetField extends Asked {
  readonly kind: 'target';
}

/** The number of a row, which stays with it. It is given and never asked; one that cannot be read is as good as none. */
interface RowField extends Asked {
  readonly kind: 'row';
  readonly most: number;
}

interface OtherField extends Asked {
  readonly kind: 'day' | 'time';
  /** The day is to come. */
  readonly isDue?: true;
}

/** The cell that reports: the form knows it without asking. */
interface CellField extends Asked {
  readonly kind: 'cell';
}

/** A question with one answer. */
export type Field =
  | CountField
  | ChoiceField
  | WordsField
  | TaskField
  | QuantityField
  | TargetField
  | RowField
  | OtherField
  | CellField;

/** A question with any number of rows as its answer; the label names one row. */
export interface RowsField extends Asked {
  readonly kind: 'rows';
  /** No row is the same as no answer: so say the reports that were stored before it was asked. */
  readonly none?: 'absent';
  readonly parts: Readonly<Record<string, Field>>;
}

/** Points by criterion; the month's regime has the list of criteria. */
export interface PointsField extends Asked {
  readonly kind: 'points';
}

export type AnyField = Field | ChoicesField | RowsField | PointsField;

/** Fields by name. Each question names its section, so that none is left out of the form. */
export type FieldTable = Readonly<
  Record<string, CellField | (Exclude<AnyField, CellField> & Required<Pick<Asked, 'section'>>)>
>;

/** The names of the fields in a table that have the type `Such`. */
export type NamesOf<Table, Such> = { [Name in keyof Table]: Table[Name] extends Such ? Name : never }[keyof Table];

type Answer<F> = F extends { kind: 'cell' }
  ? UnitId
  : F extends { kind: 'day' }
    ? Day
    : F extends { kind: 'count' | 'row' | 'quantity' }
      ? number
      : F extends { kind: 'choice'; choices: infer C }
        ? keyof C
        : F extends { kind: 'choices'; choices: infer C }
          ? readonly (keyof C)[]
          : F extends { kind: 'rows'; parts: infer Parts }
            ? readonly Answers<Parts>[]
            : F extends { kind: 'points' }
              ? Readonly<Record<string, number>>
              : string;

type Known<Table> = Exclude<
  NamesOf<Table, { blank: string } | { kind: 'rows' | 'points' }>,
  NamesOf<Table, { none: string }>
>;

/** The answers to the fields of a table. An absent answer was left blank: it is unknown, neither zero nor no. */
export type Answers<Table> = { readonly [Name in Known<Table>]: Answer<Table[Name]> } & {
  readonly [Name in Exclude<keyof Table, Known<Table>>]?: Answer<Table[Name]>;
};

/** Whether a report always has an answer to a question: a blank is refused, or stored as none. */
export function isAlwaysGiven(field: AnyField): boolean {
  if (field.kind === 'rows') return field.none !== 'absent';
  return field.blank !== undefined || field.kind === 'points';
}
