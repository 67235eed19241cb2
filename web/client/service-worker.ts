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

/** What the worker knows of the session of the device's last answer. Instants are the device's own, in ms. */
interface Mark {
  /** Tells sessions apart; blank once nobody is signed in. */
  readonly session: string;
  readonly from: number;
  readonly until: number;
  /** The user has signed out, and it is not known whether the server heard of it. */
  readonly signsOut?: boolean;
}

/** Clocks are corrected by so much; one that was put back further opens nothing. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Closing that is under way: nothing opens meanwhile. */
let closing: Promise<void> = Promise.resolve();

async function findMark(): Promise<Mark | undefined> {
  await closing;
  return (await caches.match(MARK))?.json();
}

async function setMark(session: string, seconds: number, signsOut = false): Promise<void> {
  const now = Date.now();
  const mark: Mark = { session, from: now - CLOCK_SLACK_MS, until: now + seconds * 1000, signsOut };
  const marks = await caches.open(MARKS);
  await marks.put(MARK, new Response(JSON.stringify(mark))).catch(() => caches.delete(MARKS)); // full: nothing opens
}

/** Closes what is kept of a session: its pages, and the key that opens drafts. The sealed drafts stay for their owner. */
async function close(signsOut = false): Promise<void> {
  await setMark('', 0, signsOut);
  await caches.delete(PAGES);
  indexedDB.deleteDatabase('so-chi-bo-key');
}

/** Asks the server, and notes what its answer says of the session (`functions/http/session-header.ts`). */
async function ask(request: Request): Promise<Response> {
  let before = await findMark();
  // Who signed out without network is signed out before anything else.
  if (before?.signsOut) {
    await fetch('/logout', { method: 'POST', redirect: 'manual' });
    await setMark('', 0);
    before = await findMark();
  }
  const answer = await fetch(request);
  const [session = '', seconds = ''] = (answer.headers.get('x-session') ?? '').split(' ');
  if (session === '') return answer;
  const mark = await findMark();
  // Somebody signed in or out while the answer was under way: it says nothing of now.
  if (mark?.session !== before?.session || (mark?.session === '' && mark.from !== before?.from)) return answer;
  if (session === 'none') {
    if (mark?.session !== '') await close();
  } else {
    if (mark && mark.session !== session) await close();
    await setMark(session, Number(seconds));
  }
  return answer;
}

/** Fetches a page from the network and caches it; without network it returns the cached page. */
async function page(request: Request, url: URL): Promise<Response> {
  try {
    const fresh = askAndKeep(request, url);
    const answer = (await Promise.race([fresh, patience()])) ?? (await kept(request, url)) ?? (await fresh);
    return isNoPage(answer) ? ((await kept(request, url)) ?? busy()) : answer;
  } catch {
    return (await kept(request, url)) ?? (isOpen((await findMark()) ?? NEVER) ? offline() : over());
  }
}

async function askAndKeep(request: Request, url: URL): Promise<Response> {
  const answer = await ask(request);
  // An ended session leads elsewhere.
  if (!answer.ok || answer.redirected || !isKept(url)) return answer;
  const pages = await caches.open(PAGES);
  await pages.put(request, answer.clone()).catch(() => undefined); // full: not cached
  if (!isOf(answer, await findMark())) await pages.delete(request);
  return answer;
}

/** What the API says by itself, too many requests or no function reached, are words of JSON for programs. */
const isNoPage = ({ status, headers }: Response) =>
  status >= 429 && !!headers.get('content-type')?.startsWith('application/json');

/** Whether a page was given in the session of the mark. */
const isOf = ({ headers }: Response, mark: Mark | undefined) =>
  headers.get('x-session')?.split(' ')[0] === mark?.session;

/** Without a mark nobody has signed in on the device, so nothing is over. */
const NEVER: Mark = { session: '', from: 0, until: Number.POSITIVE_INFINITY };

const isOpen = ({ from, until }: Mark, now = Date.now()) => from <= now && now < until;

/** The cached page, of the open session alone. */
async function kept(request: Request, url: URL): Promise<Response | undefined> {
  const mark = await findMark();
  if (!mark) return undefined;
  if (!isOpen(mark)) {
    if (mark.session !== '') await close();
    return undefined;
  }
  const found = await (await caches.open(PAGES)).match(request, { ignoreVary: true });
  if (found) return isOf(found, mark) ? found : undefined;
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
    event.respondWith(ask(request));
  } else if (/^\/(login(\/.*)?|logout|account)$/.test(url.pathname)) {
    // Another person may use this device next. A form is left to the browser, which knows where it comes from: what it
    // is answered is a page that says by its script that nobody is signed in, or leads to a page that the worker sees.
    closing = close(url.pathname === '/logout');
    event.waitUntil(closing);
  }
});
