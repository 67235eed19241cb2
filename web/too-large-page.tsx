import { pathTo } from '#shared/access/routes.ts';
import { problemSentences, problemTitles, tooLargeTexts } from '#shared/access/texts/problems.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface TooLargePageProps {
  readonly context: PageContext;
  /** The longest texts of the form, to be copied. */
  readonly texts: readonly string[];
}

/**
 * A form that was too large, with what was typed into it: a browser that goes back may show the form blank, since it may
 * keep no page of ours.
 */
export function TooLargePage({ context, texts }: TooLargePageProps) {
  const { lang } = context;
  return (
    <Document title={problemTitles[lang]['too-large']} context={context} typing>
      <h1>{problemTitles[lang]['too-large']}</h1>
      <p class="lead">{problemSentences[lang]['too-large']}</p>
      {texts.map((text, at) => (
        <div key={text} class="field">
          <label for={`text-${at}`}>{tooLargeTexts[lang].text(at + 1)}</label>
          <textarea id={`text-${at}`} rows={12} readonly>
            {text}
          </textarea>
        </div>
      ))}
      <p class="actions">
        <a href={pathTo('/', {})}>{commonTexts[lang].home}</a>
      </p>
      <p class="muted">413</p>
    </Document>
  );
}
