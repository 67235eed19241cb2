const names = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TooManyRequestsException',
  'AccountBusy',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]);

/** Whether a fault is temporary: a service cannot be reached, is overloaded or has failed itself. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return (
    names.has(error.name) ||
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/.test(String(code)) ||
    ($metadata?.httpStatusCode ?? 0) >= 500
  );
}
