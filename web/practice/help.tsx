import { type HelpTopic, helpSummary, helpTexts } from '#shared/practice/texts/help.ts';
import type { PageContext } from '#web/context.ts';

interface HelpProps {
  readonly context: PageContext;
  readonly of: HelpTopic;
}

/**
 * Short help where it is needed, for those who work there. It unfolds without scripts; text browsers show it as it is, and
 * paper does not have it.
 */
export function Help({ context: { lang, session }, of }: HelpProps) {
  if (session?.role !== 'cell' && session?.role !== 'commune') return null;
  return (
    <details class="noprint">
      <summary>{helpSummary[lang].summary}</summary>
      <ul>
        {helpTexts[lang][of].split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
