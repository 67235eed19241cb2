/**
 * What Lambda refuses.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const lambdaLimits = {
  /** Of a call that is waited for, and of its answer. */
  payloadBytes: 6 * 1024 * 1024,
  /** Of a call that is not waited for, such as a schedule's. Lambda takes 1 MB since 2025; this is the stricter one of before. */
  eventBytes: 256 * 1024,
  /** Of all variables of a function, names and values. */
  environmentBytes: 4096,
  unzippedBytes: 250 * 1024 * 1024,
  timeoutSeconds: 900,
  memoryMb: { least: 128, most: 10_240 },
} as const;

/** Error types of Lambda, by which its callers tell them. */
export const REQUEST_TOO_LARGE = 'RequestTooLargeException';
export const RESPONSE_TOO_LARGE = 'Function.ResponseSizeTooLarge';

/** Names that Lambda sets itself. */
const reserved =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_REGION|REGION|EXECUTION_ENV|LAMBDA_(FUNCTION_NAME|FUNCTION_MEMORY_SIZE|FUNCTION_VERSION|INITIALIZATION_TYPE|LOG_GROUP_NAME|LOG_STREAM_NAME|RUNTIME_API)|ACCESS_KEY(_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN))$/;

export interface Configuration {
  readonly Timeout?: number;
  readonly MemorySize?: number;
  readonly Environment?: { readonly Variables: Readonly<Record<string, string>> };
}

/** Why Lambda would not create a function; `undefined` if it would. */
export function configurationFault({ Timeout = 3, MemorySize = 128, Environment }: Configuration): string | undefined {
  const variables = Environment?.Variables ?? {};
  const { memoryMb, timeoutSeconds, environmentBytes } = lambdaLimits;
  if (Timeout < 1 || Timeout > timeoutSeconds) return `Value '${Timeout}' at 'timeout' failed to satisfy constraint`;
  if (MemorySize < memoryMb.least || MemorySize > memoryMb.most) {
    return `'MemorySize' value failed to satisfy constraint: ${MemorySize}`;
  }
  const name = Object.keys(variables).find((each) => reserved.test(each));
  if (name) return `Reserved keys used in this request: ${name}`;
  const wrong = Object.keys(variables).find((each) => !/^[a-zA-Z]\w+$/.test(each));
  if (wrong) return `Value at 'environment.variables' failed to satisfy constraint: ${wrong}`;
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  if (bytes > environmentBytes) {
    return `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${bytes}`;
  }
  return undefined;
}
