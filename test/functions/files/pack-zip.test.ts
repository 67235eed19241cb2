import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packEntry, packZip } from '#functions/files/pack-zip.ts';
import { zipParts } from '#test/zip-parts.ts';

const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 });

it('packs texts piece by piece into a file in which every reader finds them', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 5 }), (texts) => {
      const entries = texts.map((text, at) => packEntry(`xl/sheet${at}.xml`, text));
      const whole = texts.map((text, at) => [`xl/sheet${at}.xml`, text.join('')] as const);
      expect(zipParts(packZip(entries))).toEqual(Object.fromEntries(whole));
    }),
  );
});

it('is the same file of the same texts, whenever it is made', () => {
  const made = () => packZip([packEntry('a.xml', ['một', ' hai'])]);
  expect(made()).toEqual(made());
});

it('parts no sign of a text that is longer than what is packed at once', () => {
  for (const before of ['', 'a', 'ab', 'abc']) {
    const text = before + 'ộ😀'.repeat(120_000);
    expect(zipParts(packZip([packEntry('a.xml', [text])]))).toEqual({ 'a.xml': text });
  }
});
