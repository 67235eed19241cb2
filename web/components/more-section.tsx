import type { ComponentChildren } from 'preact';

interface MoreSectionProps {
  readonly title: string;
  readonly id?: string;
  /** How many things are in it. */
  readonly count?: number;
  readonly open?: boolean;
  /** Whether it is on the sheet of paper too. */
  readonly printed?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the page that is not needed before every meeting: one line, until somebody opens it. */
export function MoreSection({ title, id, count, open = false, printed = false, children }: MoreSectionProps) {
  return (
    <details id={id} class={printed ? 'more' : 'more noprint'} open={open}>
      <summary>
        <h2>{title}</h2>
        {count !== undefined && ` (${count})`}
      </summary>
      {children}
    </details>
  );
}
