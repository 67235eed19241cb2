import type { Answer } from '#functions/http/answer.ts';
import { keptFields } from '#functions/http/kept-form.tsx';
import type { Request } from '#functions/http/request.ts';
import { pathTo } from '#shared/access/routes.ts';
import { SignInPage } from '#web/access/sign-in-page.tsx';

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
  const carried = { path: request.path, body: new URLSearchParams(keptFields(request.body)).toString() };
  return {
    status: 401,
    page: (context) => <SignInPage context={context} problem="expired" carried={carried} />,
    json,
  };
}
