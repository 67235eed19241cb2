import { pathTo } from '#shared/access/routes.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface ProblemPageProps {
  readonly context: PageContext;
  /** The HTTP status, so that a user can read it out on the telephone. */
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
}

/** What went wrong and what to do now. */
export function ProblemPage({ context, status, title, sentence }: ProblemPageProps) {
  const { lang } = context;
  return (
    <Document title={title} context={context} typing work={context.session !== undefined}>
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      <p class="actions">
        <a href={pathTo('/', {})}>{commonTexts[lang].home}</a>
      </p>
      <p class="muted">{status}</p>
    </Document>
  );
}
