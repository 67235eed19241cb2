import type { ComponentChildren } from 'preact';

/** A message that is good to know. Screen readers read it when it appears. */
export function Notice({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div id={id} class="notice" role="status">
      {children}
    </div>
  );
}
