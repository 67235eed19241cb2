import { createHmac } from 'node:crypto';
import { formToken } from '#functions/http/cookies.ts';
import { isSameSecret } from '#functions/http/is-same-secret.ts';
import type { Session } from '#shared/access/session.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Whose form it is. */
export type FormOwner = Pick<Session, 'user' | 'unit'>;

/**
 * The token of a page's forms: the session's, and behind it whose session it is, signed. So a form still names its
 * account when its session is over and forgotten.
 *
 * @param secret the origin secret: once it is rotated, nobody knows whose forms of before are
 */
export function ownedFormToken(sessionId: string, { user, unit }: FormOwner, secret: string): string {
  const token = formToken(sessionId);
  const owner = Buffer.from(`${user}\n${unit}`).toString('hex');
  return `${token}_${owner}_${signature(token, owner, secret)}`;
}

/**
 * Whose form a token is of; `undefined` where it is none of ours.
 *
 * @param secrets what is accepted: while the secret is rotated, two values
 */
export function ownerOf(formToken: string | undefined, secrets: readonly string[]): FormOwner | undefined {
  const [, token = '', owner = '', signed = ''] = /^(\w{32})_([\da-f]+)_(\w+)$/.exec(formToken ?? '') ?? [];
  const isOurs = secrets.some((secret) => isSameSecret(signed, signature(token, owner, secret)));
  if (!isOurs) return undefined;
  const [user = '', unit = ''] = Buffer.from(owner, 'hex').toString().split('\n');
  return { user, unit: unit as UnitId };
}

function signature(token: string, owner: string, secret: string): string {
  return createHmac('sha256', secret).update(`form of ${token} ${owner}`).digest('hex').slice(0, 32);
}
