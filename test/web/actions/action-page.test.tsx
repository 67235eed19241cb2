import { expect, it } from 'vitest';
import { typedBeforeTexts } from '#shared/access/texts/typed-before.ts';
import { causes } from '#shared/actions/causes.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { type Lang, langs } from '#shared/language/lang.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { hostile } from '#test/web/actions/action-models.tsx';
import { models } from '#test/web/models.ts';
import { type Element, readPage } from '#test/web/read-page.ts';

function read(name: string, lang: Lang): readonly Element[] {
  const page = models(lang)[name];
  if (!page) throw new Error(`There is no page ${name}`);
  return readPage(page());
}

const textsOf = (page: readonly Element[], name: string) =>
  page.filter((each) => each.name === name).map((each) => each.text);
const formsOf = (page: readonly Element[]) =>
  page.filter(({ attributes }) => attributes['action']?.startsWith('/actions'));

it.each(langs)('names the working group that helps, in %s', (lang) => {
  expect(read('action, open', lang).map(({ text }) => text)).toContain(visitsTexts[lang].groupNumber(3));
});

it.each(langs)(
  'what was typed into a form that came too late is shown to be copied, and no form any more, in %s',
  (lang) => {
    const cause = causes.preparation[lang];
    for (const [name, title, typed] of [
      ['action, told of too late', actionsTexts[lang].ended, ['11/2026', hostile, '7']],
      ['action, opened by somebody else', actionsTexts[lang].already, [hostile, hostile, '31/12/2026', cause, '3']],
    ] as const) {
      const page = read(name, lang);
      expect(textsOf(page, 'h2')).toEqual(expect.arrayContaining([title, typedBeforeTexts[lang].toCopy]));
      expect(textsOf(page, 'dd')).toEqual(expect.arrayContaining([...typed]));
      expect(formsOf(page)).toEqual([]);
    }
  },
);

it.each(langs)('there is no form where there is no figure, and the page says so, in %s', (lang) => {
  const page = read('action, on no figure', lang);
  expect(textsOf(page, 'h2')).toContain(actionsTexts[lang].notTold);
  expect(formsOf(page)).toEqual([]);
  expect(formsOf(read('action, to be opened', lang))).toHaveLength(2);
});
