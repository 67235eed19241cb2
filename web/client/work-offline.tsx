import { keepKey } from '#web/client/local-store.ts';
import { t } from '#web/client/page.ts';
import { showStatus } from '#web/client/show-status.tsx';

/** Registers the service worker of `GET /sw.js`, where the browser has service workers. */
export function workOffline(): void {
  if (!navigator.onLine) showStatus('offline', <p>{t.offline}</p>);
  navigator.serviceWorker
    ?.register('/sw.js')
    .then(keepKey)
    .then(keepForms)
    .catch(() => undefined);
}

/** Asks for the forms that a board links to, one after another, after the page itself: the service worker keeps them. */
async function keepForms(): Promise<void> {
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  if (saveData || !navigator.onLine) return;
  const pages = await caches.open('pages');
  for (const { href } of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/reports/new?cell="]')) {
    if (await pages.match(href, { ignoreVary: true })) continue;
    const form = await fetch(href);
    if (!form.ok || form.redirected) return;
  }
}
