import { inDatabase } from '#web/client/device-database.ts';

/** Whose page this is. It is read here: this file is loaded apart from the page's script and shares nothing with it. */
export const user = document.body.dataset['user'] ?? '';

interface KeptKey {
  readonly user: string;
  readonly key: CryptoKey;
}

/** The service worker and `signed-out.ts` delete this database when the session ends. */
const inKeys = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inDatabase('so-chi-bo-key', ['key'], 'key', mode, ask);

/** A key that does not come in this time does not come: whoever sends a report waits for it. */
const PATIENCE_MS = 10_000;

let asked: Promise<CryptoKey> | undefined;

/**
 * The account's key, which no script can read: kept on the device while its session is open, else from the server.
 *
 * @throws without network, where it is not kept, and in browsers that cannot seal
 */
export function accountKey(): Promise<CryptoKey> {
  asked ??= keptKey()
    .catch(() => undefined)
    .then((kept) => kept ?? fetchKey());
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

async function keptKey(): Promise<CryptoKey | undefined> {
  const kept = await inKeys('readonly', (store) => store.get(0) as IDBRequest<KeptKey | undefined>);
  return kept?.user === user ? kept.key : undefined;
}

async function fetchKey(): Promise<CryptoKey> {
  if (!isSecureContext) throw new Error('Only pages over TLS can seal');
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  const answer = await fetch('/account/key', { headers: { accept: 'application/json' }, signal: impatience.signal });
  const { key = '' } = (await answer.json()) as { key?: string };
  clearTimeout(timer);
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Keeps the key on the device, for pages that open without network. Call this only where a service worker is: it opens
 * them, and removes the key when the session ends.
 */
export async function keepKey(): Promise<void> {
  const kept: KeptKey = { user, key: await accountKey() };
  await inKeys('readwrite', (store) => store.put(kept, 0));
}
