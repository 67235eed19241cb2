import type { ApiResponse } from '#infra/local/http/api-event.ts';

export interface CustomErrorResponse {
  readonly ErrorCode: number;
  readonly ErrorCachingMinTTL?: number;
}

/** What CloudFront keeps, also where nothing else is cached. */
const cached = new Set([400, 403, 404, 405, 410, 414, 500, 501, 502, 503, 504]);
/** For these alone it heeds `no-store`, `no-cache` and `private`. */
const heeded = new Set([404, 410, 414, 501]);
/** Where the distribution says nothing. */
const DEFAULT_SECONDS = 10;

/**
 * Keeps answers to GET that are errors, by path, for whoever asks next. With the cookies of the one who got it first they
 * have nothing to do: a page of errors must not be kept at all, or be meant for everybody.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
export function errorCache(responses: readonly CustomErrorResponse[], now: () => number = Date.now) {
  const seconds = new Map(responses.map(({ ErrorCode, ErrorCachingMinTTL }) => [ErrorCode, ErrorCachingMinTTL]));
  const kept = new Map<string, { readonly answer: ApiResponse; readonly until: number }>();
  return {
    find(method: string, path: string): ApiResponse | undefined {
      const found = method === 'GET' ? kept.get(path) : undefined;
      return found && found.until > now() ? found.answer : undefined;
    },

    keep(method: string, path: string, answer: ApiResponse): void {
      const { status, headers } = answer;
      const control = String(headers['cache-control'] ?? '');
      const isPrivate = heeded.has(status) && /no-store|no-cache|private/.test(control);
      const ttl = seconds.get(status) ?? DEFAULT_SECONDS;
      if (method !== 'GET' || !cached.has(status) || isPrivate || ttl === 0) return;
      kept.set(path, { answer, until: now() + ttl * 1000 });
    },
  };
}
