import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Shown } from '#test/system/real-browsers/keep-receipt.ts';
import { PATIENCE_MS, type RealBrowser } from '#test/system/real-browsers/real-browser.ts';
import { system } from '#test/system/system.ts';

/** How a browser of a terminal is started and worked by keys. */
interface Keys {
  readonly command: (url: string) => readonly string[];
  /** Goes to the next link or field. */
  readonly next: string;
  /** Opens a field for typing, and ends it. */
  readonly edit: readonly string[];
  readonly done: readonly string[];
  /** Whether an area of several lines is edited in another program. */
  readonly editor: boolean;
  /** Asks for an address to be typed. */
  readonly goTo: readonly string[];
  /** Goes back to the page before, and to its top. */
  readonly back: readonly string[];
  readonly top: string;
  /** How far inside its words the cursor stands on a button. */
  readonly inset: number;
}

const keys = {
  w3m: {
    command: (url) => ['w3m', '-cookie', '-o', 'accept_cookie=1', '-o', 'confirm_qq=0', url],
    next: 'Tab',
    edit: ['Enter', 'C-u'],
    done: ['Enter'],
    editor: true,
    goTo: ['U', 'C-u'],
    back: ['B'],
    top: 'g',
    inset: 0,
  },
  lynx: {
    command: (url) => ['lynx', '-accept_all_cookies', '-assume_charset=utf-8', '-display_charset=utf-8', url],
    next: 'Down',
    edit: ['C-u'],
    done: [],
    editor: false,
    goTo: ['g', 'C-u'],
    back: ['Left'],
    top: 'C-a',
    inset: 0,
  },
  links2: {
    command: (url) => ['links2', '-no-g', url],
    next: 'Down',
    edit: ['C-u'],
    done: [],
    editor: false,
    goTo: ['g', 'C-u'],
    back: ['Left'],
    top: 'Home',
    inset: 2,
  },
} as const satisfies Record<string, Keys>;

/** A browser of a terminal, by the name of its program. */
export type TerminalName = keyof typeof keys;

/** Two looks so far apart are alike where nothing is drawn any more. */
const LOOK_MS = 20;
/** The terminal is as tall as the longest page: a label and its field stand on one screen. */
const [COLUMNS, ROWS] = [110, 500];

/** Whether the cursor stands where it should: what stands before it, from it on, on its line and just below. */
type Holds = (before: string, from: string, line: string, below: string) => boolean;

/** How many rows an area of several lines has at most. */
const AREA_ROWS = 6;

/** The screen, and the column and row of the cursor. */
interface Screen {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** A real text browser in a terminal, worked by its keys and read from its screen. */
export class TerminalBrowser implements RealBrowser {
  readonly #client: Keys;
  readonly #socket: string;
  readonly #home: string;
  readonly #url: string;
  #pid = '';

  private constructor(name: TerminalName, home: string, url: string) {
    this.#url = url;
    this.#client = keys[name];
    this.#socket = basename(home);
    this.#home = home;
  }

  /** Opens the page to sign in. @param url where the system answers */
  static async open(name: TerminalName, url = system().url): Promise<TerminalBrowser> {
    // What a browser keeps of a visit, such as cookies, goes with it.
    const home = await mkdtemp(join(tmpdir(), `so-chi-bo-${name}-`));
    // Links welcomes whoever has none of its folders.
    await mkdir(join(home, '.links2'));
    const browser = new TerminalBrowser(name, home, url);
    const command = browser.#client.command(`${url}/login`);
    // The other program with which w3m edits puts down what the test has written.
    const environment = ['-e', `EDITOR=cp ${browser.#draft}`, '-e', `HOME=${home}`];
    browser.#tmux(
      'new-session',
      '-d',
      ...environment,
      '-s',
      'page',
      '-x',
      String(COLUMNS),
      '-y',
      String(ROWS),
      ...command,
    );
    browser.#pid = browser.#tmux('display-message', '-p', '-t', 'page', '#{pane_pid}').trim();
    await browser.shows(/Mật khẩu/);
    return browser;
  }

  async close(): Promise<void> {
    this.#tmux('kill-server');
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  get #draft(): string {
    return join(this.#home, 'draft.txt');
  }

  #tmux(...args: readonly string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    return execFileSync('tmux', ['-L', this.#socket, '-u', '-f', '/dev/null', ...args], { encoding: 'utf8', env });
  }

