import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, it } from 'vitest';
import { models } from '#test/web/models.ts';
import { renderPage } from '#web/render.ts';

/** The form page with all that it loads, compressed; what the headers of both answers take is left free. */
const MOST_BYTES = 22_000 - 2 * 900;
/** The script as the distribution compresses it once for all, at brotli's best. */
const MOST_SCRIPT_BYTES = 9000;
/** What seals drafts on the device: loaded when the form is ready, so it holds nobody up. */
const MOST_SEALING_BYTES = 1500;
/** Pages are compressed anew for each answer. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const compressed = (file: string) => brotliCompressSync(readFileSync(`web/dist/${file}`)).length;

it('the longest form and its script together stay small, and the script is one file', () => {
  const manifest = JSON.parse(readFileSync('web/dist/.vite/manifest.json', 'utf8')) as Record<string, Built>;
  // The others come later and by themselves: none shares a file with another.
  const later = 'web/client/sealed-store.ts';
  const apart = ['web/client/service-worker.ts', 'web/client/signed-out.ts'];
  expect(Object.keys(manifest)).toEqual(['web/client/main.tsx', later, ...apart]);
  const { file, imports, dynamicImports } = manifest['web/client/main.tsx'] as Built;
  expect([imports, dynamicImports]).toEqual([undefined, [later]]);
  for (const each of [later, ...apart]) expect(manifest[each]?.imports).toBeUndefined();
  expect(compressed(manifest[later]?.file ?? '')).toBeLessThanOrEqual(MOST_SEALING_BYTES);

  const script = compressed(file);
  expect(script).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  const { 'form-wrong': form } = models('vi');
  const page = brotliCompressSync(renderPage((form as NonNullable<typeof form>)()), quality).length;
  expect(page + script).toBeLessThanOrEqual(MOST_BYTES);
});
