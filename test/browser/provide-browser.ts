import type { TestProject } from 'vitest/node';
import { type FoundBrowser, findBrowser } from '#test/browser/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What tests in a browser run in; nothing where they are skipped. */
    browser: FoundBrowser | undefined;
  }
}

/** Finds the browser once for all tests, and says what is skipped where there is none. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await findBrowser();
  project.provide('browser', found);
  if (found) return;
  console.log(`Skipped: all tests in a browser, and with them whether every right of the functions is used. The packages
carry no Chromium for ${process.platform} on ${process.arch}, and neither Chrome nor Chromium nor Edge is installed.`);
}
