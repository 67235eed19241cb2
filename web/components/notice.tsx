import type { ComponentChildren } from 'preact';

/** Good to know, read aloud when it appears. */
export function Notice({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div id={id} class="notice" role="status">
      {children}
    </div>
  );
}
