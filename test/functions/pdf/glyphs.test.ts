import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fonts, openFont } from '#functions/pdf/fonts.ts';

/** Where the words of documents are made that are drawn with these fonts; what people write is not known here. */
const sources = globSync(
  '{shared/{briefings,documents,summaries},functions/pdf,functions/scorecards/formats/pdf}/**/*.ts',
);

it.each(fonts)('every sign that a document is made of is in the font %s: another would be an empty box', (font) => {
  expect(sources.length).toBeGreaterThan(20);
  const known = openFont(font);
  const signs = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8')]));
  const lacking = [...signs].filter((sign) => sign > ' ' && known.layout(sign).glyphs.some(({ id }) => id === 0));
  expect(lacking).toEqual([]);
});
