import { errorWord } from '#shared/input/texts/errors.ts';
import type { Lang } from '#shared/language/lang.ts';

interface FieldErrorProps {
  readonly id: string;
  readonly lang: Lang;
  readonly says: string;
}

/** Shows the mistake at a field. The server and the script use the same words. */
export function FieldError({ id, lang, says }: FieldErrorProps) {
  return (
    <p id={id} class="error">
      <b>{errorWord[lang]}</b> {says}
    </p>
  );
}
