import type { ComponentChildren } from 'preact';

/** The name by which the script finds the line. It calculates `required`, `present` and `score` during typing. */
export type LiveLine = 'required' | 'present' | 'score';

interface SumLineProps {
  readonly live: LiveLine;
  /** What scripts show instead of the content where there are no figures, if the content has figures. */
  readonly otherwise?: string;
  /** Whether it stands within another line. */
  readonly inline?: boolean;
  /** Explains the sum in words. Scripts replace this by figures, and restore it if there are none. */
  readonly children?: ComponentChildren;
}

/** Shows the sum of the fields around it. */
export function SumLine({ live, otherwise, inline = false, children }: SumLineProps) {
  const Line = inline ? 'span' : 'div';
  return (
    <Line data-live={live} data-otherwise={otherwise}>
      <SumWords>{children}</SumWords>
    </Line>
  );
}

/** The content of a sum line, the same from the server and from the script. */
export function SumWords({ children }: Pick<SumLineProps, 'children'>) {
  return (
    <span class="sum" aria-live="polite">
      {children}
    </span>
  );
}
