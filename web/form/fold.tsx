import type { ComponentChildren } from 'preact';

interface FoldProps {
  readonly title: ComponentChildren;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** Questions that a usual month does not need. They open without scripts; text browsers show them as they are. */
export function Fold({ title, open, children }: FoldProps) {
  return (
    <details class="more" open={open}>
      <summary>{title}</summary>
      {/* This starts a new line even in browsers that know no summary. */}
      <div>{children}</div>
    </details>
  );
}
