import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface PreparePageProps {
  readonly context: PageContext;
  readonly cell: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
}

/** The next meeting of a cell on one page. */
export function PreparePage({ context, cell, month }: PreparePageProps) {
  const t = prepareTexts[context.lang];
  return (
    <Document title={`${t.title} ${formatMonth(month, context.lang)}`} context={context}>
      <h1>
        {t.title} {formatMonth(month, context.lang)}
      </h1>
      <p class="lead">
        <b>{capitalized(cell.name)}</b>
      </p>
    </Document>
  );
}
