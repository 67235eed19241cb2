import { expect, it } from 'vitest';
import { langs } from '#shared/language/lang.ts';
import { languageNames } from '#shared/language/languages.ts';
import { readPage } from '#test/web/read-page.ts';
import type { PageContext } from '#web/context.ts';
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

const inDistrict = { user: 'district', role: 'district', unit: 'hiep-hoa', unitName: 'Huyện Hiệp Hòa' } as const;
const links = (context: Partial<PageContext>, switchable = true) =>
  readPage(
    <Header
      context={{ lang: 'vi', path: '/', session: inDistrict, ...context } as PageContext}
      switchable={switchable}
    />,
  )
    .filter(({ attributes }) => attributes['href'])
    .map(({ text, attributes }) => ({ text, href: attributes['href'], current: attributes['aria-current'] }));

it.each([
  ['/scorecards/hiep-hoa', 'Bảng tổng hợp', 'page'],
  ['/scorecards/hiep-hoa/2020-11?view=matrix', 'Bảng tổng hợp', 'true'],
  ['/scorecards/hiep-hoa.thanh-van/2020-11', 'Bảng tổng hợp', 'true'],
  ['/briefings/hiep-hoa/2020-11', 'Bảng tổng hợp', 'true'],
  ['/summaries/hiep-hoa?from=2020-01', 'Bảng tổng hợp', 'true'],
  ['/calls', 'Tuần này', 'true'],
  ['/actions/x', 'Biện pháp', 'true'],
  ['/groups?group=1', 'Tổ công tác', 'true'],
  ['/directory/units', 'Tài khoản', 'true'],
  ['/audit', 'Tài khoản', 'true'],
])('of %s the navigation marks %s alone', (path, name, as) => {
  expect(links({ path }).filter(({ current }) => current)).toEqual([
    expect.objectContaining({ text: name, current: as }),
  ]);
});

it('has the same main pages where something was typed', () => {
  const main = (switchable: boolean) => links({}, switchable).filter(({ href }) => !href?.includes('lang='));
  expect(main(false)).toEqual(main(true));
});
