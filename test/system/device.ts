import type { Page } from 'playwright-core';

/** All that the browser keeps of this site, as somebody reads it who has the device and its developer tools. */
export async function keptOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const said: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ];
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer);
        return new TextDecoder().decode(bytes) + new TextDecoder('utf-16le').decode(bytes);
      }
      if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`;
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.entries(value)
        .map(([name, part]) => `${name}: ${textOf(part)}`)
        .join('\n');
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const shelf of Array.from(database.objectStoreNames)) {
        const store = database.transaction(shelf).objectStore(shelf);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        said.push(`${name}/${shelf}`, keys.join(' '), ...values.map(textOf));
      }
      database.close();
    }
    for (const name of (await caches.keys()).filter((each) => each !== 'files')) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        said.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    return said.join('\n');
  });
}
