import { typedBeforeTexts } from '#shared/access/texts/typed-before.ts';
import type { PageContext } from '#web/context.ts';

/** The part of a page's address that asks for its forms without what was typed before. */
export const ANEW = 'anew';

/** Stands over a form that shows again what was typed before it was refused. */
export function TypedBeforeNote({ context: { lang, path } }: { readonly context: Pick<PageContext, 'lang' | 'path'> }) {
  const t = typedBeforeTexts[lang];
  return (
    <p class="notice">
      {t.notStored} <a href={`${path}${path.includes('?') ? '&' : '?'}${ANEW}=1`}>{t.anew}</a>
    </p>
  );
}
