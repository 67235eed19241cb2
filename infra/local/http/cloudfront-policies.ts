/**
 * AWS's managed policies that the template names by their ids: what of a request goes on to the origin, and whether
 * CloudFront may compress.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
const cachePolicies: Readonly<Record<string, { readonly compresses: boolean; readonly caches: boolean }>> = {
  /** CachingDisabled */
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { compresses: false, caches: false },
  /** CachingOptimized */
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { compresses: true, caches: true },
};

/** Headers that go on; `everything but host` takes all cookies and the query along. */
type Forwarded = 'nothing' | 'everything but host';

const originRequestPolicies: Readonly<Record<string, Forwarded>> = {
  /** AllViewerExceptHostHeader */
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': 'everything but host',
};

export interface Policies {
  readonly forwards: Forwarded;
  readonly compresses: boolean;
}

/** @throws {Error} for a policy that is not known here: what it does cannot be told */
export function policiesOf({
  CachePolicyId = '',
  OriginRequestPolicyId,
  Compress = false,
}: {
  readonly CachePolicyId?: string;
  readonly OriginRequestPolicyId?: string;
  readonly Compress?: boolean;
}): Policies {
  const cache = cachePolicies[CachePolicyId];
  const forwards = OriginRequestPolicyId === undefined ? 'nothing' : originRequestPolicies[OriginRequestPolicyId];
  if (!cache || !forwards) throw new Error(`unknown policies: ${CachePolicyId}, ${OriginRequestPolicyId}`);
  return { forwards, compresses: Compress && cache.compresses };
}

/** Of one connection alone; CloudFront never passes them on. */
const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/;

/** What of a viewer's request reaches the origin. */
export function forwarded<
  Request extends { readonly query: string; readonly headers: Readonly<Record<string, string>> },
>(request: Request, forwards: Forwarded): Request {
  const all = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.test(name));
  if (forwards === 'everything but host') {
    return { ...request, headers: Object.fromEntries(all.filter(([name]) => name !== 'host')) };
  }
  const own = all.filter(([name]) => /^(content-.*|x-forwarded-for)$/.test(name));
  return { ...request, query: '', headers: { ...Object.fromEntries(own), 'user-agent': 'Amazon CloudFront' } };
}
