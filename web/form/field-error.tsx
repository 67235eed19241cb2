import { errorWord } from '#shared/input/texts/errors.ts';
import type { Lang } from '#shared/language/lang.ts';

interface FieldErrorProps {
  readonly id: string;
  readonly lang: Lang;
  readonly says: string;
}

/** What is wrong at a field, in the same words from the server and from the script. */
export function FieldError({ id, lang, says }: FieldErrorProps) {
  return (
    <p id={id} class="error">
      <b>{errorWord[lang]}</b> {says}
    </p>
  );
}
