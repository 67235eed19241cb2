import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startScreen } from '#test/system/real-browsers/display.ts';
import { type Box, Frame } from '#test/system/real-browsers/frame.ts';
import { receiptsFolder, type Shown } from '#test/system/real-browsers/keep-receipt.ts';
import { system } from '#test/system/system.ts';

/** As tall as the longest page: nothing is scrolled. */
const [WIDTH, HEIGHT] = [1024, 12_000];
/** Where the window's own rows end, the one for finding words included, and where they have their parts. */
const PAGE_TOP = 86;
const FIND = { x: 350, y: 62 };
const MATCH_CASE = { x: 891, y: 62 };
/** Two looks at the screen so far apart show that it has been drawn, if nobody worked at it between them. */
const LOOK_MS = 150;
/** How often is looked meanwhile whether somebody works. */
const GLANCES = 5;
/** How long a page may take to come. Pictures of so tall a page take their time. */
const PATIENCE_MS = 120_000;

/**
 * NetSurf, which has no protocol to drive it by: worked by keys and pointer, read from its screen. It finds words by its
 * own search, which marks them; it says what page it shows in the title of its window.
 */
export class NetSurf {
  readonly #env: NodeJS.ProcessEnv;
  readonly #screen: string;
  /** The browser and the screen that it draws on. */
  readonly #workers: readonly number[];
  readonly #stop: () => Promise<void>;
  #window = '';

  private constructor(env: NodeJS.ProcessEnv, screen: string, workers: readonly number[], stop: () => Promise<void>) {
    this.#env = env;
    this.#screen = screen;
    this.#workers = workers;
    this.#stop = stop;
  }

  /** Opens the page to sign in. */
  static async open(): Promise<NetSurf> {
    const home = await mkdtemp(join(tmpdir(), 'so-chi-bo-netsurf-'));
    const screen = await startScreen(WIDTH, HEIGHT, home);
    const env = { ...process.env, DISPLAY: screen.display, HOME: home };
    // It keeps no cookie of a host without a dot in its name.
    const url = system().url.replace('localhost', '127.0.0.1');
    const program = spawn(
      'netsurf-gtk',
      [`--window_width=${WIDTH}`, `--window_height=${HEIGHT}`, '--enable_javascript=0', `${url}/login`],
      { stdio: 'ignore', env },
    );
    const browser = new NetSurf(env, screen.file, [program.pid ?? 0, screen.pid], async () => {
      program.kill('SIGKILL');
      screen.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });
    await browser.#findWindow();
    await browser.titled(/^Đăng nhập/);
    browser.#do('key', 'ctrl+f');
    await browser.#drawn();
    browser.#click(MATCH_CASE);
    return browser;
  }

  close(): Promise<void> {
    return this.#stop();
  }

  /** Goes to a page. */
  async goTo(path: string): Promise<void> {
    this.#do('key', 'ctrl+l', 'ctrl+a', 'BackSpace');
    this.#type(`${system().url.replace('localhost', '127.0.0.1')}${path}`);
    this.#do('key', 'Return');
  }

  /** Waits until the window shows a page with this title. */
  async titled(title: RegExp): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(LOOK_MS)) {
      const now = this.#do('getwindowname', this.#window);
      if (title.test(now)) break;
      if (Date.now() > end) throw new Error(`The window is not titled ${title}, but ${now}`);
    }
    await this.#drawn();
  }

  /** Types into the field below a label. */
  async fill(label: string, value: string): Promise<void> {
    const { left, bottom } = await this.find(label);
    const border = (await this.#drawn()).lineBelow(bottom + 1, left + 4, left + 44);
    if (border === undefined) throw new Error(`There is no field below ${label}`);
    this.#click({ x: left + 24, y: border + 20 });
    this.#do('key', 'ctrl+a', 'BackSpace');
    this.#type(value);
  }

  /** Chooses the answer with these words, by the mark before them. */
  async choose(answer: string): Promise<void> {
    const { left, top, bottom } = await this.find(answer);
    this.#click({ x: left - 12, y: Math.round((top + bottom) / 2) });
  }

  /** Presses the button with these words. @param after how often they stand before it on the page */
  async press(words: string, after = 0): Promise<void> {
    const { left, top } = await this.find(words, after);
    this.#click({ x: left + 4, y: top + 4 });
  }

  /** Goes back to the page before. */
  back(): void {
    this.#do('key', 'alt+Left');
  }

  /**
   * Where the page says something, by the search of the browser: that alone changes what is drawn.
   *
   * @param after how many places that say it come first
   */
  async find(words: string, after = 0): Promise<Box> {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      this.#click(FIND);
      this.#do('key', 'ctrl+a', 'BackSpace');
      const before = await this.#drawn();
      this.#type(words);
      for (let n = 0; n < after; n++) {
        await this.#drawn();
        this.#do('key', 'Return');
      }
      const box = before.changed(await this.#drawn(), PAGE_TOP);
      if (box) return box;
      if (Date.now() > end) throw new Error(`The page does not say ${words}: ${await this.#capture()}`);
    }
  }

  async look(): Promise<Shown> {
    return { png: (await this.#drawn()).toPng(0, HEIGHT) };
  }

  /** Puts down a picture of a page that misses something. @returns its path */
  async #capture(): Promise<string> {
    await mkdir(receiptsFolder, { recursive: true });
    const path = join(receiptsFolder, 'netsurf-missing.png');
    await writeFile(path, (await this.#drawn()).toPng(0, HEIGHT));
    return path;
  }

  async #findWindow(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; this.#window === ''; await setTimeout(LOOK_MS)) {
      if (Date.now() > end) throw new Error('NetSurf has no window');
      [this.#window = ''] = this.#do('search', '--onlyvisible', '--name', 'NetSurf').split('\n');
    }
    this.#do('windowfocus', this.#window);
  }

  /** The screen once it comes to rest: a busy machine may hold up who draws, but does not put them to sleep. */
  async #drawn(): Promise<Frame> {
    for (let last: Frame | undefined; ; ) {
      let rests = true;
      for (let n = 0; n < GLANCES; n++) {
        await setTimeout(LOOK_MS / GLANCES);
        rests &&= await this.#rests();
      }
      const now = await Frame.read(this.#screen);
      if (rests && last && !last.changed(now)) return now;
      last = now;
    }
  }

  /** Whether all who draw sleep. */
  async #rests(): Promise<boolean> {
    const states = await Promise.all(this.#workers.map((pid) => readFile(`/proc/${pid}/status`, 'utf8')));
    return states.every((about) => /^State:\tS/m.test(about));
  }

  #click({ x, y }: { readonly x: number; readonly y: number }): void {
    this.#do('mousemove', String(x), String(y), 'click', '1');
  }

  /** Types by keys that every keyboard has, other letters by their numbers: no key is given another letter meanwhile. */
  #type(text: string): void {
    for (const [part = ''] of text.matchAll(/\p{ASCII}+|\P{ASCII}/gu)) {
      const number = part.codePointAt(0) ?? 0;
      if (number < 128) this.#do('type', '--delay', '5', '--', part);
      else this.#do('key', '--delay', '5', 'ctrl+shift+u', ...number.toString(16), 'space');
    }
  }

  #do(...words: readonly string[]): string {
    try {
      return execFileSync('xdotool', words, {
        env: this.#env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch (error) {
      // A search that finds nothing fails.
      if (words[0] === 'search') return '';
      throw error;
    }
  }
}
