import { Fragment } from 'preact';
import { typedBeforeTexts } from '#shared/access/texts/typed-before.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';

interface TypedWordsProps {
  readonly typed: Typed;
  /** What the fields' names begin with, where the form of others stands on the page. */
  readonly fields?: readonly string[];
  /** Absent where one field is all. */
  readonly nameOf?: (field: string) => string;
  readonly lang: Lang;
}

/** What was typed into a form that is not offered any more, to be copied: nothing of it is stored. */
export function TypedWords({ typed, fields = [''], nameOf, lang }: TypedWordsProps) {
  const filled = Object.entries(typed).filter(
    ([name, value]) => value.trim() !== '' && fields.some((field) => name.startsWith(field)),
  );
  if (filled.length === 0) return null;
  return (
    <section>
      <h2>{typedBeforeTexts[lang].toCopy}</h2>
      {nameOf ? (
        <dl class="facts">
          {filled.map(([field, value]) => (
            <Fragment key={field}>
              <dt>{nameOf(field)}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        filled.map(([field, value]) => <p key={field}>{value}</p>)
      )}
    </section>
  );
}
