/** Asks for the forms that a board links to, one after another, after the page itself: the service worker keeps them. */
export async function keepForms(): Promise<void> {
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  if (saveData || !navigator.onLine) return;
  const pages = await caches.open('pages');
  for (const { href } of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/reports/new?cell="]')) {
    if (await pages.match(href, { ignoreVary: true })) continue;
    const form = await fetch(href);
    if (!form.ok || form.redirected) return;
  }
}
