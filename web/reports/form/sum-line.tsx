import type { ComponentChildren } from 'preact';

/** Where the page's script finds the line: `required`, `present` and `score` are worked out while the form is typed. */
export type LiveLine = 'required' | 'present' | 'score';

interface SumLineProps {
  readonly live: LiveLine;
  /** How it adds up, in words: what scripts replace by the figures, and bring back where there are none. */
  readonly children?: ComponentChildren;
}

/** What the fields above come to. */
export function SumLine({ live, children }: SumLineProps) {
  return (
    <div data-live={live}>
      <SumWords>{children}</SumWords>
    </div>
  );
}

/** The content of a sum line, the same from the server and from the script. */
export function SumWords({ children }: Pick<SumLineProps, 'children'>) {
  return (
    <p class="sum" aria-live="polite">
      {children}
    </p>
  );
}
