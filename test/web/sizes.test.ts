import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { models } from '#test/web/models.tsx';
import { renderPage } from '#web/render.ts';

/** The form page with all that it loads, compressed; what the headers of both answers take is left free. */
const MOST_BYTES = 24_000 - 2 * 900;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

it('the longest form and its script together stay small, and the script is one file', async () => {
  const { output } = (await build({ build: { write: false }, logLevel: 'silent' })) as Rolldown.RolldownOutput;
  const files = output.filter((file) => file.type === 'chunk');
  // The worker comes later and by itself: neither shares a file with the other.
  expect(files.map(({ name, imports }) => [name, imports])).toEqual([
    ['main', []],
    ['service-worker', []],
  ]);
  const chunks = files.filter(({ name }) => name === 'main').map(({ code }) => code);
  const { 'form-wrong': form, merge } = models('vi');
  for (const page of [form, merge]) {
    const parts = [renderPage(page as NonNullable<typeof page>), ...chunks];
    const bytes = parts.reduce((sum, part) => sum + brotliCompressSync(part, quality).length, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  }
});
