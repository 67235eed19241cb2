/**
 * Stores the board and the forms as last seen, so that users can open them without network. Pages come from the network
 * whenever it answers; the stored copy is only the fallback. TypeScript's library covers either pages or workers, so
 * the few parts of a worker used here are declared below.
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
/** The time is longer than a slow page takes, but shorter than a user with a stored page is willing to wait. */
const PATIENCE_MS = 10_000;

const isKept = ({ pathname }: URL) => /^\/(months\/[\d-]+|reports\/new)$/.test(pathname);

/** Fetches the page from the network and stores it. Without network it returns the stored page. */
async function page(request: Request, url: URL): Promise<Response> {
  const pages = await caches.open(PAGES);
  const kept = async () => (await pages.match(request, { ignoreVary: true })) ?? (url.pathname === '/' && lastBoard());
  try {
    const fresh = fetch(request);
    const first = await Promise.race([fresh, patience()]);
    const answer = first ?? (await kept()) ?? (await fresh);
    if (!answer) return offline();
    if (first?.ok && isKept(url)) await pages.put(request, first.clone()).catch(() => undefined); // storage is full
    return answer;
  } catch {
    return (await kept()) || offline();
  }
}

const patience = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));

/** Without network, the home page is the board that was seen last. */
async function lastBoard(): Promise<Response | undefined> {
  const seen = (await (await caches.open(PAGES)).keys()).filter(({ url }) =>
    new URL(url).pathname.startsWith('/months/'),
  );
  const last = seen.at(-1);
  return last && Response.redirect(last.url);
}

/** Scripts and pictures are named by their content, so a stored copy never goes out of date. */
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
