import type { PageContext } from '#web/context.ts';

/** The token without which no post is taken. */
export function CsrfField({ context }: { readonly context: PageContext }) {
  return context.csrf === undefined ? null : <input type="hidden" name="csrf" value={context.csrf} />;
}
