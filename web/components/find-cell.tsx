import { withQuery } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import { cellsPageTexts } from '#shared/units/texts/cells-page.ts';

interface FindCellProps {
  readonly lang: Lang;
  /** Of the page, without a query. */
  readonly action: string;
  /** What the page is asked for besides. */
  readonly query: Readonly<Record<string, string>>;
  readonly typed: string;
}

/** Looks for a cell by its name, with marks or without. */
export function FindCell({ lang, action, query, typed }: FindCellProps) {
  const t = cellsPageTexts[lang];
  const kept = Object.entries(query);
  return (
    <form class="find" action={action}>
      <label for="q">{t.find}</label>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input id="q" name="q" type="text" value={typed} autocomplete="off" />
      <button class="quiet" type="submit">
        {t.search}
      </button>
      {typed && <a href={withQuery(action, query)}>{t.all}</a>}
    </form>
  );
}
