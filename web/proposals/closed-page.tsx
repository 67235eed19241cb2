import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface ClosedPageProps {
  readonly context: PageContext;
  /** What was typed, so that it is not lost. */
  readonly typed: string;
  /** How long to wait after too many tries; absent where the code opens nothing. */
  readonly minutes?: number;
}

/** What a code shows that opens nothing: the same whether it is wrong, has expired or was closed. */
export function ClosedPage({ context, typed, minutes }: ClosedPageProps) {
  const { script, ...plain } = context;
  const t = proposalsTexts[context.lang];
  return (
    <Document title={t.title} context={plain} typing={typed !== ''}>
      <h1>{t.title}</h1>
      <Alert title={minutes === undefined ? t.unknownTitle : t.waitTitle}>
        <p>{minutes === undefined ? t.unknown : t.wait(minutes)}</p>
      </Alert>
      {typed && (
        <>
          <p>
            <label for="kept">{t.kept}</label>
          </p>
          <textarea id="kept" readonly rows={5}>
            {typed}
          </textarea>
        </>
      )}
    </Document>
  );
}
