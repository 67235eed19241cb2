import type { Request } from '#functions/http/request.ts';

/**
 * A path of ours as a whole address, with the host of the address bar, which CloudFront passes on. Lynx asks the reader
 * at each redirect that names only a path; a whole address stays as it is.
 */
export function siteAddress(path: string, { headers, secure }: Pick<Request, 'headers' | 'secure'>): string {
  const host = headers['x-forwarded-host'];
  return host ? new URL(path, `${secure ? 'https' : 'http'}://${host}`).href : path;
}
