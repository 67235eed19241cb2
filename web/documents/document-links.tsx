import { pathTo } from '#shared/access/routes.ts';
import type { DocumentKind } from '#shared/documents/register.ts';
import { documentNames } from '#shared/documents/texts/papers.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { ReportId } from '#shared/reports/report.ts';

interface DocumentLinksProps {
  readonly id: ReportId;
  readonly kind: DocumentKind;
  readonly lang: Lang;
}

/** The files of one document. */
export function DocumentLinks({ id, kind, lang }: DocumentLinksProps) {
  const name = documentNames[lang][kind];
  const [word, pdf] =
    kind === 'minutes'
      ? (['/reports/{id}/minutes.docx', '/reports/{id}/minutes.pdf'] as const)
      : (['/reports/{id}/resolution.docx', '/reports/{id}/resolution.pdf'] as const);
  return (
    <>
      <a href={pathTo(word, { id })}>{name} (Word)</a> <a href={pathTo(pdf, { id })}>{name} (PDF)</a>
    </>
  );
}
