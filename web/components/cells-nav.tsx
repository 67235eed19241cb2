import { withQuery } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { cellsPageTexts } from '#shared/units/texts/cells-page.ts';
import { FindCell } from '#web/components/find-cell.tsx';

interface CellsNavProps {
  readonly lang: Lang;
  readonly page: CellsPage;
  /** Of the page, without a query. */
  readonly action: string;
  /** What the page is asked for besides. */
  readonly query: Readonly<Record<string, string>>;
  /** The page has a form, of which only what is shown is saved. */
  readonly saves?: boolean;
}

/** Looks for a cell, and says which of how many are shown; nothing where one page has all. */
export function CellsNav({ lang, page, action, query, saves }: CellsNavProps) {
  const t = cellsPageTexts[lang];
  if (!page.isLong) return null;
  return (
    <>
      <FindCell {...{ lang, action, query }} typed={page.typed} />
      {page.typed && page.of === 0 && <p role="status">{t.none}</p>}
      <CellsLinks {...{ lang, page, action, query }} />
      {saves && page.of > 0 && <p class="hint">{t.save}</p>}
    </>
  );
}

/** Which of how many cells are shown, and the ways to those before and after; nothing where one page has all. */
export function CellsLinks({ lang, page, action, query }: Omit<CellsNavProps, 'saves'>) {
  const { first, of, cells, previous, next, typed } = page;
  const t = cellsPageTexts[lang];
  if (!page.isLong || of === 0) return null;
  const to = (after: string) => withQuery(action, { ...query, ...(typed && { q: typed }), ...(after && { after }) });
  return (
    <p class="actions">
      {previous !== undefined && (
        <a href={to(previous)} rel="prev">
          {t.before}
        </a>
      )}{' '}
      {t.shown(first, first + cells.length - 1, of)}{' '}
      {next !== undefined && (
        <a href={to(next)} rel="next">
          {t.after}
        </a>
      )}
    </p>
  );
}
