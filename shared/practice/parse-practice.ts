import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { typesField } from '#shared/library/piece.ts';
import type { ChoiceField } from '#shared/reports/field.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';

/** The one question before somebody practises. */
export const practiceType = {
  kind: 'choice',
  label: { vi: 'Tập với loại hình chi bộ', en: 'Practise with this type of cell' },
  choices: typesField.choices,
} as const satisfies ChoiceField;

type Parsed =
  | { readonly ok: true; readonly type: CellType }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads with which type of cell somebody wants to practise. */
export function parsePractice(typed: Typed): Parsed {
  const fields = new Fields(typed);
  const type = fields.choice('type', Object.keys(cellTypes) as CellType[]);
  fields.refuseOthers();
  return type && fields.errors.length === 0 ? { ok: true, type } : { ok: false, errors: fields.errors };
}
