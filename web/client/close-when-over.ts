/** Whoever types is not sent away: the draft could not be opened again without network. */
const TYPING_MS = 10 * 60_000;
const CHECK_MS = 60_000;

/**
 * Closes a page that stays open when its session is over, as the service worker knows: it loads again, from the server
 * or as the worker's page that says so. The draft has been kept long before.
 */
export function closeWhenOver(): void {
  if (!navigator.serviceWorker?.controller) return;
  let typedAt = 0;
  const check = async () => {
    const now = Date.now();
    const mark = await caches.match('/session');
    const { from, until } = (await mark?.json()) ?? { from: 0, until: Number.POSITIVE_INFINITY };
    if ((from <= now && now < until) || now < typedAt + TYPING_MS) return;
    addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    location.reload();
  };
  addEventListener('input', () => {
    typedAt = Date.now();
  });
  addEventListener('pageshow', check);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
  setInterval(check, CHECK_MS);
}
