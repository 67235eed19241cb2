import type { PageContext } from '#web/context.ts';

/** The CSRF token. The server refuses a POST without it. */
export function CsrfField({ context }: { readonly context: PageContext }) {
  return context.csrf === undefined ? null : <input type="hidden" name="csrf" value={context.csrf} />;
}
