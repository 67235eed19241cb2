import type { ComponentChildren } from 'preact';

/** Shows useful but not urgent information. Screen readers read it aloud when it appears. */
export function Notice({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div id={id} class="notice" role="status">
      {children}
    </div>
  );
}
