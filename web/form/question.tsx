import type { Lang } from '#shared/language/lang.ts';
import type { Choices } from '#shared/reports/choices.ts';
import type { Field, FieldTable } from '#shared/reports/field.ts';
import { isObligatory } from '#shared/reports/obligatory.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface QuestionProps {
  readonly form: FormState;
  readonly name: string;
  readonly field: Field;
  /** Replaces the table's own text if the text depends on the month or row. */
  readonly label?: string;
  readonly hint?: string;
  /** Whether it must be answered, where that depends on more than what is typed. */
  readonly must?: boolean;
  readonly table?: FieldTable;
  /** Whether something around it says the question already; of free text alone. */
  readonly unseen?: boolean;
}

/** Asks a question of a report with the control for its kind. */
export function Question({ form, name, field, table, ...own }: QuestionProps) {
  const { lang } = form;
  const { label = field.label[lang], hint = field.hint?.[lang] } = own;
  const { must = isObligatory(name, form.typed, table) } = own;
  const asked = { form, name, label, must, ...(hint && { hint }) };
  if (field.kind === 'choice') {
    return <ChoiceField {...asked} choices={offered(field.choices, lang)} />;
  }
  if (field.kind === 'row') {
    const number = form.typed[name];
    return number ? <input type="hidden" name={name} value={number} /> : null;
  }
  if (field.kind === 'words' || field.kind === 'task') {
    if (field.lines === 1) return <TextField {...asked} />;
    return <WordsField {...asked} rows={field.lines} unseen={own.unseen === true} />;
  }
  return <TextField {...asked} kind={controls[field.kind] ?? 'short'} />;
}

/** A quantity needs a comma as points do. */
const controls: Readonly<Partial<Record<Field['kind'], 'count' | 'points'>>> = { count: 'count', quantity: 'points' };

function offered(choices: Choices, lang: Lang): [code: string, label: string][] {
  return Object.entries(choices).map(([code, label]) => [code, label[lang]]);
}
