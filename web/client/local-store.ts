/** The store on the device. It holds forms being filled in and reports that wait for the network. */
export type Shelf = 'drafts' | 'outbox';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('so-chi-bo', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drafts');
      request.result.createObjectStore('outbox');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs one request in its own transaction and resolves when the transaction is on disk. */
async function run<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(shelf, mode);
      const request = ask(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @throws where the device keeps nothing: full, private, or forbidden */
export function keep(shelf: Shelf, key: string, value: unknown): Promise<IDBValidKey> {
  return run(shelf, 'readwrite', (store) => store.put(value, key));
}

export function find<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  return run<T | undefined>(shelf, 'readonly', (store) => store.get(key) as IDBRequest<T | undefined>);
}

export function all<T>(shelf: Shelf): Promise<T[]> {
  return run<T[]>(shelf, 'readonly', (store) => store.getAll() as IDBRequest<T[]>);
}

export function forget(shelf: Shelf, key: string): Promise<undefined> {
  return run(shelf, 'readwrite', (store) => store.delete(key));
}
