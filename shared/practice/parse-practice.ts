import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { typesField } from '#shared/library/piece.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { ChoiceField } from '#shared/reports/field.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import type { Unit } from '#shared/units/units.ts';

/**
 * The one question before somebody practises.
 *
 * @param cells those that its reader has to do with: the guidebook is open to him for their types; without any, all
 */
export function practiceType(cells: readonly Pick<Unit, 'type'>[]): ChoiceField {
  const own = new Set<string | undefined>(cells.map(({ type }) => type));
  const offered = Object.entries(typesField.choices).filter(([type]) => own.has(type));
  return {
    kind: 'choice',
    label: { vi: 'Tập với loại hình chi bộ', en: 'Practise with this type of cell' },
    choices: offered.length > 0 ? Object.fromEntries(offered) : typesField.choices,
  };
}

type Parsed =
  | { readonly ok: true; readonly type: CellType }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads with which type of cell, of those that are offered, somebody wants to practise. */
export function parsePractice(typed: Typed, { choices }: ChoiceField): Parsed {
  const fields = new Fields(typed);
  const type = fields.choice('type', codesOf(choices) as readonly CellType[]);
  fields.refuseOthers();
  return type && fields.errors.length === 0 ? { ok: true, type } : { ok: false, errors: fields.errors };
}
