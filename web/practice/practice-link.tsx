import { pathTo } from '#shared/access/routes.ts';
import { practiceTexts } from '#shared/practice/texts/practice.ts';
import type { PageContext } from '#web/context.ts';

/** Leads those to the practice month who may have one: the secretaries of cells, and the communes that teach them. */
export function PracticeLink({ context: { lang, session } }: { readonly context: PageContext }) {
  if (session?.role !== 'cell' && session?.role !== 'commune') return null;
  return <a href={pathTo('/practice', {})}>{practiceTexts[lang].link}</a>;
}
