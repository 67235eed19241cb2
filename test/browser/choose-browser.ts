/** The browser that tests run in: the one that comes with the packages, or the file of one that is installed. */
export type ChosenBrowser = { readonly kind: 'carried' } | { readonly kind: 'installed'; readonly path: string };

/** What decides which browser there is. */
export interface Machine {
  /** As `process.platform` and `process.arch` have it. */
  readonly platform: string;
  readonly arch: string;
  /** The variable `PATH`. */
  readonly path: string;
  exists(path: string): boolean;
}

/** Where macOS and Windows install a browser, and what it is called elsewhere; the first that is there is taken. */
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(
  (program) => [`C:\\Program Files\\${program}`, `C:\\Program Files (x86)\\${program}`],
);
const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/**
 * The browser for tests on a machine: Chromium as the packages carry it, which is for Linux on x64; elsewhere Chrome,
 * Chromium or Edge as installed; `undefined` where there is none.
 */
export function chooseBrowser({ platform, arch, path, exists }: Machine): ChosenBrowser | undefined {
  if (platform === 'linux' && arch === 'x64') return { kind: 'carried' };
  const places: Readonly<Record<string, readonly string[]>> = { darwin: macApplications, win32: windowsPrograms };
  const onPath = () => commands.flatMap((command) => path.split(':').map((folder) => `${folder}/${command}`));
  const installed = (places[platform] ?? onPath()).find(exists);
  return installed === undefined ? undefined : { kind: 'installed', path: installed };
}