  #look(): Screen {
    const place = ['display-message', '-p', '-t', 'page', '#{cursor_x} #{cursor_y}'];
    const [cursor = '', ...lines] = this.#tmux(...place, ';', 'capture-pane', '-p', '-t', 'page').split('\n');
    const [x = 0, y = 0] = cursor.split(' ').map(Number);
    return { lines, x, y };
  }

  /** How often the program has gone to sleep, if it sleeps now; however busy the machine is. */
  #sleeps(): string | undefined {
    const about = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    // Who has an editor sleeps until that is through. Lynx leaves others behind that have ended.
    const editor = this.#client.editor && readFileSync(`/proc/${this.#pid}/task/${this.#pid}/children`, 'utf8');
    return !editor && /^State:\tS/m.test(about) ? /^voluntary.*/m.exec(about)?.[0] : undefined;
  }

  /** Waits until the program sleeps again, and the terminal has drawn what it wrote. */
  async #rested(before?: string): Promise<Screen> {
    let last = '';
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(LOOK_MS)) {
      const sleeps = this.#sleeps();
      const isBusy = !sleeps || sleeps === before;
      if (isBusy && Date.now() <= end) {
        last = '';
        continue; // to look takes longer than to ask
      }
      const screen = this.#look();
      const now = `${sleeps} ${JSON.stringify(screen)}`;
      if (now === last || Date.now() > end) return screen;
      last = now;
    }
  }

  /** Sends keys, and waits until the program has taken them and waits for more. */
  async #keys(keys: readonly string[]): Promise<Screen> {
    if (keys.length === 0) return this.#look();
    const before = this.#sleeps();
    this.#tmux('send-keys', '-t', 'page', ...keys);
    return this.#rested(before);
  }

  async #type(text: string): Promise<void> {
    if (text !== '') await this.#keys(['-l', text]);
  }

  async shows(text: RegExp): Promise<string> {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(LOOK_MS)) {
      const screen = textOf(await this.#rested());
      if (text.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`The screen does not show ${text}:\n${screen}`);
    }
  }

  async look(): Promise<Shown> {
    return { txt: `${textOf(await this.#rested()).trimEnd()}\n` };
  }

  async goTo(path: string): Promise<void> {
    await this.#keys(this.#client.goTo);
    await this.#type(`${this.#url}${path}`);
    await this.#keys(['Enter']);
  }

  async back(): Promise<void> {
    await this.#keys(this.#client.back);
    await this.#keys([this.#client.top]);
  }

  /** Goes on to the next field or link for which a test of the screen before it and from it on holds. */
  async #find(what: string, holds: Holds): Promise<void> {
    const seen = new Set<string>();
    let screen = this.#look();
    for (let last = 0, above = 0; ; ) {
      const { lines, x, y } = screen;
      const line = lines[y] ?? '';
      // A field stands after its label; what stands before the field on a line above is another field's. In the columns
      // of a table, labels of several fields stand on one line and the fields on the next.
      if (last !== y) above = last < y ? last : 0;
      const before = [...lines.slice(above, y), line.slice(0, x)].join('\n');
      if (holds(before, line.slice(x), line, lines.slice(y + 1, y + AREA_ROWS).join('\n'))) return;
      const at = `${x} ${y} ${lines.join()}`;
      if (seen.has(at)) throw new Error(`There is no ${what}:\n${lines.join('\n')}`);
      seen.add(at);
      last = y;
      screen = await this.#keys([this.#client.next]);
    }
  }

  async fill(label: string, value: string): Promise<void> {
    await this.#find(`field ${label}`, (before, from) => before.includes(label) && isBox(before, from));
    await this.#keys(this.#client.edit);
    await this.#type(value);
    await this.#keys(this.#client.done);
  }

  async write(label: string, text: string): Promise<void> {
    await this.#keys([this.#client.next]);
    // Such an area's label stands beside its first or last line.
    await this.#find(
      `area ${label}`,
      (before, from, _, below) => `${before}${below}`.includes(label) && isBox(before, from),
    );
    if (!this.#client.editor) return this.#type(text);
    await writeFile(this.#draft, text);
    await this.#keys(['Enter']);
  }

  async choose(answer: string): Promise<void> {
    await this.#find(`answer ${answer}`, (_, from) => from.replace(/^[( *X)\]]+/, '').startsWith(answer));
    await this.#keys(['Enter']);
  }

  async fillOn(...values: readonly string[]): Promise<void> {
    for (const value of values) {
      await this.#keys([this.#client.next]);
      await this.#keys(this.#client.edit);
      await this.#type(value);
      await this.#keys(this.#client.done);
    }
  }

  async pickOn(entry: number): Promise<void> {
    await this.#keys([this.#client.next]);
    await this.#take(entry);
  }

  async pick(label: string, entry: number): Promise<void> {
    await this.#find(
      `list ${label}`,
      (before, from) => before.trimEnd().replace(/\[$/, '').endsWith(label) && from !== '',
    );
    await this.#take(entry);
  }

  /** Opens the list that the cursor stands on, and takes an entry. */
  async #take(entry: number): Promise<void> {
    await this.#keys(['Enter']);
    for (let n = 0; n < entry; n++) await this.#keys(['Down']);
    await this.#keys(['Enter']);
  }

  async press(words: string): Promise<void> {
    const { inset } = this.#client;
    await this.#find(`button ${words}`, (_, from, line) => {
      const at = line.length - from.length - inset;
      return [line.slice(Math.max(0, at)), from].some((each) => each.replace(/^\(BUTTON\) /, '').startsWith(words));
    });
    await this.#keys(['Enter']);
  }
}

const textOf = ({ lines }: Screen) => lines.join('\n');

/** w3m draws a box to type in as `[  ]`, with the cursor inside, and one to tick as `[X]`; Lynx and Links as `____`. */
const isBox = (before: string, from: string) => (before.endsWith('[') ? !/^.\]/.test(from) : /^\S*__/.test(from));
