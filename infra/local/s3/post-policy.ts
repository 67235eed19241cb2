import { sign } from '#infra/local/s3/signature.ts';

/** The fields of a form that posts a file to S3, by name in lower case. */
export type PostFields = Readonly<Record<string, string>>;

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly (
    | Readonly<Record<string, string>>
    | readonly [string, string | number, string | number]
  )[];
}

/** Fields that S3 accepts without a condition. */
const unconditional = /^(policy|x-amz-signature|file|x-ignore-.*)$/;

/**
 * Why S3 would reject a posted file: the form has expired, was changed after signing, or does not allow this file.
 *
 * @param secret the secret key that should have signed the form
 * @returns the code of S3's error; `undefined` if the file is accepted
 */
export function postFault(fields: PostFields, bytes: number, secret: string, now: Date): string | undefined {
  const encoded = fields['policy'] ?? '';
  const [, ...scope] = (fields['x-amz-credential'] ?? '').split('/');
  if (sign(encoded, scope, secret) !== fields['x-amz-signature']) {
    return 'SignatureDoesNotMatch';
  }
  const { expiration, conditions } = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Policy;
  if (now > new Date(expiration)) return 'AccessDenied';
  const allowed = new Set<string>();
  for (const condition of conditions) {
    const [kind, name, value] = Array.isArray(condition)
      ? (condition as [string, string, string])
      : (['eq', ...(Object.entries(condition)[0] ?? ['', ''])] as [string, string, string]);
    if (kind === 'content-length-range') {
      if (bytes > Number(value)) return 'EntityTooLarge';
      if (bytes < Number(name)) return 'EntityTooSmall';
      continue;
    }
    const field = name.replace(/^\$/, '').toLowerCase();
    const given = fields[field] ?? '';
    if (!(kind === 'starts-with' ? given.startsWith(value) : given === value)) return 'AccessDenied';
    allowed.add(field);
  }
  const extra = Object.keys(fields).find((name) => !allowed.has(name) && !unconditional.test(name));
  return extra ? 'AccessDenied' : undefined;
}
