import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { vi } from 'vitest';
import { formToken } from '#functions/http/cookies.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { type TableNames, tables } from '#functions/store/tables.ts';
import { NEVER_CHANGED } from '#shared/access/rights.ts';
import type { Role } from '#shared/access/routes.ts';
import type { TestDatabase } from '#test/dynamodb.ts';

/** A function as Lambda calls it: what `handler.ts` of its folder exports. */
export type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const SESSION = 'a-session-of-a-browser';
/** Of every form that a signed-in browser was shown. */
export const csrf = formToken(SESSION);
export const cookieOf = (user: string) => `__Host-session=${Buffer.from(user).toString('base64url')}.${SESSION}`;

/**
 * Sets what a deploy tells the functions, until `vi.unstubAllEnvs()`. They read it when they are loaded, so load them
 * afterwards.
 *
 * @param aws where all services of AWS are
 */
export function deploy(names: TableNames, aws: string): void {
  for (const [key, { variable }] of Object.entries(tables)) vi.stubEnv(variable, names[key as keyof TableNames]);
  for (const [name, value] of Object.entries({
    AUDIT_DAYS: '3653',
    ORIGIN_SECRET: 'none',
    ROLLUP_QUEUE_URL: `${aws}/queue.fifo`,
    FORM_SCRIPT: '/assets/form.js',
    COPY_SCRIPT: '/assets/copy.js',
    WORKER_SCRIPT: '/assets/worker.js',
    USER_POOL_ID: 'ap-southeast-1_Test',
    USER_POOL_CLIENT_ID: 'pages',
    FILES_BUCKET: 'files',
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_ENDPOINT_URL: aws,
  })) {
    vi.stubEnv(name, value);
  }
  vi.resetModules(); // another file may have loaded them for its own tables
}

/** Somebody has signed in a moment ago: `cookieOf(user)` is their cookie. */
export async function startSession({ db, transient }: TestDatabase, user: string, role: Role, unit: string) {
  const now = new Date().toISOString();
  await sessionStore(db, transient).start(user, SESSION, {
    ...{ role, unit, ...(role === 'group' && { group: 1 }), rights: NEVER_CHANGED },
    ...{ startedAt: now, seenAt: now, checkedAt: now },
  });
}

type Fields = Readonly<Record<string, string>>;

interface Asked {
  /** As `shared/access/routes.ts` has it. */
  readonly route: string;
  /** The route's own, unless its parameters are filled in. */
  readonly path?: string;
  readonly params?: Fields;
  readonly query?: Fields;
  readonly cookies?: readonly string[];
  /** Of a form. */
  readonly fields?: Fields | undefined;
  readonly headers?: Fields;
}

/** What the HTTP API hands to a function of a browser's request, past the distribution. */
export function eventOf({ route, path, params = {}, query = {}, cookies = [], fields, headers }: Asked) {
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path ?? route.split(' ')[1],
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    pathParameters: params,
    headers: {
      'x-origin-secret': 'none',
      'x-forwarded-proto': 'https',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    cookies,
    requestContext: { http: { sourceIp: '203.0.113.77' } },
    isBase64Encoded: false,
    ...(fields && { body: new URLSearchParams(fields).toString() }),
  } as unknown as APIGatewayProxyEventV2;
}
