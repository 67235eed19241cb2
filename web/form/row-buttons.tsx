import { fewerRows, moreRows } from '#shared/reports/texts/form.ts';
import type { FormState } from '#web/form/form-state.ts';

interface RowButtonProps {
  readonly form: FormState;
  readonly action: string;
  readonly section: string;
  readonly list: keyof (typeof moreRows)['vi'];
}

/** Adds a row without any script: the form goes to the server and comes back at the same place. */
export function MoreRows({ form, action, section, list }: RowButtonProps) {
  return (
    <button type="submit" class="quiet" name="press" value={`more.${list}`} formaction={`${action}#${section}`}>
      {moreRows[form.lang][list]}
    </button>
  );
}

/** Removes row `n` in the same way. */
export function LessRows({ form, action, section, list, n }: RowButtonProps & { readonly n: number }) {
  return (
    <button type="submit" class="quiet" name="press" value={`less.${list}.${n}`} formaction={`${action}#${section}`}>
      {fewerRows[form.lang][list]} {n + 1}
    </button>
  );
}

/** @example upTo(3) //=> [0, 1, 2] */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
