/** How long a page waits for a service: somebody looks at a blank screen meanwhile, and can send the request again. */
export const clientTimeouts = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
};
