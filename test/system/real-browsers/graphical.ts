import { setTimeout } from 'node:timers/promises';
import type { Shown } from '#test/system/real-browsers/keep-receipt.ts';
import { findNext, readPage } from '#test/system/real-browsers/page-hands.ts';
import { PATIENCE_MS, type RealBrowser } from '#test/system/real-browsers/real-browser.ts';
import { system } from '#test/system/system.ts';

/** What a protocol that drives a graphical browser does; `E` is how it names an element of the page. */
export interface Driver<E> {
  navigate(url: string): Promise<void>;
  /** Runs a function of the page, given as text, and gives back its value. */
  evaluate(source: string): Promise<unknown>;
  /** Runs a function of the page that finds an element. */
  find(source: string): Promise<E | undefined>;
  /** Presses a button or follows a link. */
  press(element: E): Promise<void>;
  /** Chooses an answer. */
  check(element: E): Promise<void>;
  /** Empties a field and types into it, by keys. */
  type(element: E, text: string): Promise<void>;
  pickEntry(element: E, entry: number): Promise<void>;
  back(): Promise<void>;
  /** A picture of what the window shows: PNG in base64. */
  picture(): Promise<string>;
  close(): Promise<void>;
}

/** A graphical browser, worked by its protocol. */
export class GraphicalBrowser<E> implements RealBrowser {
  readonly #driver: Driver<E>;

  private constructor(driver: Driver<E>) {
    this.#driver = driver;
  }

  static async open<E>(driver: Driver<E>): Promise<GraphicalBrowser<E>> {
    const browser = new GraphicalBrowser(driver);
    await browser.goTo('/login');
    return browser;
  }

  async goTo(path: string): Promise<void> {
    await this.#driver.navigate(`${system().url}${path}`);
  }

  /** Finds what comes next, also where the page is only on its way. */
  async #next(kind: Parameters<typeof findNext>[0], words: string): Promise<E> {
    const source = `(${findNext})(${JSON.stringify(kind)}, ${JSON.stringify(words)})`;
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(100)) {
      const found = await this.#driver.find(source).catch(() => undefined);
      if (found) return found;
      if (Date.now() > end) throw new Error(`There is no ${kind} ${words}:\n${await this.#screen()}`);
    }
  }

  async #screen(): Promise<string> {
    return String(await this.#driver.evaluate(`(${readPage})()`));
  }

  async fill(label: string, value: string): Promise<void> {
    await this.#driver.type(await this.#next('field', label), value);
  }

  async fillOn(...values: readonly string[]): Promise<void> {
    for (const value of values) await this.#driver.type(await this.#next('field', ''), value);
  }

  async pickOn(entry: number): Promise<void> {
    await this.#driver.pickEntry(await this.#next('list', ''), entry);
  }

  write(label: string, text: string): Promise<void> {
    return this.fill(label, text);
  }

  async choose(answer: string): Promise<void> {
    await this.#driver.check(await this.#next('answer', answer));
  }

  async pick(label: string, entry: number): Promise<void> {
    await this.#driver.pickEntry(await this.#next('list', label), entry);
  }

  async press(words: string): Promise<void> {
    await this.#driver.press(await this.#next('button', words));
  }

  back(): Promise<void> {
    return this.#driver.back();
  }

  async shows(text: RegExp): Promise<string> {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(100)) {
      // Between two pages there is nothing to read.
      const screen = await this.#screen().catch(() => '');
      if (text.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`The page does not show ${text}:\n${screen}`);
    }
  }

  async look(): Promise<Shown> {
    return { png: Buffer.from(await this.#driver.picture(), 'base64') };
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}
