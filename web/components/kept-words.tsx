import type { Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';

interface KeptWordsProps {
  readonly lang: Lang;
  readonly typed: Typed;
  /** What the fields' names begin with, whose form is not shown again. */
  readonly fields: readonly string[];
}

/** What was typed into a form that no longer has a place on the page: it was not stored, and can be copied from here. */
export function KeptWords({ lang, typed, fields }: KeptWordsProps) {
  const kept = Object.entries(typed).filter(
    ([name, words]) => words.trim() !== '' && fields.some((field) => name.startsWith(field)),
  );
  if (kept.length === 0) return null;
  return (
    <dl class="facts">
      <dt>{commonTexts[lang].notStored}</dt>
      {kept.map(([name, words]) => (
        <dd key={name}>{words}</dd>
      ))}
    </dl>
  );
}
