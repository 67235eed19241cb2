import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';

interface PageLinksProps {
  readonly lang: Lang;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
}

/** Links to the page of a list before this one and after it; nothing where one page has all. */
export function PageLinks({ lang, page, pages, to }: PageLinksProps) {
  const t = commonTexts[lang];
  if (pages <= 1) return null;
  return (
    <p class="actions">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t.pageBefore}
        </a>
      )}{' '}
      {t.page(page, pages)}{' '}
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {t.pageAfter}
        </a>
      )}
    </p>
  );
}
