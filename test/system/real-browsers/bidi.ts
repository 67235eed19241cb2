import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Driver } from '#test/system/real-browsers/graphical.ts';

/** How WebDriver BiDi names an element. */
interface Element {
  readonly sharedId: string;
}

interface Value {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

/** Keys by WebDriver's codes; control and A mark all that a field holds. */
const [CONTROL, DOWN] = ['\uE009', '\uE015'];

/** Firefox over WebDriver BiDi, the protocol that it speaks itself. */
export async function startFirefox(): Promise<Driver<Element>> {
  const profile = await mkdtemp(join(tmpdir(), 'so-chi-bo-firefox-'));
  const firefox = spawn(
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: profile },
    },
  );
  const socket = new WebSocket(`${await addressIn(firefox.stderr)}/session`);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const call = async (method: string, params: object): Promise<unknown> => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  };
  await call('session.new', { capabilities: {} });
  const { contexts } = (await call('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context;
  const run = async (expression: string): Promise<Value> => {
    const script = { expression, target: { context }, awaitPromise: false, userActivation: true };
    return ((await call('script.evaluate', script)) as { result: Value }).result;
  };
  const act = (type: 'key' | 'pointer', actions: readonly object[]) =>
    call('input.performActions', { context, actions: [{ type, id: type, actions }] });
  const press = (keys: readonly string[]) =>
    act(
      'key',
      keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  const focus = (element: Element) =>
    call('script.callFunction', {
      functionDeclaration: '(element) => element.focus()',
      ...{ target: { context }, arguments: [element], awaitPromise: false },
    });
  /** Clicks, once the page has come to rest; where it has moved meanwhile, once more. */
  const click = async (element: Element, tries = 5): Promise<void> => {
    await call('script.callFunction', {
      functionDeclaration: `async (element) => {
        for (let last, n = 0; n < 50; n++) {
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          await new Promise((drawn) => setTimeout(drawn, 50));
          const { top } = element.getBoundingClientRect();
          if (top === last) return;
          last = top;
        }
      }`,
      ...{ target: { context }, arguments: [element], awaitPromise: true },
    });
    const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    try {
      await act('pointer', [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
    } catch (error) {
      if (tries === 1) throw error;
      await setTimeout(200);
      await click(element, tries - 1);
    }
  };
  return {
    navigate: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (source) => (await run(source)).value,
    async find(source) {
      const { sharedId } = await run(source);
      return sharedId ? { sharedId } : undefined;
    },
    press: click,
    check: click,
    async type(element, text) {
      await click(element);
      await act('key', [
        { type: 'keyDown', value: CONTROL },
        { type: 'keyDown', value: 'a' },
        { type: 'keyUp', value: 'a' },
        { type: 'keyUp', value: CONTROL },
      ]);
      await press([...text]);
    },
    async pickEntry(element, entry) {
      await focus(element);
      await press(Array.from({ length: entry }, () => DOWN));
    },
    back: async () => void (await call('browsingContext.traverseHistory', { context, delta: -1 })),
    async picture() {
      return ((await call('browsingContext.captureScreenshot', { context })) as { data: string }).data;
    },
    async close() {
      await call('browser.close', {}).catch(() => firefox.kill());
      socket.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly message?: string;
  readonly result?: unknown;
}

/** The address that the browser says it listens on. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('Firefox did not start');
}
