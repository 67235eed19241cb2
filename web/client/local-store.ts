import { send } from '#web/client/send.ts';

/** It seals what it stores. This and what keeps reports are loaded after the form is ready. */
export const sealed = import('#web/client/sealed-store.ts');
const device = import('#web/client/device-of.ts').then(async ({ deviceOf }) => deviceOf(await sealed, send));

/** What the device keeps; it rejects where that could not be loaded. */
export const onDevice = async <T>(ask: (kept: Awaited<typeof device>) => Promise<T>): Promise<T> => ask(await device);
