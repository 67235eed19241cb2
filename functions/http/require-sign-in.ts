import type { Answer } from '#functions/http/answer.ts';
import { keptFields, signInAgain } from '#functions/http/kept-form.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import { MOST_FORM_BYTES, pathTo } from '#shared/access/routes.ts';

/**
 * Asks the user to sign in. Afterwards the requested page is shown. The sign-in page keeps a form that was sent, and
 * sends it again afterwards, so that nobody has to type it twice.
 */
export function requireSignIn(request: Request): Answer {
  const json = { type: 'urn:problem:not-signed-in', title: 'Phiên làm việc đã hết', status: 401 };
  if (request.route.startsWith('GET ')) {
    const location = pathTo('/login', {}, request.path === '/' ? {} : { next: request.path });
    return { status: 401, location, json };
  }
  const { path, body } = request;
  const { csrf } = body;
  // The token goes with it: it says whose form it is.
  const typed = { ...keptFields(body), ...(csrf !== undefined && { csrf }) };
  // A list as a file would not go through the sign-in form, which takes no more than others.
  if (Object.values(typed).join('').length > MOST_FORM_BYTES) return problem('too-large', request.lang);
  const carried = { path, body: new URLSearchParams(typed).toString() };
  return {
    status: 401,
    page: signInAgain('expired', carried),
    json,
    interrupted: { path, typed },
  };
}
