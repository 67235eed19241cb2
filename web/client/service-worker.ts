/**
 * Caches the board and the forms as they were last seen, so that they open without network. A page comes from the
 * network whenever it answers; the cache is only the fallback.
 *
 * TypeScript's library has types for pages or for workers, not both. These are the worker's types that are used here.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const PAGES = 'pages';
const FILES = 'files';
/** A slow page takes less time. After it the cached page is shown. */
const PATIENCE_MS = 10_000;

const isKept = ({ pathname }: URL) => /^\/(months\/[\d-]+|reports\/new)$/.test(pathname);

/** Fetches a page from the network and caches it; without network it returns the cached page. */
async function page(request: Request, url: URL): Promise<Response> {
  const pages = await caches.open(PAGES);
  const kept = async () => (await pages.match(request, { ignoreVary: true })) ?? (url.pathname === '/' && lastBoard());
  try {
    const fresh = fetch(request);
    const first = await Promise.race([fresh, patience()]);
    const answer = first ?? (await kept()) ?? (await fresh);
    if (!answer) return offline();
    if (first?.ok && isKept(url)) await pages.put(request, first.clone()).catch(() => undefined); // full: not cached
    return answer;
  } catch {
    return (await kept()) || offline();
  }
}

const patience = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));

/** The start page without network: a redirect to the board that was seen last. */
async function lastBoard(): Promise<Response | undefined> {
  const seen = (await (await caches.open(PAGES)).keys()).filter(({ url }) =>
    new URL(url).pathname.startsWith('/months/'),
  );
  const last = seen.at(-1);
  return last && Response.redirect(last.url);
}

/** Scripts and pictures have a digest in their names, so cached ones never become stale. */
async function file(request: Request): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(request, { ignoreVary: true });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await files.put(request, fresh.clone()).catch(() => undefined);
  return fresh;
}

function offline(): Response {
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chưa có mạng - Sổ Chi Bộ</title><h1>Chưa có mạng</h1>
<p>Trang này chưa được lưu trên máy. Báo cáo đang chờ gửi vẫn được giữ và sẽ gửi khi có mạng.</p>
<p lang="en">No network, and this page is not on the device. Reports that wait are kept and will be sent.</p>
<p><a href="/">Sổ báo cáo</a></p></html>`;
  return new Response(body, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), caches.delete(FILES)])),
);
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'GET') {
    if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
    else if (request.mode === 'navigate') event.respondWith(page(request, url));
  } else if (/^\/log(in|out)$/.test(url.pathname)) {
    // Another person may use this device next.
    event.waitUntil(caches.delete(PAGES));
  }
});
