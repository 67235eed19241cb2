/** Runs one request in its own transaction of a database, and resolves when the transaction is on disk. */
export async function inDatabase<T>(
  name: string,
  shelves: readonly string[],
  shelf: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(name, shelves);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(shelf, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(name: string, shelves: readonly string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const shelf of shelves) request.result.createObjectStore(shelf);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What follows what stands at a key: `undefined` stands for nothing, before and after. */
export type Next<T> = (now: T | undefined) => T | undefined;

/**
 * Puts the next value at a key, or removes it, in the transaction that reads it: no other tab comes between.
 *
 * @returns what stands there afterwards
 */
export async function change<T>(
  inStore: (mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T | undefined>) => Promise<unknown>,
  key: string,
  next: Next<T>,
): Promise<T | undefined> {
  let after: T | undefined;
  await inStore('readwrite', (store) => {
    const found = store.get(key) as IDBRequest<T | undefined>;
    found.onsuccess = () => {
      after = next(found.result);
      if (after === undefined) store.delete(key);
      else if (after !== found.result) store.put(after, key);
    };
    return found;
  });
  return after;
}
