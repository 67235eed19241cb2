import { isOpen, type Mark, sessionMark } from '#web/client/session-mark.ts';

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
const MARKS = 'session';
/** The key of the mark in its cache. */
const MARK = '/session';
/** A slow page takes less time. After it the cached page is shown. */
const PATIENCE_MS = 10_000;

const isKept = ({ pathname }: URL) => /^\/(months\/[\d-]+|reports\/new)$/.test(pathname);

const mark = sessionMark(
  {
    read: async () => (await caches.match(MARK))?.json(),
    async write(next) {
      const marks = await caches.open(MARKS);
      await marks.put(MARK, new Response(JSON.stringify(next))).catch(() => caches.delete(MARKS)); // full: nothing opens
    },
    /** The pages, and the key that opens drafts. The sealed drafts stay for their owner. */
    async clear() {
      await caches.delete(PAGES);
      indexedDB.deleteDatabase('so-chi-bo-key');
    },
  },
  (...asked) => fetch(...asked),
);

/** Fetches a page from the network and caches it; without network it returns the cached page. */
async function page(request: Request, url: URL): Promise<Response> {
  try {
    const fresh = askAndKeep(request, url);
    const answer = (await Promise.race([fresh, patience()])) ?? (await kept(request, url)) ?? (await fresh);
    return isNoPage(answer) ? ((await kept(request, url)) ?? busy()) : answer;
  } catch {
    return (await kept(request, url)) ?? (isOpen(await mark.find()) ? offline() : over());
  }
}

async function askAndKeep(request: Request, url: URL): Promise<Response> {
  const answer = await mark.ask(request);
  // An ended session leads elsewhere.
  if (!answer.ok || answer.redirected || !isKept(url)) return answer;
  const pages = await caches.open(PAGES);
  await pages.put(request, answer.clone()).catch(() => undefined); // full: not cached
  if (!isOf(answer, await mark.find())) await pages.delete(request);
  return answer;
}

/** What the API says by itself, too many requests or no function reached, are words of JSON for programs. */
const isNoPage = ({ status, headers }: Response) =>
  status >= 429 && !!headers.get('content-type')?.startsWith('application/json');

/** Whether a page was given in the session of the mark. */
const isOf = ({ headers }: Response, mark: Mark | undefined) =>
  headers.get('x-session')?.split(' ')[0] === mark?.session;

/** The cached page, of the open session alone. */
async function kept(request: Request, url: URL): Promise<Response | undefined> {
  const open = await mark.findOpen();
  if (!open) return undefined;
  const found = await (await caches.open(PAGES)).match(request, { ignoreVary: true });
  if (found) return isOf(found, open) ? found : undefined;
  return url.pathname === '/' ? lastBoard() : undefined;
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

const offline = () =>
  notice(
    'Chưa có mạng',
    'Trang này chưa được lưu trên máy. Báo cáo đang chờ gửi vẫn được giữ và sẽ gửi khi có mạng.',
    'No network, and this page is not on the device. Reports that wait are kept and will be sent.',
  );

const busy = () =>
  notice(
    'Hệ thống đang bận',
    'Mời chờ một phút rồi tải lại trang. Báo cáo đang chờ gửi vẫn được giữ và sẽ tự gửi.',
    'The system is busy: wait a minute and load the page again. Reports that wait are kept and will be sent.',
  );

const over = () =>
  notice(
    'Phiên làm việc đã hết',
    'Các trang lưu trên máy đã đóng. Bản nháp và báo cáo chờ gửi vẫn còn, được khóa theo tài khoản và mở lại khi đăng nhập.',
    'The session is over and its pages are closed. Drafts and waiting reports are kept, sealed, and open again at sign-in.',
  );

function notice(title: string, vi: string, en: string): Response {
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} - Sổ Chi Bộ</title><h1>${title}</h1>
<p>${vi}</p>
<p lang="en">${en}</p>
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
    else event.respondWith(request.mode === 'navigate' ? page(request, url) : askAndKeep(request, url));
  } else if (request.mode !== 'navigate') {
    event.respondWith(mark.ask(request));
  } else if (/^\/(login(\/.*)?|logout|account)$/.test(url.pathname)) {
    // Another person may use this device next. A form is left to the browser, which knows where it comes from: what it
    // is answered is a page that says by its script that nobody is signed in, or leads to a page that the worker sees.
    event.waitUntil(mark.close(url.pathname === '/logout'));
  }
});
