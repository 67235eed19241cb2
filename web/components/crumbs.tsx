import { Fragment } from 'preact';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Crumb } from '#web/context.ts';

/** The way from the reader's own unit down to the page: district, commune, cell, month. */
export function Crumbs({ crumbs, lang }: { readonly crumbs: readonly Crumb[]; readonly lang: Lang }) {
  return (
    <nav class="wrap months hint" aria-label={commonTexts[lang].crumbs}>
      {crumbs.map(({ name, path }, at) => (
        <Fragment key={name}>
          {at > 0 && <span aria-hidden="true"> › </span>}
          {path ? <a href={path}>{capitalized(name)}</a> : <span aria-current="page">{capitalized(name)}</span>}{' '}
        </Fragment>
      ))}
    </nav>
  );
}
