import { expect, it } from 'vitest';
import { typedBeforeTexts } from '#shared/access/texts/typed-before.ts';
import { langs } from '#shared/language/lang.ts';
import { models } from '#test/web/models.ts';
import { readPage } from '#test/web/read-page.ts';

it.each([
  ['matter-late', 'Đã trả lời <ngày 12> & "đủ"'],
  ['a task, told of too late', 'Chi ủy <mới> & "đủ"'],
])('%s: what was typed stands on the page, though its form is not offered any more', (name, typed) => {
  for (const lang of langs) {
    const page = models(lang)[name];
    const elements = page ? readPage(page()) : [];
    const textsOf = (tag: string) => elements.filter((each) => each.name === tag).map(({ text }) => text);
    expect(textsOf('h2')).toContain(typedBeforeTexts[lang].toCopy);
    expect(textsOf('dd')).toContain(typed);
  }
});
