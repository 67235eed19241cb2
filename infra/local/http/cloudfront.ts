import type { IncomingMessage } from 'node:http';
import { runInNewContext } from 'node:vm';
import type { Assembly } from '#infra/local/cloudformation/assembly.ts';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import type { ApiRequest } from '#infra/local/http/api-event.ts';
import { type AssetFolder, assetFolders } from '#infra/local/http/assets.ts';
import type { Site } from '#infra/local/http/browser-server.ts';
import { type CustomErrorResponse, errorCache } from '#infra/local/http/cloudfront-errors.ts';
import { forwarded, policiesOf } from '#infra/local/http/cloudfront-policies.ts';
import { type HttpApi, headBytes, message } from '#infra/local/http/http-api.ts';
import { httpLimits } from '#infra/local/http/http-limits.ts';
import { responseHeaders } from '#infra/local/http/response-headers.ts';
import { readBody } from '#infra/local/iam/read-body.ts';

interface Behavior {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId?: string;
  readonly OriginRequestPolicyId?: string;
  readonly Compress?: boolean;
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
    readonly CustomErrorResponses?: readonly CustomErrorResponse[];
  };
}

type Headers = Record<string, string>;

/** The distribution of the template: sends paths to the bucket's files or to the API, through the edge functions. */
export function distribution(stack: LocalStack, assembly: Assembly, api: HttpApi): Site {
  const [found] = stack.all<DistributionProperties>('AWS::CloudFront::Distribution');
  if (!found) throw new Error('the template has no distribution');
  const {
    DefaultCacheBehavior,
    CacheBehaviors = [],
    Origins,
    CustomErrorResponses = [],
  } = found.properties.DistributionConfig;
  const errors = errorCache(CustomErrorResponses);
  const folders: readonly AssetFolder[] = assetFolders(stack, assembly);
  const resolved = (behavior: Behavior) => {
    const origin = Origins.find(({ Id }) => Id === behavior.TargetOriginId);
    const own = origin?.OriginCustomHeaders?.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]) ?? [];
    return {
      pattern: behavior.PathPattern,
      methods: behavior.AllowedMethods ?? ['GET', 'HEAD'],
      policies: policiesOf(behavior),
      withHeaders: responseHeaders(stack, behavior),
      folder: folders.find(({ domainName }) => domainName === origin?.DomainName),
      atEdge: edgeOf(stack, behavior),
      toOrigin: { ...(Object.fromEntries(own) as Headers), host: origin?.DomainName ?? '' },
    };
  };
  const others = resolved(DefaultCacheBehavior);
  const byPath = CacheBehaviors.map(resolved);

  return async (request) => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const found = byPath.find(({ pattern }) => pattern && fits(pattern, path)) ?? others;
    const { methods, policies, withHeaders, folder, atEdge, toOrigin } = found;
    const method = request.method ?? 'GET';
    if (Buffer.byteLength(request.url ?? '') > httpLimits.urlBytes) return message(414, 'Request-URI Too Large');
    const viewed = { method, path, query, headers: viewerHeaders(request) };
    if (headBytes(viewed) > httpLimits.viewerHeadBytes) return message(494, 'Request Header Or Cookie Too Large');
    if (!methods.includes(method)) return withHeaders(message(403, 'Forbidden'));
    if (folder)
      return withHeaders(await folder.answer(path, policies.compresses ? request.headers['accept-encoding'] : ''));
    const kept = errors.find(method, path);
    if (kept) return withHeaders(kept);

    // The address is read before the body: a socket no longer knows it once the browser has hung up.
    const sourceIp = request.socket.remoteAddress ?? '';
    const passed = forwarded({ ...viewed, headers: atEdge(request) }, policies.forwards);
    const body = await readBody(request, httpLimits.payloadBytes);
    if (!body) return withHeaders(message(413, 'Request Entity Too Large'));
    // CloudFront refuses a GET with a body.
    if (method === 'GET' && body.length > 0) return withHeaders(message(403, 'Forbidden'));
    const asked: ApiRequest = { ...passed, headers: { ...passed.headers, ...toOrigin }, body, sourceIp };
    const answer = await api.answer(asked);
    errors.keep(method, path, answer);
    return withHeaders(answer);
  };
}

/** The HTTP API under its own address, as AWS has it, too: whoever calls it there comes past the distribution. */
export function apiAlone(api: HttpApi): Site {
  return async (request) => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const sourceIp = request.socket.remoteAddress ?? '';
    const headers = viewerHeaders(request);
    const body = await readBody(request, httpLimits.payloadBytes);
    if (!body) return message(413, 'Request Entity Too Large');
    return api.answer({ method: request.method ?? 'GET', path, query, headers, body, sourceIp });
  };
}

/** Lower-cases names, joins repeated headers by commas, and adds those that CloudFront and the API add. */
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

interface EdgeEvent {
  readonly viewer: { readonly ip: string };
  readonly request: { readonly headers: Readonly<Record<string, { readonly value: string }>> };
}

/** Runs the behaviour's edge function on a request's headers, as CloudFront does before it calls the origin. */
function edgeOf(stack: LocalStack, { FunctionAssociations = [] }: Behavior): (request: IncomingMessage) => Headers {
  const handlers = FunctionAssociations.map(({ EventType, FunctionARN }) => {
    if (EventType !== 'viewer-request') throw new Error(`the local system runs no ${EventType} functions`);
    const code = stack
      .all<FunctionProperties>('AWS::CloudFront::Function')
      .find(({ id }) => stack.attribute(id, 'FunctionARN') === FunctionARN)?.properties.FunctionCode;
    // CloudFront keeps no state between calls, and our function needs none, so one realm serves them all.
    return runInNewContext(`${code}; handler`) as (event: EdgeEvent) => EdgeEvent['request'];
  });
  return (request) => {
    const ip = request.socket.remoteAddress ?? '';
    return handlers.reduce((current, handler) => {
      const headers = Object.fromEntries(Object.entries(current).map(([name, value]) => [name, { value }]));
      const changed = handler({ viewer: { ip }, request: { headers } }).headers;
      return Object.fromEntries(Object.entries(changed).map(([name, { value }]) => [name, value]));
    }, viewerHeaders(request));
  };
}

function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
