/** Whoever types is not sent away: the draft could not be opened again without network. */
const TYPING_MS = 10 * 60_000;
const CHECK_MS = 60_000;

/**
 * Whether the session of this page is over, as far as the device knows: by the service worker's mark, or by that of a
 * page of nobody's that was opened since (`signed-out.ts`). Where no worker is, an older mark is of an earlier session.
 */
export async function isOver(): Promise<boolean> {
  const now = Date.now();
  const mark = await caches.match('/session');
  const { from, until } = (await mark?.json()) ?? { from: 0, until: Number.POSITIVE_INFINITY };
  const isOurs = navigator.serviceWorker?.controller || until > performance.timeOrigin;
  return isOurs && (now < from || until <= now);
}

/**
 * Closes a page that stays open when its session is over, as the service worker knows: it loads again, from the server
 * or as the worker's page that says so. The draft has been kept long before.
 */
export function closeWhenOver(): void {
  if (!navigator.serviceWorker?.controller) return;
  let typedAt = 0;
  const check = async () => {
    if (!(await isOver()) || Date.now() < typedAt + TYPING_MS) return;
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
