import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { account } from '#infra/local/cloudformation/resource-names.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Lower-case names; `host` is the API's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** Types that the HTTP API passes on as text. Others, also forms, arrive in base 64. (Measured against AWS.) */
const textTypes = /^(text\/|application\/(json|xml|javascript)(;|$))/;

/**
 * Builds the event of payload format 2.0. The path in it is decoded, in spite of its name `rawPath`, and ends before a
 * question mark that was encoded in it. (Measured against AWS by others: https://github.com/middleapi/standard-server/pull/93)
 */
export function toEvent(
  { method, path: asked, query, headers, body, sourceIp }: ApiRequest,
  routeKey: string,
  parameters: Readonly<Record<string, string>>,
): APIGatewayProxyEventV2 {
  const { cookie, ...others } = headers;
  const path = decoded(asked).replace(/\?.*$/s, '');
  const domainName = headers['host'] ?? '';
  const isText = textTypes.test(headers['content-type'] ?? '');
  const values = queryValues(query);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.split(/; */) }),
    headers: others,
    ...(values && { queryStringParameters: values }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    requestContext: {
      accountId: account,
      apiId: domainName.split('.')[0] ?? '',
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Turns a function's answer into a response as the HTTP API does: without a status code, all of it becomes JSON. */
export function toResponse(payload: unknown): ApiResponse {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    const headers = { 'content-type': 'application/json' };
    return { status: 200, headers, body: Buffer.from(JSON.stringify(payload ?? null)) };
  }
  const {
    statusCode = 200,
    headers = {},
    body = '',
    isBase64Encoded,
    cookies,
  } = payload as APIGatewayProxyStructuredResultV2;
  const sent: Record<string, string | string[]> = { 'content-type': 'text/plain;charset=UTF-8' };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = String(value);
  if (cookies) sent['set-cookie'] = cookies;
  return { status: Number(statusCode), headers: sent, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}

/** Decodes a part of an address; what is no UTF-8 stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes the query; joins values of one name by commas. */
function queryValues(query: string): Record<string, string> | undefined {
  if (!query) return undefined;
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    values[name] = values[name] === undefined ? value : `${values[name]},${value}`;
  }
  return values;
}
