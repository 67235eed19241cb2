import { accountKey, user } from '#web/client/account-key.ts';
import { closeWhenOver } from '#web/client/close-when-over.ts';
import { change, inDatabase, type Next } from '#web/client/device-database.ts';
import type { Parcel } from '#web/client/next-parcel.ts';
import type { OutboxItem } from '#web/client/outbox-item.ts';

export { keepKey, user } from '#web/client/account-key.ts';
export { isOver } from '#web/client/close-when-over.ts';

/** What the device keeps: drafts of forms, and reports that wait for the network. */
export type Shelf = 'drafts' | 'outbox';

/** A value as the device holds it: only its account's sessions have the key. */
export interface Sealed {
  readonly user: string;
  readonly name: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** A report that waits. */
export interface Waiting extends OutboxItem, Parcel {
  readonly id: string;
}

const onShelf = <T>(shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inDatabase('so-chi-bo', ['drafts', 'outbox'], shelf, mode, ask);

/** The name of a form tells the cell and the month: its digest stands for it. */
export async function nameOf(shelf: Shelf, name: string): Promise<string> {
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

/** @throws where the browser cannot seal or has no key yet */
export async function seal(shelf: Shelf, plainName: string, value: unknown): Promise<Sealed> {
  const key = await accountKey();
  const name = await nameOf(shelf, plainName);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { user, name, iv, sealed: await crypto.subtle.encrypt(cipher(iv, shelf, name), key, text) };
}

export async function unseal<T>(shelf: Shelf, { name, iv, sealed }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt(cipher(iv, shelf, name), await accountKey(), sealed);
  return JSON.parse(new TextDecoder().decode(text)) as T;
}

export async function found(shelf: Shelf, plainName: string): Promise<Sealed | undefined> {
  const name = await nameOf(shelf, plainName);
  const item = await onShelf(shelf, 'readonly', (store) => store.get(name) as IDBRequest<Sealed | undefined>);
  return item?.user === user ? item : undefined;
}

/** One step in the life of a kept value. @throws where the device cannot store: it is full or in private mode */
export const changeOn = async <S extends Sealed>(shelf: Shelf, plainName: string, next: Next<S>) =>
  change((mode, ask) => onShelf(shelf, mode, ask), await nameOf(shelf, plainName), next);

/** The account's reports; what others have sealed on the device stays closed. An earlier version sealed nothing. */
export async function waiting(): Promise<Waiting[]> {
  const items = await onShelf('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Sealed[]>);
  const own = items.filter((item) => item.user === user);
  return Promise.all(
    own.map(async (item) =>
      item.sealed
        ? { ...(await unseal<Waiting>('outbox', item)), ...item, id: item.name }
        : (item as unknown as Waiting),
    ),
  ) as Promise<Waiting[]>;
}

/** The other accounts whose reports wait on the device. */
export async function othersWaiting(): Promise<string[]> {
  const items = await onShelf('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Sealed[]>);
  return [...new Set(items.map((item) => item.user))].filter((other) => other !== user);
}

closeWhenOver();
// The key is asked for while the form is being filled in: it may be needed where there is no network.
if (document.getElementById('report')) accountKey().catch(() => undefined);
