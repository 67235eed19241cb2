import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { system } from '#test/system/system.ts';

/** How a browser of a terminal is started and worked by keys. */
interface Client {
  readonly command: (url: string) => readonly string[];
  /** Goes to the next link or field. */
  readonly next: string;
  /** Opens a field for typing, and ends it. */
  readonly edit: readonly string[];
  readonly done: readonly string[];
  /** Presses a button, chooses an answer, follows a link. */
  readonly press: string;
  /** Asks for an address to be typed. */
  readonly goTo: readonly string[];
}

const clients = {
  w3m: {
    command: (url) => ['w3m', '-cookie', '-o', 'accept_cookie=1', '-o', 'confirm_qq=0', url],
    next: 'Tab',
    edit: ['Enter', 'C-u'],
    done: ['Enter'],
    press: 'Enter',
    goTo: ['U', 'C-u'],
  },
  lynx: {
    command: (url) => ['lynx', '-accept_all_cookies', '-assume_charset=utf-8', '-display_charset=utf-8', url],
    next: 'Down',
    edit: ['C-u'],
    done: [],
    press: 'Enter',
    goTo: ['g', 'C-u'],
  },
} as const satisfies Record<string, Client>;

export type ClientName = keyof typeof clients;
export const clientNames = Object.keys(clients) as ClientName[];

/** Whether a program can be started. */
const isInstalled = (program: string) => spawnSync('which', [program]).status === 0;
/** Whether tests can work a browser in a terminal. */
export const canDrive = (name: ClientName) => isInstalled('tmux') && isInstalled(name);

const PATIENCE_MS = 15_000;
/** A key that may change nothing, as one that empties an empty field, is given so long. */
const QUIET_MS = 400;
/** The terminal is tall, so that a label and its field stand on one screen. */
const [COLUMNS, ROWS] = [110, 90];

/** A real text browser in a terminal, worked by its keys and read from its screen. */
export class TerminalBrowser {
  readonly #client: Client;
  readonly #socket: string;

  private constructor(name: ClientName) {
    this.#client = clients[name];
    this.#socket = `so-chi-bo-${process.pid}-${name}`;
  }

  static async open(name: ClientName, path: string): Promise<TerminalBrowser> {
    const browser = new TerminalBrowser(name);
    const command = browser.#client.command(`${system().url}${path}`);
    browser.#tmux('new-session', '-d', '-s', 'page', '-x', String(COLUMNS), '-y', String(ROWS), ...command);
    return browser;
  }

  close(): void {
    this.#tmux('kill-server');
  }

  #tmux(...args: readonly string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    return execFileSync('tmux', ['-L', this.#socket, '-u', '-f', '/dev/null', ...args], { encoding: 'utf8', env });
  }

  /** The screen, and the column and row of the cursor. */
  #look(): { readonly lines: readonly string[]; readonly x: number; readonly y: number } {
    const place = ['display-message', '-p', '-t', 'page', '#{cursor_x} #{cursor_y}'];
    const [cursor = '', ...lines] = this.#tmux(...place, ';', 'capture-pane', '-p', '-t', 'page').split('\n');
    const [x = 0, y = 0] = cursor.split(' ').map(Number);
    return { lines, x, y };
  }

  screen(): string {
    return this.#look().lines.join('\n');
  }

  /** Sends keys, and waits until the program has drawn what follows from them: two looks that are alike. */
  async #keys(keys: readonly string[], patience = QUIET_MS): Promise<void> {
    if (keys.length === 0) return;
    const before = JSON.stringify(this.#look());
    this.#tmux('send-keys', '-t', 'page', ...keys);
    let last = before;
    for (const end = Date.now() + patience; Date.now() < end; await setTimeout(10)) {
      const now = JSON.stringify(this.#look());
      if (now !== before && now === last) return;
      last = now;
    }
  }

  async #type(text: string): Promise<void> {
    await this.#keys(['-l', text], PATIENCE_MS);
  }

  /** Waits until the screen shows a text, and returns the screen. */
  async shows(text: RegExp): Promise<string> {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(50)) {
      const screen = this.screen();
      if (text.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`The screen does not show ${text}:\n${screen}`);
    }
  }

  async goTo(path: string): Promise<void> {
    await this.#keys(this.#client.goTo);
    await this.#type(`${system().url}${path}`);
    await this.#keys(['Enter']);
  }

  /** Goes on to the next field or link for which a test of the screen before it and from it on holds. */
  async #find(what: string, holds: (before: string, from: string) => boolean): Promise<void> {
    const seen = new Set<string>();
    for (let last = 0; ; ) {
      const { lines, x, y } = this.#look();
      const line = lines[y] ?? '';
      // A field stands after its label; what stands before the field before it is another field's.
      const before = [...lines.slice(last <= y ? last : 0, y), line.slice(0, x)].join('\n');
      if (holds(before, line.slice(x))) return;
      const at = `${x} ${y} ${lines.join()}`;
      if (seen.has(at)) throw new Error(`There is no ${what}:\n${lines.join('\n')}`);
      seen.add(at);
      last = y;
      await this.#keys([this.#client.next], PATIENCE_MS / 3);
    }
  }

  /** Types into the next field after a label. */
  async fill(label: string, value: string): Promise<void> {
    await this.#find(`field ${label}`, (before, from) => before.includes(label) && isBox(before, from));
    await this.#keys(this.#client.edit);
    await this.#type(value);
    await this.#keys(this.#client.done);
  }

  /** Chooses the answer with these words that comes next. */
  async choose(answer: string): Promise<void> {
    await this.#find(`answer ${answer}`, (_, from) => from.replace(/^[( *)]+/, '').startsWith(answer));
    await this.#keys([this.#client.press]);
  }

  /** Presses the next button, or follows the next link, with these words. */
  async press(words: string): Promise<void> {
    await this.#find(`button ${words}`, (_, from) => from.replace(/^\(BUTTON\) /, '').startsWith(words));
    await this.#keys([this.#client.press]);
  }
}

/** w3m draws a box to type in as `[  ]`, with the cursor inside; Lynx as `____`, with the cursor at its start. */
const isBox = (before: string, from: string) => before.endsWith('[') || /^\S*__/.test(from);
