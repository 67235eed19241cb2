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
/** What keeps drafts and waiting reports, and the rules of the whole form, which are needed without network. Both too come later. */
const MOST_KEEPING_BYTES = 2200;
const MOST_RULES_BYTES = 14_500;
/** What lets the grid be worked as a spreadsheet, which no other page loads. */
const MOST_SHEET_BYTES = 1000;
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
  const later = {
    'web/client/sealed-store.ts': MOST_SEALING_BYTES,
    'web/client/device-of.ts': MOST_KEEPING_BYTES,
    'web/client/check-report.ts': MOST_RULES_BYTES,
    'web/client/sheet.ts': MOST_SHEET_BYTES,
  };
  const apart = ['web/client/service-worker.ts', 'web/client/signed-out.ts', 'web/client/copy-text.ts'];
  const { file, imports, dynamicImports } = manifest['web/client/main.tsx'] as Built;
  expect([imports, dynamicImports]).toEqual([undefined, Object.keys(later)]);
  const others = [...Object.keys(later), ...apart];
  expect(new Set(Object.keys(manifest))).toEqual(new Set(['web/client/main.tsx', ...others]));
  for (const each of others) expect(manifest[each]?.imports).toBeUndefined();
  for (const [each, most] of Object.entries(later)) {
    expect(compressed(manifest[each]?.file ?? ''), each).toBeLessThanOrEqual(most);
  }

  const script = compressed(file);
  expect(script).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  const { 'form-wrong': form } = models('vi');
  const page = brotliCompressSync(renderPage((form as NonNullable<typeof form>)()), quality).length;
  expect(page + script).toBeLessThanOrEqual(MOST_BYTES);
});
