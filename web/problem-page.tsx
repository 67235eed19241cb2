import { pathTo } from '#shared/access/routes.ts';
import { type ProblemCode, problemSentences, problemTitles } from '#shared/access/texts/problems.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface ProblemPageProps {
  readonly context: PageContext;
  /** The HTTP status, so that a user can read it out on the telephone. */
  readonly status: number;
  readonly code: ProblemCode;
}

/** Says in words what went wrong and what to do now. */
export function ProblemPage({ context, status, code }: ProblemPageProps) {
  const { lang } = context;
  return (
    <Document title={problemTitles[lang][code]} context={context} typing>
      <h1>{problemTitles[lang][code]}</h1>
      <p class="lead">{problemSentences[lang][code]}</p>
      <p class="actions">
        <a href={pathTo('/', {})}>{commonTexts[lang].home}</a>
      </p>
      <p class="muted">{status}</p>
    </Document>
  );
}
