import { expect, it } from 'vitest';
import { langs } from '#shared/language/lang.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { models } from '#test/web/models.ts';
import { readPage } from '#test/web/read-page.ts';

it.each(langs)('names the working group that helps, in %s', (lang) => {
  const page = models(lang)['action, open'];
  const texts = page && readPage(page()).map(({ text }) => text);
  expect(texts).toContain(visitsTexts[lang].groupNumber(3));
});
