import { createHash } from 'node:crypto';
import type middy from '@middy/core';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { styles } from '#web/style.ts';

const styleSources = Object.values(styles).map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
);

/**
 * Pages use stylesheets of ours and run only our scripts; nobody may frame them.
 *
 * @param postsTo another origin to which a form of the page posts
 */
export function contentPolicy(postsTo = ''): string {
  return [
    "default-src 'none'",
    `style-src ${styleSources.join(' ')}`,
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self' ${postsTo}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': contentPolicy(),
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  vary: 'accept, accept-encoding, cookie',
};

type Request = middy.Request<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** Sets the security headers of every answer, also of errors and files: it is the first middleware, so it runs last. */
export function securityHeaders(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const secure = ({ response }: Pick<Request, 'response'>) => {
    if (response) response.headers = { ...headers, ...response.headers };
  };
  return { after: secure, onError: secure };
}
