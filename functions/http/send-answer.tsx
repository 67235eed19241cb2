import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from '#functions/http/answer.ts';
import { crumbsTo } from '#functions/http/crumbs-to.ts';
import { ownedFormToken } from '#functions/http/form-owner.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { carriedIn } from '#functions/http/interrupted-form.ts';
import type { Request } from '#functions/http/request.ts';
import { contentPolicy } from '#functions/http/security-headers.ts';
import { type Sender, sessionHeader } from '#functions/http/session-header.ts';
import { siteAddress } from '#functions/http/site-address.ts';
import { noteTyped, typedBefore } from '#functions/http/typed-before.ts';
import { practiceAddress } from '#shared/practice/practice-address.ts';
import { fullName, type UnitId } from '#shared/units/units.ts';
import { TypedBeforeNote } from '#web/access/typed-before-note.tsx';
import type { PageContext } from '#web/context.ts';
import { refillForms } from '#web/refill-forms.ts';
import { renderPage, renderPart } from '#web/render.ts';

/** Turns an action's answer into a response: JSON if the client wants it, otherwise a page, a file or a redirect. */
export async function sendAnswer(
  answer: Answer,
  request: Request,
  sender: Sender,
  deps: HttpDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { status, file, page, postsTo, practice } = answer;
  // What is typed in a practice month is kept there.
  const keeping = practice ?? deps;
  const location = answer.location && siteAddress(answer.location, request);
  const cookies = [...(answer.cookies ?? [])];
  const session = { ...answer.headers, ...sessionHeader(sender, cookies, request) };
  if (file) {
    const headers = {
      ...session,
      'content-type': file.type,
      ...(file.name && { 'content-disposition': `attachment; filename="${safeName(file.name)}"` }),
    };
    return typeof file.body === 'string'
      ? { statusCode: status, headers, cookies, body: file.body }
      : {
          statusCode: status,
          headers,
          cookies,
          body: Buffer.from(file.body).toString('base64'),
          isBase64Encoded: true,
        };
  }
  if (answer.json !== undefined && (request.wantsJson || !(page || location))) {
    const json = typeof answer.json === 'function' ? await answer.json() : answer.json;
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    const headers = { ...session, 'content-type': `${type}; charset=utf-8`, ...(location && { location }) };
    return { statusCode: status, headers, cookies, body: JSON.stringify(json) };
  }
  if (location) {
    cookies.push(...(await noteTyped(answer, undefined, request, sender, keeping)));
    return { statusCode: 303, headers: { ...session, location }, cookies, body: '' };
  }
  if (!page) throw new Error(`Nothing to show for ${request.route}`);
  const [context, before] = await Promise.all([
    contextOf(answer, request, sender, deps),
    status === 200 ? typedBefore(request, sender, keeping) : [],
  ]);
  const shown = await page({ ...context, ...(before.length > 0 && { typedBefore: before }) });
  const html = renderPage(shown, practice && practiceAddress);
  cookies.push(...(await noteTyped(answer, html, request, sender, keeping)));
  return {
    statusCode: status,
    headers: {
      ...session,
      'content-type': 'text/html; charset=utf-8',
      ...(postsTo && { 'content-security-policy': contentPolicy(postsTo) }),
    },
    cookies,
    body: before.length > 0 ? refillForms(html, before, renderPart(<TypedBeforeNote context={context} />)) : html,
  };
}

/** Replaces every character that could mean more than a name in a file system or a header. */
function safeName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_');
}

async function contextOf(
  { interrupted, leftOut = [], of, practice }: Pick<Answer, 'interrupted' | 'leftOut' | 'of' | 'practice'>,
  request: Request,
  sender: Sender,
  deps: HttpDeps,
): Promise<PageContext> {
  const { lang, path } = request;
  const form = interrupted ?? carriedIn(request);
  const notice = await deps.notices.shown(request.now);
  const page = {
    ...{ lang, path },
    ...(notice && { notice }),
    ...(form && { interrupted: await (await import('#functions/http/facts-of-form.ts')).factsOf(form, deps) }),
    ...(leftOut.length > 0 && {
      leftOut: (await import('#web/components/left-out-list.tsx')).LeftOutList({ leftOut, lang }),
    }),
  };
  if (sender === 'unknown') return page;
  if (sender === 'nobody') return { ...page, ...(deps.signedOutScript && { script: deps.signedOutScript }) };
  const { id, session } = sender;
  const [unit, crumbs] = await Promise.all([
    nameOf(session.unit, deps),
    of ? crumbsTo(of, session, request, deps.directory) : [],
  ]);
  return {
    ...page,
    csrf: ownedFormToken(id, session, deps.originSecrets[0] ?? ''),
    session: { ...session, unitName: unit.name },
    // The script keeps what is typed on the device, to be sent as a report: practice is not for it.
    ...(practice ? { practice: { until: practice.until } } : deps.pageScript && { script: deps.pageScript }),
    ...(crumbs.length > 1 && { crumbs }),
    ...unit.mark,
  };
}

/** The unit's name beside "signed in as". If it cannot be read, the page shows the id rather than failing. */
async function nameOf(id: UnitId, { directory }: HttpDeps): Promise<{ name: string; mark?: { generated: true } }> {
  try {
    const unit = await directory.unit(id);
    return unit ? { name: fullName(unit), ...(unit.generated && { mark: { generated: true } }) } : { name: id };
  } catch {
    return { name: id };
  }
}
