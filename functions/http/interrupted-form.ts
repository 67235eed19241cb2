import type { Request } from '#functions/http/request.ts';
import type { SentForm } from '#shared/access/form-deed.ts';

/** The form that a request to sign in carries on. It was cleaned and bounded as the body that carries it. */
export function carriedIn({ body }: Pick<Request, 'body'>): SentForm | undefined {
  const { carriedPath: path, carriedBody } = body;
  if (!path || carriedBody === undefined) return undefined;
  return { path, typed: Object.fromEntries(new URLSearchParams(carriedBody)) };
}
