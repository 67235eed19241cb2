import { setTimeout } from 'node:timers/promises';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { type ApiRequest, type ApiResponse, decoded, toEvent, toResponse } from '#infra/local/http/api-event.ts';
import { httpLimits } from '#infra/local/http/http-limits.ts';
import { type Throttle, throttleOf } from '#infra/local/http/throttle.ts';
import { REQUEST_TOO_LARGE } from '#infra/local/lambda/lambda-limits.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { readPermissions } from '#infra/local/lambda/may-invoke.ts';

interface RouteProperties {
  readonly ApiId: string;
  readonly RouteKey: string;
  readonly Target: string;
}

interface IntegrationProperties {
  readonly IntegrationUri: string;
  readonly PayloadFormatVersion: string;
}

interface Route {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly to: LocalFunction;
  /** By the function's own policy. */
  readonly isPermitted: boolean;
}

/** The route key for requests that match no other. */
const ANY_OTHER = '$default';

/** The HTTP API of the template: it sends each route to its function. */
export class HttpApi {
  private readonly routes: readonly Route[];
  readonly throttle: Throttle;

  constructor(stack: LocalStack, functions: readonly LocalFunction[]) {
    this.throttle = throttleOf(stack);
    const integrations = stack.all<IntegrationProperties>('AWS::ApiGatewayV2::Integration');
    const mayInvoke = readPermissions(stack);
    this.routes = stack.all<RouteProperties>('AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const { ApiId, RouteKey, Target } = properties;
      const integration = integrations.find(({ id }) => Target === `integrations/${stack.ref(id)}`)?.properties;
      const to = functions.find((one) => integration && one.isCalled(integration.IntegrationUri));
      if (!to || integration?.PayloadFormatVersion !== '2.0') throw new Error(`${RouteKey} leads to no function`);
      const isPermitted = mayInvoke(integration.IntegrationUri, ApiId, RouteKey);
      if (RouteKey === ANY_OTHER) return { key: RouteKey, method: '', segments: [], to, isPermitted };
      const [method, path] = RouteKey.split(' ');
      if (!method || !path || path.includes('+}')) throw new Error(`the local system has no routes like ${RouteKey}`);
      return { key: RouteKey, method, segments: path.split('/'), to, isPermitted };
    });
  }

  async answer(request: ApiRequest): Promise<ApiResponse> {
    const found = this.match(request.method, request.path);
    if (!found) return message(404, 'Not Found');
    if (!this.throttle.mayPass()) return message(429, 'Too Many Requests');
    if (headBytes(request) > httpLimits.headBytes) return message(431, 'Request Header Fields Too Large');
    const { route, parameters } = found;
    if (!route.isPermitted) return message(500, 'Internal Server Error');
    const event = toEvent(request, route.key, parameters);
    const begun = Promise.withResolvers<void>();
    const call = route.to.invoke(event, undefined, begun.resolve);
    // Waiting for an environment is this machine's alone: Lambda gives every call one.
    const outcome = await Promise.race([call, begun.promise.then(lateness)]);
    if (outcome === 'late') return message(503, 'Service Unavailable');
    if (outcome.ok) return toResponse(outcome.payload);
    return outcome.errorType === REQUEST_TOO_LARGE
      ? message(413, 'Request Entity Too Large')
      : message(500, 'Internal Server Error');
  }

  /** The route with the most literal segments wins: `/reports/new` goes before `/reports/{id}`. */
  private match(method: string, path: string): { route: Route; parameters: Record<string, string> } | undefined {
    const asked = path.split('/');
    const matching = this.routes
      .filter((route) => route.method === method && route.segments.length === asked.length)
      .filter(({ segments }) =>
        segments.every((segment, i) => (isParameter(segment) ? asked[i] : segment === asked[i])),
      )
      .toSorted((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length);
    const route = matching[0] ?? this.routes.find(({ key }) => key === ANY_OTHER);
    if (!route) return undefined;
    const parameters: Record<string, string> = {};
    route.segments.forEach((segment, i) => {
      if (isParameter(segment)) parameters[segment.slice(1, -1)] = decoded(asked[i] ?? '');
    });
    return { route, parameters };
  }
}

function lateness(): Promise<'late'> {
  return setTimeout(httpLimits.integrationSeconds * 1000, 'late' as const, { ref: false });
}

export function headBytes({ method, path, query, headers }: Omit<ApiRequest, 'body' | 'sourceIp'>): number {
  const line = `${method} ${path}?${query} HTTP/1.1`;
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, line.length);
}

export function message(status: number, text: string): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message: text })),
  };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}
