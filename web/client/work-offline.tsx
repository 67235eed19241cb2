import { onDevice, sealed } from '#web/client/local-store.ts';
import { t } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';

/** Registers the service worker of `GET /sw.js`, where the browser has service workers. */
export function workOffline(): void {
  if (!navigator.onLine) showStatus('offline', <p>{t.offline}</p>);
  navigator.serviceWorker
    ?.register('/sw.js')
    .then(async () => (await sealed).keepKey())
    .then(() => onDevice(({ keepForms }) => keepForms()))
    .catch(() => undefined);
}
