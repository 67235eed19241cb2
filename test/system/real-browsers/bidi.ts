import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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

/** Control and A, which mark all that a field holds; the codes are WebDriver's. */
const CONTROL = '\uE009';

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
  const act = (type: string, id: string, actions: readonly object[]) =>
    call('input.performActions', { context, actions: [{ type, id, actions }] });
  const press = (keys: readonly string[]) =>
    act(
      'key',
      'keys',
      keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  const click = async (element: Element) => {
    const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    await act('pointer', 'mouse', [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  };
  return {
    navigate: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (source) => (await run(source)).value,
    async find(source) {
      const { sharedId } = await run(source);
      return sharedId ? { sharedId } : undefined;
    },
    click,
    async type(element, text) {
      await click(element);
      await act('key', 'keys', [
        { type: 'keyDown', value: CONTROL },
        { type: 'keyDown', value: 'a' },
        { type: 'keyUp', value: 'a' },
        { type: 'keyUp', value: CONTROL },
      ]);
      await press([...text]);
    },
    async pickEntry(element, entry) {
      const pick = `(list) => { list.focus(); list.selectedIndex = 0; }`;
      const target = { context };
      await call('script.callFunction', {
        functionDeclaration: pick,
        target,
        arguments: [element],
        awaitPromise: false,
      });
      await press(Array.from({ length: entry }, () => '\uE015'));
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
