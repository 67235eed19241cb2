import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface NotStandingPageProps {
  readonly context: PageContext;
  readonly name: string;
  readonly month: Month;
}

/** Says that a cell does not stand in the month whose meeting somebody wants to prepare. */
export function NotStandingPage({ context, name, month }: NotStandingPageProps) {
  const { lang } = context;
  const t = prepareTexts[lang];
  return (
    <Document title={t.title(formatMonth(month, lang))} context={context}>
      <h1>{t.title(formatMonth(month, lang))}</h1>
      <p role="alert">{t.notStanding(capitalized(name), formatMonth(month, lang))}</p>
      <p class="actions">
        <a href={pathTo('/', {})}>{commonTexts[lang].home}</a>
      </p>
    </Document>
  );
}
