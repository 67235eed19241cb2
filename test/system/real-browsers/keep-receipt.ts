import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** The receipt that the test saw in a browser; `test/receipts.ts` lists them. */
    receipt?: Receipt;
  }
}

export interface Receipt {
  readonly browser: string;
  readonly version: string;
  /** The picture, or the screen of the terminal. */
  readonly file: string;
}

/** What a browser shows, as a picture or as the text of a terminal. */
export type Shown = { readonly png: Uint8Array } | { readonly txt: string };

/** Where the receipts are put down. */
export const receiptsFolder = join(tmpdir(), 'so-chi-bo-captures');

/** Puts down what a browser shows of a receipt, and notes it with the browser's name and version. */
export async function keepReceipt(
  { meta }: TestContext['task'],
  browser: string,
  version: string,
  shown: Shown,
): Promise<void> {
  await mkdir(receiptsFolder, { recursive: true });
  const [[ending = '', content = ''] = []] = Object.entries(shown) as [string, string | Uint8Array][];
  const file = join(receiptsFolder, `${browser}-receipt.${ending}`);
  await writeFile(file, content);
  meta.receipt = { browser, version, file };
}

/** The version of a package of Debian. */
export function debianVersion(name: string): string {
  const [, version = 'of unknown version'] = (
    spawnSync('dpkg-query', ['-W', name], { encoding: 'utf8' }).stdout ?? ''
  ).split(/\s/);
  return version;
}
