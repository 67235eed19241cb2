import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { launch } from '#test/browser/find-browser.ts';

const found = inject('browser');

/** Whether tests in a browser can run: where none is found they are skipped, and counted as that. */
export const hasBrowser = found !== undefined;

/** The browser that all tests on this machine run in, started anew. */
export async function startChromium(): Promise<Browser> {
  if (!found) throw new Error('Tests in a browser run only where `hasBrowser` says so');
  return launch(found);
}
