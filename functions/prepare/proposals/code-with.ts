import { createHmac, randomBytes } from 'node:crypto';
import { digestOfCode } from '#functions/store/proposal-store.ts';
import { codeOf } from '#shared/proposals/code.ts';
import type { Opening } from '#shared/proposals/proposal.ts';

type Secrets = readonly string[];

/**
 * The code of an opening, so that its cell can show it again: it is made of the stored nonce and a secret that no table
 * holds. `undefined` where that secret has been rotated away: then only the digest is left.
 */
export function codeOfOpening({ nonce, codeDigest }: Pick<Opening, 'nonce' | 'codeDigest'>, secrets: Secrets) {
  return secrets.map((secret) => codeWith(secret, nonce)).find((code) => digestOfCode(code) === codeDigest);
}

/** A code that nobody had before, as it is stored. */
export function newCode(secrets: Secrets): Pick<Opening, 'nonce' | 'codeDigest'> {
  const nonce = randomBytes(16).toString('base64url');
  return { nonce, codeDigest: digestOfCode(codeWith(secrets[0] ?? '', nonce)) };
}

/** A network as a counter knows it: who reads the counters learns no address, also not by trying all that there are. */
export function keyedNetwork(network: string, secrets: Secrets): string {
  return createHmac('sha256', secrets[0] ?? '')
    .update(`network of proposals ${network}`)
    .digest('base64url');
}

function codeWith(secret: string, nonce: string): string {
  return codeOf(createHmac('sha256', secret).update(`code of proposals ${nonce}`).digest());
}
