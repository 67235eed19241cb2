import type { Shown } from '#test/system/real-browsers/keep-receipt.ts';

/** A browser as people have it, worked as people do: by the words on its screen. */
export interface RealBrowser {
  goTo(path: string): Promise<void>;
  /** Types into the next field after a label. */
  fill(label: string, value: string): Promise<void>;
  /** Types into the fields that follow, one after the other. */
  fillOn(...values: readonly string[]): Promise<void>;
  /** Takes the n-th entry of the list that follows. */
  pickOn(entry: number): Promise<void>;
  /** Writes into the next area of several lines after a label. */
  write(label: string, text: string): Promise<void>;
  /** Chooses the answer with these words that comes next. */
  choose(answer: string): Promise<void>;
  /** Opens the next list after a label, and takes its n-th entry; the first is 0. */
  pick(label: string, entry: number): Promise<void>;
  /** Presses the next button, or follows the next link, with these words. */
  press(words: string): Promise<void>;
  /** Goes back to the page before, and to its top. */
  back(): Promise<void>;
  /** Waits until the screen shows a text, and returns the screen. */
  shows(text: RegExp): Promise<string>;
  /** What the browser shows now. */
  look(): Promise<Shown>;
  close(): Promise<void>;
}

/** How a kind of browser is found and started. */
export interface BrowserKind {
  /** The programs that must be there. */
  readonly programs: readonly string[];
  /** The package of Debian whose version is the browser's. */
  readonly from: string;
  /** Opens the page to sign in. */
  open(): Promise<RealBrowser>;
}

/** How long a page may take to come, on a machine that does much else. */
export const PATIENCE_MS = 60_000;
