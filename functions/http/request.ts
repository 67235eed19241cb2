import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { bearerOf } from '#functions/http/bearer-of.ts';
import { isJsonType, sentFile, typedBody } from '#functions/http/typed-body.ts';
import { mostBytesOf, type RouteKey, takesList } from '#shared/access/routes.ts';
import { cleanText, isUnread } from '#shared/input/clean-text.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Lang, langOf } from '#shared/language/lang.ts';
import type { Instant } from '#shared/period.ts';

/** A request as actions read it. */
export interface Request {
  readonly route: RouteKey;
  /** The path with its query, as links and redirects name it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The body's fields; empty for a GET. */
  readonly body: Typed;
  /** The list that a route takes as a file, as it was sent: a workbook is no text. */
  readonly file?: Uint8Array;
  /** The fields of the body that could not be read: nothing of the body may be stored. */
  readonly unread: readonly FieldError[];
  readonly wantsJson: boolean;
  readonly lang: Lang;
  /** Whether the browser used TLS: then cookies require it. */
  readonly secure: boolean;
  /** The client's address. CloudFront passes it on, since the API sees only CloudFront. Nobody else is believed. */
  readonly address: string;
  readonly now: Instant;
}

/** A body larger than its route takes. */
export class TooLarge extends Error {}

/**
 * @param edgeProof the origin secret, which CloudFront sends and direct callers of the API do not know
 * @throws {SyntaxError} for a body that does not match its content type, or has more fields than any form of ours
 * @throws {TooLarge}
 */
export function readRequest(event: APIGatewayProxyEventV2, now: Instant, edgeProof: string): Request {
  const { headers, rawPath, rawQueryString } = event;
  const cookies = readCookies(event.cookies ?? []);
  const query = cleanValues(event.queryStringParameters ?? {});
  const type = headers['content-type'] ?? '';
  return {
    route: event.routeKey as RouteKey,
    path: rawQueryString ? `${addressed(rawPath)}?${rawQueryString}` : addressed(rawPath),
    params: cleanValues(event.pathParameters ?? {}),
    query,
    headers,
    cookies,
    ...readBody(event, type),
    // What is sent by a machine token is answered to a machine.
    wantsJson:
      bearerOf({ headers }) !== undefined ||
      /\bapplication\/(problem\+)?json\b/.test(headers['accept'] ?? (isJsonType(type) ? 'application/json' : '')),
    lang: langOf(query['lang'] ?? cookies['__Host-lang'] ?? cookies['lang']),
    secure: headers['x-forwarded-proto'] === 'https',
    address:
      (headers['x-origin-secret'] === edgeProof && headers['x-viewer-address']) || event.requestContext.http.sourceIp,
    now,
  };
}

/** A path as addresses have it: the HTTP API decodes it, and calls it raw. */
function addressed(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}

/** A request's body, with what in it could not be read. */
export function withBody(body: Typed): Pick<Request, 'body' | 'unread'> {
  const unread = Object.keys(body).filter((name) => isUnread(name) || isUnread(body[name] ?? ''));
  return { body, unread: unread.map((field) => ({ field, code: 'unread' })) };
}

function readBody(
  { body = '', isBase64Encoded, routeKey }: APIGatewayProxyEventV2,
  type: string,
): Pick<Request, 'body' | 'unread' | 'file'> {
  if (!body) return withBody({});
  const route = routeKey as RouteKey;
  const encoding = isBase64Encoded ? 'base64' : 'utf8';
  if (Buffer.byteLength(body, encoding) > mostBytesOf(route)) throw new TooLarge();
  // What the HTTP API passes on as text it has decoded already, and only as UTF-8.
  const as = isBase64Encoded ? type : type.replace(/;\s*charset=[^;]*/i, '');
  const bytes = Buffer.from(body, encoding);
  const file = takesList(route) ? sentFile(bytes, as) : undefined;
  return { ...withBody(typedBody(bytes, as, takesList(route))), ...(file && { file }) };
}

function cleanValues(values: Request['query']): Request['query'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanText(value ?? '')]));
}

function readCookies(cookies: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    cookies.map((cookie) => {
      const end = cookie.indexOf('=');
      return [cookie.slice(0, end), cookie.slice(end + 1)];
    }),
  );
}
