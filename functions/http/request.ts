import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isJsonType, typedBody } from '#functions/http/typed-body.ts';
import type { RouteKey } from '#shared/access/routes.ts';
import type { Typed } from '#shared/input/typed.ts';
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
  readonly wantsJson: boolean;
  readonly lang: Lang;
  /** Whether the browser used TLS: then cookies require it. */
  readonly secure: boolean;
  /** The client's address. CloudFront passes it on, since the API sees only CloudFront. Nobody else is believed. */
  readonly address: string;
  readonly now: Instant;
}

/**
 * @param edgeProof the origin secret, which CloudFront sends and direct callers of the API do not know
 * @throws {SyntaxError} for a body that does not match its content type
 */
export async function readRequest(event: APIGatewayProxyEventV2, now: Instant, edgeProof: string): Promise<Request> {
  const { headers, rawPath, rawQueryString } = event;
  const cookies = readCookies(event.cookies ?? []);
  const query = event.queryStringParameters ?? {};
  const type = headers['content-type'] ?? '';
  return {
    route: event.routeKey as RouteKey,
    path: rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath,
    params: event.pathParameters ?? {},
    query,
    headers,
    cookies,
    body: event.body ? await typedBody(decodeBody(event), type) : {},
    wantsJson: /\bapplication\/(problem\+)?json\b/.test(
      headers['accept'] ?? (isJsonType(type) ? 'application/json' : ''),
    ),
    lang: langOf(query['lang'] ?? cookies['lang']),
    secure: headers['x-forwarded-proto'] === 'https',
    address:
      (headers['x-origin-secret'] === edgeProof && headers['x-viewer-address']) || event.requestContext.http.sourceIp,
    now,
  };
}

function decodeBody({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Buffer {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

function readCookies(cookies: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    cookies.map((cookie) => {
      const end = cookie.indexOf('=');
      return [cookie.slice(0, end), cookie.slice(end + 1)];
    }),
  );
}
