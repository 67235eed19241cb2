import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Found } from '#shared/search/hits.ts';
import { foundLabels, searchTexts } from '#shared/search/texts/search.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface SearchPageProps {
  readonly context: PageContext;
  /** Blank: nothing was looked for yet. */
  readonly typed: string;
  readonly found: readonly Found[];
}

/** The search, and what it found: how many of each kind, and the links. */
export function SearchPage({ context, typed, found }: SearchPageProps) {
  const { lang } = context;
  const t = searchTexts[lang];
  const count = found.reduce((sum, each) => sum + each.count, 0);
  return (
    <Document title={typed ? `${typed} - ${t.title}` : t.title} context={context} work>
      <h1>{t.title}</h1>
      <form action={pathTo('/search', {})}>
        <label for="q">{t.label}</label>
        <p id="q-hint" class="hint">
          {t.hint}
        </p>
        <p class="find">
          <input id="q" type="search" name="q" value={typed} autocomplete="off" aria-describedby="q-hint" />{' '}
          <button type="submit">{t.send}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/receipts', {})}>{commonTexts[lang].receipts}</a>
      </p>
      {typed && <p role="status">{count > 0 ? t.found(count, typed) : t.none(typed)}</p>}
      {found.map(({ kind, count: all, hits }) => (
        <section key={kind}>
          <h2>
            {foundLabels[lang][kind]}: {formatNumber(all, lang)}
          </h2>
          <ul class="hits">
            {hits.map(({ name, note, path }) => (
              <li key={`${name}${path}`}>
                <a href={path}>{name}</a> {note && <span class="muted">{note}</span>}
              </li>
            ))}
          </ul>
          {hits.length < all && <p class="hint">{t.shown(hits.length)}</p>}
        </section>
      ))}
    </Document>
  );
}
