/**
 * Sizes that CloudFront and the HTTP API refuse.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export const httpLimits = {
  /** CloudFront's, of an address. */
  urlBytes: 8192,
  /** CloudFront's, of request line and headers. */
  viewerHeadBytes: 20_480,
  /** CloudFront's, of what it compresses. */
  compressedBytes: { least: 1000, most: 10_000_000 },
  /** The HTTP API's, of request line and headers together. */
  headBytes: 10_240,
  /** The HTTP API's, of a request and of an answer. */
  payloadBytes: 10 * 1024 * 1024,
  /** How long the HTTP API waits for a function. */
  integrationSeconds: 30,
} as const;
