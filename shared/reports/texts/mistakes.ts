import { messageOf } from '#shared/input/texts/errors.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { missingElsewhere } from '#shared/reports/texts/missing-elsewhere.ts';
import { namedMistake } from '#shared/reports/texts/named-mistake.ts';

/** The sentence at a field, below its label. */
export function mistakeAt(error: FieldError, lang: Lang, typed?: Typed): string {
  return namedMistake(error, lang, typed) ?? missingAt(error, lang) ?? messageOf(error, lang);
}

function missingAt({ field, code }: FieldError, lang: Lang): string | undefined {
  if (code !== 'required') return undefined;
  const sentences: Readonly<Record<string, string>> = missingElsewhere[lang];
  const name = field.replace(/\[\d+\]/, '');
  // `targets[0].what`, `plans[0].unit` ask for their last part; `name2`, `reviewReason.content` for what stands first: a
  // criterion may be called as a question of another form.
  const [first, last] = [name.replace(/\..*$/, '').replace(/\d+$/, ''), name.slice(name.lastIndexOf('.') + 1)];
  const names = [name, ...(name === field ? [first, last] : [last, first])];
  return names.flatMap((each) => sentences[each] ?? [])[0];
}
