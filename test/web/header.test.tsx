import { expect, it } from 'vitest';
import { langs } from '#shared/language/lang.ts';
import { languageNames } from '#shared/language/languages.ts';
import { readPage } from '#test/web/read-page.ts';
import { Header } from '#web/header.tsx';

const switches = (lang: (typeof langs)[number], path: string, switchable = true) =>
  readPage(<Header context={{ lang, path }} switchable={switchable} />)
    .filter(({ attributes }) => attributes['lang'])
    .map(({ text, attributes }) => ({ text, lang: attributes['lang'], href: attributes['href'] }));

it.each(langs)('a page in %s leads to itself in each other language, named in that language', (lang) => {
  expect(switches(lang, '/matters')).toEqual(
    langs
      .filter((other) => other !== lang)
      .map((other) => ({ text: languageNames[other], lang: other, href: `/matters?lang=${other}` })),
  );
});

it('keeps the rest of the address, and says the language once', () => {
  expect(switches('vi', '/visits?month=2025-11&lang=vi&group=1')).toEqual([
    { text: 'English', lang: 'en', href: '/visits?month=2025-11&group=1&lang=en' },
  ]);
});

it('has no way to other languages where a page is the answer to a post', () => {
  expect(switches('vi', '/matters', false)).toEqual([]);
});
