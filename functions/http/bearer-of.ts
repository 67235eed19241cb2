/** The machine token that a request is sent with, whether or not there is such a one; `''` where it names none. */
export function bearerOf({
  headers,
}: {
  readonly headers: Readonly<Record<string, string | undefined>>;
}): string | undefined {
  const [bearer, sent = ''] = /^bearer(?: +(.*))?$/i.exec(headers['authorization'] ?? '') ?? [];
  return bearer === undefined ? undefined : sent;
}
