import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** How far the clock of a caller may be off, in milliseconds. */
const MOST_SKEW = 15 * 60 * 1000;
/** A link may live for a week. */
const MOST_SECONDS = 7 * 24 * 60 * 60;

/** What a request says of its signature, in its headers or, for a link, in its query. */
interface Signed {
  readonly scope: readonly string[];
  readonly date: string;
  readonly headers: readonly string[];
  readonly signature: string;
  readonly payload: string;
}

/**
 * Why S3 would reject a request, by Signature Version 4: a link has expired, or any of method, path, query or signed
 * headers is not what was signed, or another key signed it.
 *
 * @param secretOf the secret of an access key; `undefined` for one that was never issued
 * @returns the code of S3's error; `undefined` if the request is accepted
 */
export function signatureFault(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  secretOf: (accessKey: string) => string | undefined,
  now: Date,
): string | undefined {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
  const isLink = searchParams.has('X-Amz-Signature');
  const signed = isLink ? inQuery(searchParams) : inHeaders(request.headers);
  const made = instantOf(signed?.date ?? '');
  if (!signed || made === undefined || !signed.headers.includes('host')) {
    return isLink ? 'AuthorizationQueryParametersError' : 'AccessDenied';
  }
  const [accessKey = '', ...scope] = signed.scope;
  const secret = secretOf(accessKey);
  if (secret === undefined) return 'InvalidAccessKeyId';
  if (isLink) {
    const seconds = Number(searchParams.get('X-Amz-Expires'));
    if (!(seconds >= 1 && seconds <= MOST_SECONDS)) return 'AuthorizationQueryParametersError';
    if (now.getTime() > made + seconds * 1000) return 'AccessDenied';
  }
  if (isLink ? made > now.getTime() + MOST_SKEW : Math.abs(made - now.getTime()) > MOST_SKEW) {
    return isLink ? 'AccessDenied' : 'RequestTimeTooSkewed';
  }
  const canonical = [
    request.method,
    pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    queryOf(searchParams),
    ...signed.headers.map((name) => `${name}:${[request.headers[name]].flat().join(',').trim().replace(/ +/g, ' ')}`),
    '',
    signed.headers.join(';'),
    signed.payload,
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', signed.date, scope.join('/'), digest].join('\n');
  return isSame(sign(text, scope, secret), signed.signature) ? undefined : 'SignatureDoesNotMatch';
}

/** Signs a text with Signature Version 4. @param scope date, region, service, `aws4_request` */
export function sign(text: string, scope: readonly string[], secret: string): string {
  const hmac = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest();
  return hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secret}`), text).toString('hex');
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function inQuery(query: URLSearchParams): Signed | undefined {
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return undefined;
  return {
    scope: (query.get('X-Amz-Credential') ?? '').split('/'),
    date: query.get('X-Amz-Date') ?? '',
    headers: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

function inHeaders(headers: IncomingMessage['headers']): Signed | undefined {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([^,]+)$/;
  const [, scope, names, signature] = form.exec(headers.authorization ?? '') ?? [];
  if (!scope || !names || !signature) return undefined;
  const payload = String(headers['x-amz-content-sha256'] ?? '');
  return {
    scope: scope.split('/'),
    date: String(headers['x-amz-date']),
    headers: names.split(';'),
    signature,
    payload,
  };
}

/** The query as it is signed: in order, without the signature itself. */
function queryOf(query: URLSearchParams): string {
  const pairs = [...query].filter(([name]) => name !== 'X-Amz-Signature');
  return pairs
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
}

/** RFC 3986: `encodeURIComponent` leaves out five characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The instant of a date like `20261125T013000Z`, in milliseconds. */
function instantOf(date: string): number | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length > 0 ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined;
}
