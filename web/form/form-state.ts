import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fieldLabels, type Question } from '#shared/reports/texts/fields.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';

/** The form state: what was typed, and its mistakes. Every field reads from it by its name. */
export interface FormState {
  readonly lang: Lang;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** A field's id: its name without brackets and dots, which break selectors and some browsers' links. */
export function idOf(name: string): string {
  return name.replace(/[[\].]+/g, '-');
}

/** Whether something is typed into one of these fields, or is wrong with it. */
export function holds({ typed, errors }: FormState, isMeant: (name: string) => boolean): boolean {
  return (
    Object.entries(typed).some(([name, value]) => value.trim() !== '' && isMeant(name)) ||
    errors.some(({ field }) => isMeant(field))
  );
}

export function errorAt(form: FormState, name: string): string | undefined {
  const error = form.errors.find(({ field }) => field === name);
  return error && mistakeAt(error, form.lang, form.typed);
}

/** What stands in a field's box: what was typed, or what it was understood as, so that sending it again confirms it. */
export function valueAt({ typed, errors }: FormState, name: string): string {
  const asked = errors.find(({ field, code }) => field === name && code === 'understood');
  return String(asked?.params?.['understood'] ?? typed[name] ?? '');
}

/** The label of a field by the last part of its name. */
export function labelAt(form: FormState, name: string): string {
  return fieldLabels[form.lang][name.slice(name.lastIndexOf('.') + 1) as Question];
}

/** The number of rows of a list: those already shown, or the filled ones and a blank one; at least `least`. */
export function rowCount(list: string, versions: readonly Typed[], least: number, most: number): number {
  let rows = least;
  for (const [name, value] of versions.flatMap((typed) => Object.entries(typed))) {
    const at = name.startsWith(`${list}[`) ? Number.parseInt(name.slice(list.length + 1), 10) : -1;
    if (at >= 0 && at < most) rows = Math.max(rows, value.trim() === '' ? at + 1 : at + 2);
  }
  return Math.min(rows, most);
}
