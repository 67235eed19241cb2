import type { ComponentChildren } from 'preact';
import type { Lang } from '#shared/language/lang.ts';
import { pointsToWords, Words } from '#web/form/field-words.tsx';

interface InputProps {
  readonly type?: 'password' | 'file';
  readonly value?: string;
  readonly autocomplete?: 'off' | 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly autocapitalize?: 'none' | 'characters';
  readonly spellcheck?: boolean;
  readonly inputmode?: 'numeric' | 'email';
  readonly accept?: string;
  readonly readonly?: boolean;
}

interface PlainFieldProps extends InputProps {
  readonly lang: Lang;
  /** The name is also the id, since names are unique on a page. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** With options, the field is a choice. */
  readonly children?: ComponentChildren;
}

/** A question of a short form, with its hint and its mistake. */
export function PlainField({ lang, name, label, hint, error, children, ...input }: PlainFieldProps) {
  const words = { id: name, hint, error };
  const control = { id: name, name, ...pointsToWords(words) };
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      <Words lang={lang} {...words} />
      {children ? <select {...control}>{children}</select> : <input {...input} {...control} />}
    </div>
  );
}
