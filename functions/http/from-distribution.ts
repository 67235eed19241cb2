import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * The proof that the distribution passed a request on: it alone knows the origin secret. Digests are compared, so the time
 * tells neither how much of a guess is right nor how long the secret is.
 *
 * @param secrets what is accepted: while the secret is rotated, two values
 * @returns the secret that was sent; `undefined` if it is none of them
 */
export function acceptedProof({ headers }: APIGatewayProxyEventV2, secrets: readonly string[]): string | undefined {
  const given = headers['x-origin-secret'] ?? '';
  const digest = digestOf(given);
  // Each is compared, whichever fits.
  return secrets.map((secret) => timingSafeEqual(digest, digestOf(secret))).includes(true) ? given : undefined;
}

/** Answers whoever calls the API itself: nothing was read, looked up or counted. */
export function refuseStranger(): APIGatewayProxyStructuredResultV2 {
  return { statusCode: 403, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Forbidden' };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
