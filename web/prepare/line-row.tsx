import type { PrepareTexts } from '#shared/prepare/texts/prepare.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, valueAt } from '#web/form/form-state.ts';

interface LineRowProps {
  readonly form: FormState;
  /** From 0. */
  readonly n: number;
  /** What somebody else has stored, by line and part. */
  readonly theirs: ReadonlyMap<string, string>;
  readonly t: PrepareTexts;
}

/** A line of the agenda's form: whether it is kept, what it is, how long, who speaks, and where it stands. */
export function LineRow({ form, n, theirs, t }: LineRowProps) {
  const at = (part: string) => `lines[${n}].${part}`;
  const id = form.typed[at('id')] ?? '';
  const isNew = id === '' && !form.typed[at('text')];
  const cell = (part: 'text' | 'minutes' | 'who' | 'place', label: string, number = false) => {
    const name = at(part);
    const hint = theirs.get(`${id}.${part}`);
    const said = { form, name, hint };
    return (
      <td class={frameClass(form, name)}>
        <label for={idOf(name)}>
          {label}
          <span class="unseen">, {t.line(n + 1).toLowerCase()}</span>
        </label>
        <FieldWords {...said} />
        <input
          id={idOf(name)}
          name={name}
          type="text"
          inputmode={number ? 'numeric' : undefined}
          placeholder={part === 'who' ? label : undefined}
          value={valueAt(form, name)}
          {...describedBy(said)}
        />
      </td>
    );
  };
  const kept = at('kept');
  return (
    <tr>
      <td>
        <label for={idOf(kept)} class="unseen">{`${t.keep}, ${t.line(n + 1).toLowerCase()}`}</label>{' '}
        {/* The name comes last, because w3m and Lynx read `checked/>` as an unknown attribute. */}
        <input id={idOf(kept)} type="checkbox" checked={isNew || form.typed[kept] === '1'} value="1" name={kept} />
        {theirs.has(`${id}.kept`) && <span class="hint"> {theirs.get(`${id}.kept`)}</span>}
        {id && <input type="hidden" name={at('id')} value={id} />}
      </td>
      {cell('text', t.text)}
      {cell('minutes', t.minutes, true)}
      {cell('who', t.speaker)}
      {cell('place', t.place, true)}
    </tr>
  );
}
