import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { chooseBrowser } from '#test/browser/choose-browser.ts';

/** What it takes to start a browser. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Of the browser's process. */
  readonly env: NodeJS.ProcessEnv;
  /** Besides what any browser for tests is told. */
  readonly args: readonly string[];
}

/** With the feature, a browser that a test puts offline calls itself online from the next page on. */
const installedArgs = ['--disable-features=RenderDocument'];

/** This machine's browser for tests, unpacked where it comes with the packages; `undefined` where there is none. */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const { platform, arch, env } = process;
  const chosen = chooseBrowser({ platform, arch, path: env['PATH'] ?? '', exists: existsSync });
  if (chosen?.kind === 'installed') return { executablePath: chosen.path, env: { ...env }, args: installedArgs };
  if (!chosen) return undefined;
  // The list of font folders that comes with the fonts knows none but `/tmp`.
  const { stdout } = await promisify(execFile)(process.execPath, ['test/browser/unpack-chromium.ts'], {
    env: { ...env, TMPDIR: '/tmp' },
  });
  return JSON.parse(stdout) as FoundBrowser;
}

/** A real browser that reaches nothing but the system under test. */
export async function launch(found: FoundBrowser): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...found.args,
  ];
  // A browser without a locale, as a bare machine starts it, takes no Vietnamese name for a file.
  const env = { ...found.env, LC_ALL: 'C.UTF-8' };
  const browser = await chromium.launch({ executablePath: found.executablePath, env, args });
  // A busy machine draws late.
  return browser.on('context', (context) => context.setDefaultTimeout(90_000));
}
