import { describe, expect, it } from 'vitest';
import { chooseBrowser } from '#test/browser/choose-browser.ts';

const chrome = '/usr/bin/google-chrome';
const chromium = '/usr/local/bin/chromium';
const edge = '/usr/bin/microsoft-edge';
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const macEdge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
const windowsEdge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';

describe('the browser for tests', () => {
  const on = (platform: string, arch: string, ...there: readonly string[]) =>
    chooseBrowser({ platform, arch, path: '/usr/local/bin:/usr/bin', exists: (path) => there.includes(path) });

  it('is the one that the packages carry on Linux on x64, whatever is installed', () => {
    expect(on('linux', 'x64')).toEqual({ kind: 'carried' });
    expect(on('linux', 'x64', chrome)).toEqual({ kind: 'carried' });
  });

  it.each([
    ['linux', 'arm64', [edge, chromium, chrome], chrome],
    ['linux', 'arm64', [edge, chromium], chromium],
    ['linux', 'arm64', [edge], edge],
    ['darwin', 'arm64', [macEdge, macChrome], macChrome],
    ['darwin', 'x64', [macEdge], macEdge],
    ['win32', 'x64', [windowsEdge], windowsEdge],
  ])('is on %s on %s, of %j, %s', (platform, arch, there, path) => {
    expect(on(platform, arch, ...there)).toEqual({ kind: 'installed', path });
  });

  it.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['freebsd', 'x64'],
  ])('is none on %s on %s with nothing installed', (platform, arch) => {
    expect(on(platform, arch)).toBeUndefined();
    expect(on(platform, arch, '/opt/elsewhere/chromium')).toBeUndefined();
  });
});
