import { pathTo } from '#shared/access/routes.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

/** Says that there is no such training, or none of the reader's. */
export function MissingTrainingPage({ context }: { readonly context: PageContext }) {
  const t = trainingTexts[context.lang];
  return (
    <Document title={t.missing} context={context}>
      <h1>{t.missing}</h1>
      <p>{t.missingHint}</p>
      <p class="actions">
        <a href={pathTo('/trainings', {})}>{t.back}</a>
      </p>
    </Document>
  );
}
