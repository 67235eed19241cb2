import type { IncomingMessage } from 'node:http';
import { runInNewContext } from 'node:vm';
import type { ApiRequest } from '#infra/local/api-event.ts';
import type { Assembly } from '#infra/local/assembly.ts';
import { type AssetFolder, assetFolders } from '#infra/local/assets.ts';
import type { Site } from '#infra/local/front.ts';
import { type HttpApi, message, mostRequestBytes } from '#infra/local/http-api.ts';
import { readBody } from '#infra/local/read-body.ts';
import { responseHeaders } from '#infra/local/response-headers.ts';
import type { Stack } from '#infra/local/stack.ts';

interface Behavior {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly AllowedMethods?: readonly string[];
  readonly ResponseHeadersPolicyId?: string;
  readonly FunctionAssociations?: readonly { readonly EventType: string; readonly FunctionARN: string }[];
}

interface Origin {
  readonly Id: string;
  readonly DomainName: string;
  readonly OriginCustomHeaders?: readonly { readonly HeaderName: string; readonly HeaderValue: string }[];
}

interface DistributionProperties {
  readonly DistributionConfig: {
    readonly DefaultCacheBehavior: Behavior;
    readonly CacheBehaviors?: readonly Behavior[];
    readonly Origins: readonly Origin[];
  };
}

type Headers = Record<string, string>;

/** The distribution of the template: by path to the bucket's files or to the API, through the functions at its edge. */
export function distribution(stack: Stack, assembly: Assembly, api: HttpApi): Site {
  const [found] = stack.all<DistributionProperties>('AWS::CloudFront::Distribution');
  if (!found) throw new Error('the template has no distribution');
  const { DefaultCacheBehavior, CacheBehaviors = [], Origins } = found.properties.DistributionConfig;
  const folders: readonly AssetFolder[] = assetFolders(stack, assembly);

  return async (request) => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const behavior =
      CacheBehaviors.find(({ PathPattern }) => PathPattern && fits(PathPattern, path)) ?? DefaultCacheBehavior;
    const method = request.method ?? 'GET';
    const withHeaders = responseHeaders(stack, behavior);
    if (!(behavior.AllowedMethods ?? ['GET', 'HEAD']).includes(method)) return withHeaders(message(403, 'Forbidden'));
    const origin = Origins.find(({ Id }) => Id === behavior.TargetOriginId);
    const host = origin?.DomainName ?? '';

    const folder = folders.find(({ domainName }) => domainName === host);
    if (folder) return withHeaders(await folder.answer(path, request.headers['accept-encoding']));

    // Before the body: a socket whose browser has hung up meanwhile no longer says where it came from.
    const sourceIp = request.socket.remoteAddress ?? '';
    const own = origin?.OriginCustomHeaders?.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]) ?? [];
    const headers = { ...atEdge(stack, behavior, request), ...(Object.fromEntries(own) as Headers), host };
    const body = await readBody(request, mostRequestBytes);
    if (!body) return withHeaders(message(413, 'Request Entity Too Large'));
    const asked: ApiRequest = { method, path, query, headers, body, sourceIp };
    return withHeaders(await api.answer(asked));
  };
}

/** Lower-case names, repeated ones joined by commas, and what CloudFront and the API add. */
function viewerHeaders({ headers, headersDistinct, socket }: IncomingMessage): Headers {
  const joined: Headers = {};
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    joined[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  const from = [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
  return { ...joined, 'x-forwarded-for': from, 'x-forwarded-proto': 'http' };
}

interface FunctionProperties {
  readonly FunctionCode: string;
}

/** Runs the behaviour's own code on the request's headers, as CloudFront would before it asks the origin. */
function atEdge(stack: Stack, { FunctionAssociations = [] }: Behavior, request: IncomingMessage): Headers {
  let current = viewerHeaders(request);
  for (const { EventType, FunctionARN } of FunctionAssociations) {
    if (EventType !== 'viewer-request') throw new Error(`the local system runs no ${EventType} functions`);
    const code = stack
      .all<FunctionProperties>('AWS::CloudFront::Function')
      .find(({ id }) => stack.attribute(id, 'FunctionARN') === FunctionARN)?.properties.FunctionCode;
    const event = {
      viewer: { ip: request.socket.remoteAddress ?? '' },
      request: { headers: Object.fromEntries(Object.entries(current).map(([name, value]) => [name, { value }])) },
    };
    const { headers: changed } = runInNewContext(`${code}; handler(event)`, { event }) as typeof event.request;
    current = Object.fromEntries(Object.entries(changed).map(([name, { value }]) => [name, value]));
  }
  return current;
}

function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
