import type { Shelf } from '#web/client/sealed-store.ts';

/** It seals what it stores, and is loaded after the form is ready. */
const store = import('#web/client/sealed-store.ts');

/** @throws where the device cannot store or cannot seal: it is full, in private mode, too old, or has no key yet */
export const keep = async (shelf: Shelf, name: string, value: unknown) => (await store).keep(shelf, name, value);

export const find = async <T>(shelf: Shelf, name: string) => (await store).find<T>(shelf, name);

/** All that the signed-in account keeps on a shelf. */
export const all = async <T>(shelf: Shelf) => (await store).all<T>(shelf);

export const forget = async (shelf: Shelf, name: string) => (await store).forget(shelf, name);

/** The other accounts whose reports wait on the device. */
export const othersWaiting = async () => (await store).othersWaiting();

/** Keeps the key for pages without network. */
export const keepKey = async () => (await store).keepKey();
