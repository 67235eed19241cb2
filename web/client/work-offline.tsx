import { t } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';

/** Starts the worker of `GET /sw.js`, which stores the pages that users need. Browsers without workers skip this. */
export function workOffline(): void {
  if (!navigator.onLine) showStatus('offline', <p>{t.offline}</p>);
  navigator.serviceWorker?.register('/sw.js').then(keepForms, () => undefined);
}

/** Fetches the forms linked from a board one after another, once the page itself has loaded. */
async function keepForms(): Promise<void> {
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  if (saveData || !navigator.onLine) return;
  const pages = await caches.open('pages');
  for (const { href } of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/reports/new?cell="]')) {
    if (await pages.match(href, { ignoreVary: true })) continue;
    const form = await fetch(href);
    if (!form.ok) return;
    await pages.put(href, form);
  }
}
