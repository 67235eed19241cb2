import { spawn } from 'node:child_process';
import { glob } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Driver } from '#test/system/real-browsers/graphical.ts';
import { PATIENCE_MS } from '#test/system/real-browsers/real-browser.ts';

/** How W3C WebDriver names an element. */
type Element = Readonly<Record<string, string>>;

/** What is sent to a field that stays blank: it gets the focus. */
const NO_KEY = '\uE000';

/** WebKitGTK's own small browser over W3C WebDriver, on the display that `DISPLAY` names. */
export async function startWebKit(display: string): Promise<Driver<Element>> {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const answer = (await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json()) as { value: unknown };
    const failed = answer.value as { error?: string; message?: string } | null;
    if (failed?.error) throw new Error(`${path}: ${failed.error}: ${failed.message}`);
    return answer.value;
  };
  for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(100)) {
    const ready = await call('GET', '/status').then(
      () => true,
      () => false,
    );
    if (ready || Date.now() > end) break;
  }
  const binary = (await glob('/usr/lib/*/webkit2gtk-*/MiniBrowser').next()).value;
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId } = (await call('POST', '/session', { capabilities: { alwaysMatch: options } })) as {
    sessionId: string;
  };
  const session = `/session/${sessionId}`;
  const idOf = (element: Element) => Object.values(element)[0];
  const click = async (element: Element) => void (await call('POST', `${session}/element/${idOf(element)}/click`, {}));
  return {
    navigate: async (url) => void (await call('POST', `${session}/url`, { url })),
    evaluate: (source) => call('POST', `${session}/execute/sync`, { script: `return ${source}`, args: [] }),
    find: async (source) =>
      ((await call('POST', `${session}/execute/sync`, { script: `return ${source}`, args: [] })) ?? undefined) as
        | Element
        | undefined,
    press: click,
    check: click,
    async type(element, text) {
      await call('POST', `${session}/element/${idOf(element)}/clear`, {});
      await call('POST', `${session}/element/${idOf(element)}/value`, { text: text || NO_KEY });
    },
    async pickEntry(element, entry) {
      const entries = await call('POST', `${session}/element/${idOf(element)}/elements`, {
        using: 'css selector',
        value: 'option',
      });
      const chosen = (entries as Element[])[entry];
      if (chosen) await call('POST', `${session}/element/${idOf(chosen)}/click`, {});
    },
    back: async () => void (await call('POST', `${session}/back`, {})),
    picture: async () => String(await call('GET', `${session}/screenshot`)),
    async close() {
      await call('DELETE', session);
      driver.kill();
    },
  };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
