import { logFault } from '#functions/fault.ts';
import type { Answer } from '#functions/http/answer.ts';
import { hasTyped, markTyped } from '#functions/http/cookies.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { keptFields } from '#functions/http/kept-form.tsx';
import type { Request } from '#functions/http/request.ts';
import type { Sender } from '#functions/http/session-header.ts';
import { type RefusedForm, refusedName } from '#functions/store/draft-store.ts';
import { type RoutedFunction, routes } from '#shared/access/routes.ts';
import { ANEW } from '#web/access/typed-before-note.tsx';
import { formOf } from '#web/refill-forms.ts';

/** Functions that take no form show none either, and may not read what was typed. */
const takeForms: ReadonlySet<RoutedFunction> = new Set(
  Object.entries(routes).flatMap(([key, route]) => (key.startsWith('POST ') ? [route.function] : [])),
);

type Deps = Pick<HttpDeps, 'drafts'>;

/** DynamoDB's keys have 1,024 bytes. What a form is about is short; a list that it carries on is not. */
const LONGEST_NAME = 900;
/** In characters: an item has 400 KB. Lists that are longer come from a file, which its owner still has. */
const MOST_KEPT = 120_000;

/**
 * What somebody typed into forms that came back with mistakes. A browser that goes back to the page before asks for it
 * again, since it may keep no page of ours (`no-store`): most would show it blank. No form has to do anything for that.
 */
export async function typedBefore(request: Request, sender: Sender, { drafts }: Deps): Promise<readonly RefusedForm[]> {
  if (typeof sender !== 'object' || request.route.startsWith('POST ') || request.wantsJson) return [];
  const asked = hasTyped(request) && request.query[ANEW] === undefined;
  if (!asked || !takeForms.has(routes[request.route]?.function)) return [];
  try {
    return await drafts.refusedOf(sender.session.user, request.now);
  } catch (error) {
    logFault('typed text not found', request.route, error);
    return [];
  }
}

/**
 * Keeps what was typed into a form that comes back, and forgets it once it is taken. Neither turns an answer into a fault.
 *
 * @param html the page that answers, if one does
 * @returns cookies to set
 */
export async function noteTyped(
  { status, isDraft }: Pick<Answer, 'status' | 'isDraft'>,
  html: string | undefined,
  request: Request,
  sender: Sender,
  { drafts }: Deps,
): Promise<readonly string[]> {
  const { route, path, body, unread, wantsJson, now } = request;
  const isForm = route.startsWith('POST ') && routes[route]?.roles !== 'everyone';
  // What could not be read is not kept.
  if (typeof sender !== 'object' || !isForm || isDraft || wantsJson || unread.length > 0) return [];
  const { user } = sender.session;
  const { press, ...typed } = keptFields(body);
  try {
    // A button that adds or removes a row brings the form back as well.
    const isBack = status === 422 || status === 409 || (status === 200 && press !== undefined);
    const form = isBack && html !== undefined ? formOf(html, { path, typed }) : undefined;
    if (form) {
      const name = refusedName(path, form.about);
      if (name.length > LONGEST_NAME || JSON.stringify(typed).length > MOST_KEPT) return [];
      await drafts.save({ user, form: name }, { typed, baseRevision: 0 }, now);
      return [markTyped(true, request)];
    }
    if (status >= 400 || !hasTyped(request)) return [];
    const all = await drafts.refusedOf(user, now);
    const isTaken = ({ path: to, about }: RefusedForm) =>
      to === path && Object.entries(about).every(([field, value]) => body[field] === value);
    const taken = all.filter(isTaken);
    for (const { form } of taken) await drafts.remove({ user, form });
    return taken.length === all.length ? [markTyped(false, request)] : [];
  } catch (error) {
    logFault('typed text not kept', route, error);
    return [];
  }
}
