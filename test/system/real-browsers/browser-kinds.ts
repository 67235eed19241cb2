import { spawnSync } from 'node:child_process';
import { startFirefox } from '#test/system/real-browsers/bidi.ts';
import { startDisplay } from '#test/system/real-browsers/display.ts';
import { GraphicalBrowser } from '#test/system/real-browsers/graphical.ts';
import type { BrowserKind } from '#test/system/real-browsers/real-browser.ts';
import { TerminalBrowser } from '#test/system/real-browsers/terminal.ts';
import { startWebKit } from '#test/system/real-browsers/webdriver.ts';

/** The browsers that are installed on a machine, besides the one that comes with the packages. */
export const browserKinds = {
  w3m: { programs: ['tmux', 'w3m'], from: 'w3m', open: () => TerminalBrowser.open('w3m') },
  lynx: { programs: ['tmux', 'lynx'], from: 'lynx', open: () => TerminalBrowser.open('lynx') },
  links: { programs: ['tmux', 'links2'], from: 'links2', open: () => TerminalBrowser.open('links2') },
  firefox: {
    programs: ['firefox-esr'],
    from: 'firefox-esr',
    open: async () => GraphicalBrowser.open(await startFirefox()),
  },
  webkit: {
    programs: ['WebKitWebDriver', 'Xvfb'],
    from: 'webkit2gtk-driver',
    open: async () => GraphicalBrowser.open(await startWebKit(await startDisplay())),
  },
} as const satisfies Record<string, BrowserKind>;

export type BrowserName = keyof typeof browserKinds;

/** Whether the programs of a browser are there; where not, its tests are skipped, and counted as that. */
export const isInstalled = (name: BrowserName) =>
  browserKinds[name].programs.every((program) => spawnSync('which', [program]).status === 0);
