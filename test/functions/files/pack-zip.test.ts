import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packEntry, packZip } from '#functions/files/pack-zip.ts';
import { zipParts } from '#test/zip-parts.ts';

const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 });

it('packs texts piece by piece into a file in which every reader finds them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 5 }), async (texts) => {
      const entries = await Promise.all(texts.map((text, at) => packEntry(`xl/sheet${at}.xml`, text)));
      const whole = texts.map((text, at) => [`xl/sheet${at}.xml`, text.join('')] as const);
      expect(zipParts(packZip(entries))).toEqual(Object.fromEntries(whole));
    }),
  );
});

it('is the same file of the same texts, whenever it is made', async () => {
  const made = async () => packZip([await packEntry('a.xml', ['một', ' hai'])]);
  expect(await made()).toEqual(await made());
});
