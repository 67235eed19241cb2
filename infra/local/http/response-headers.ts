import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import type { ApiResponse } from '#infra/local/http/api-event.ts';

interface PolicyProperties {
  readonly ResponseHeadersPolicyConfig: {
    readonly SecurityHeadersConfig: {
      readonly ContentSecurityPolicy?: { readonly ContentSecurityPolicy: string; readonly Override: boolean };
      readonly ContentTypeOptions?: { readonly Override: boolean };
      readonly FrameOptions?: { readonly FrameOption: string; readonly Override: boolean };
      readonly ReferrerPolicy?: { readonly ReferrerPolicy: string; readonly Override: boolean };
      readonly StrictTransportSecurity?: {
        readonly AccessControlMaxAgeSec: number;
        readonly IncludeSubdomains?: boolean;
        readonly Override: boolean;
      };
    };
  };
}

/** Adds the headers of the behaviour's response headers policy, as CloudFront does. */
export function responseHeaders(
  stack: LocalStack,
  { ResponseHeadersPolicyId }: { readonly ResponseHeadersPolicyId?: string },
): (answer: ApiResponse) => ApiResponse {
  const policy = stack
    .all<PolicyProperties>('AWS::CloudFront::ResponseHeadersPolicy')
    .find(({ id }) => stack.ref(id) === ResponseHeadersPolicyId);
  if (!policy) throw new Error(`the template has no response headers policy ${ResponseHeadersPolicyId}`);
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: sniff,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: tls,
  } = policy.properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  const found: readonly (readonly [string, string | undefined, boolean | undefined])[] = [
    ['content-security-policy', csp?.ContentSecurityPolicy, csp?.Override],
    ['x-content-type-options', sniff && 'nosniff', sniff?.Override],
    ['x-frame-options', frame?.FrameOption, frame?.Override],
    ['referrer-policy', referrer?.ReferrerPolicy, referrer?.Override],
    [
      'strict-transport-security',
      tls && `max-age=${tls.AccessControlMaxAgeSec}${tls.IncludeSubdomains ? '; includeSubDomains' : ''}`,
      tls?.Override,
    ],
  ];
  return (answer) => {
    const headers = { ...answer.headers };
    for (const [name, value, override] of found) {
      if (value !== undefined && (override || headers[name] === undefined)) headers[name] = value;
    }
    return { ...answer, headers };
  };
}
