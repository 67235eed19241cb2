import { accountKey, user } from '#web/client/account-key.ts';
import { closeWhenOver } from '#web/client/close-when-over.ts';
import { inDatabase } from '#web/client/device-database.ts';

export { keepKey } from '#web/client/account-key.ts';

/** What the device keeps: drafts of forms, and reports that wait for the network. */
export type Shelf = 'drafts' | 'outbox';

/** A value as the device holds it: only its account's sessions have the key. */
interface Sealed {
  readonly user: string;
  readonly name: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const onShelf = <T>(shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inDatabase('so-chi-bo', ['drafts', 'outbox'], shelf, mode, ask);

/** The name of a form tells the cell and the month: its digest stands for it. */
async function nameOf(shelf: Shelf, name: string): Promise<string> {
  if (shelf === 'outbox') return name;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A sealed value opens only in its own place. */
const cipher = (iv: Uint8Array<ArrayBuffer>, shelf: Shelf, name: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${shelf} ${user} ${name}`),
});

export async function keep(shelf: Shelf, plainName: string, value: unknown): Promise<void> {
  const key = await accountKey();
  const name = await nameOf(shelf, plainName);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const item: Sealed = { user, name, iv, sealed: await crypto.subtle.encrypt(cipher(iv, shelf, name), key, text) };
  await onShelf(shelf, 'readwrite', (store) => store.put(item, name));
}

async function open<T>(shelf: Shelf, { name, iv, sealed }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt(cipher(iv, shelf, name), await accountKey(), sealed);
  return JSON.parse(new TextDecoder().decode(text)) as T;
}

export async function find<T>(shelf: Shelf, plainName: string): Promise<T | undefined> {
  const name = await nameOf(shelf, plainName);
  const item = await onShelf(shelf, 'readonly', (store) => store.get(name) as IDBRequest<Sealed | undefined>);
  return item?.user === user ? open(shelf, item) : undefined;
}

/** The account's values; what others have sealed on the device stays closed. An earlier version sealed nothing. */
export async function all<T>(shelf: Shelf): Promise<T[]> {
  const items = await onShelf(shelf, 'readonly', (store) => store.getAll() as IDBRequest<Sealed[]>);
  const own = items.filter((item) => item.user === user);
  return Promise.all(own.map((item) => (item.sealed ? open<T>(shelf, item) : (item as unknown as T))));
}

/** The other accounts whose reports wait on the device. */
export async function othersWaiting(): Promise<string[]> {
  const items = await onShelf('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Sealed[]>);
  return [...new Set(items.map((item) => item.user))].filter((other) => other !== user);
}

export async function forget(shelf: Shelf, plainName: string): Promise<void> {
  const name = await nameOf(shelf, plainName);
  await onShelf(shelf, 'readwrite', (store) => store.delete(name));
}

closeWhenOver();
// The key is asked for while the form is being filled in: it may be needed where there is no network.
if (document.getElementById('report')) accountKey().catch(() => undefined);
