/** Of Node and of the SDK: nobody answers. */
const unreachable = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** Of the SDK and of AWS: no credentials, or such as do not hold any more. */
const signedOut =
  /^(CredentialsProviderError|TokenProviderError|ExpiredToken(Exception)?|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException)$/;

/** What the operator is told of an error, in a line that says what to do; sentences of our own stay as they are. */
export function sayFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  if (code === 'ENOENT' && path) return `There is no ${path}: see how the name is written.`;
  if (code === 'EISDIR') return `${path || 'What was named'} is a folder: name a file.`;
  if (code === 'ENOTDIR') return `${path} is within a file: name a folder's.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: you may not read or write there.`;
  if (code === 'ENOSPC') return 'The disk is full: make room, and give the same command again.';
  if (unreachable.includes(code)) {
    return `The system does not answer (${code}): see that it runs and that this machine has a network, and give the same command again.`;
  }
  if (($metadata?.httpStatusCode ?? 0) >= 500) {
    return `A service could not do its part for now (${error.name}): give the same command again.`;
  }
  if (signedOut.test(error.name)) {
    return `AWS knows you not, or no more (${error.message}): sign in or set AWS_PROFILE, and give the same command again.`;
  }
  return error instanceof SyntaxError ? `The file is no JSON: ${error.message}` : error.message;
}
