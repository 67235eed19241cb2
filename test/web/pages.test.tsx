import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { matchPath } from '#shared/access/routes.ts';
import { langs } from '#shared/language/lang.ts';
import { LONGEST_NOTICE, type Notice } from '#shared/notices/notice.ts';
import { excerpts } from '#test/web/excerpts.ts';
import { few } from '#test/web/few.ts';
import { uploadForm } from '#test/web/guidance/guidance-models.tsx';
import { misread } from '#test/web/misread.ts';
import { models } from '#test/web/models.ts';
import { around, controlsOf, type Element, readHtml, tagOf } from '#test/web/read-page.ts';
import { NoticeLine } from '#web/components/notice-line.tsx';
import { renderPage, renderPart } from '#web/render.ts';

/** What the headers take. */
const HEADERS = 900;
/** What fits the first congestion window. */
const FIRST_ROUND_TRIP = 14_600;
/** What a page of figures for 25 communes may weigh: district staff read it, on better lines. */
const FIGURES = 30_000;

const words =
  'Thư nhắc và mã xác nhận qua thư điện tử đang gửi chậm do sự cố đường truyền; báo cáo vẫn nhận bình thường, ' +
  'số liệu tổng hợp cập nhật trong vòng 15 phút. Đơn vị nào quên mật khẩu xin gọi văn phòng huyện ủy để được cấp lại ' +
  'ngay, không chờ thư. Sẽ có thông báo mới trước 17 giờ chiều nay.';
const at = '2026-11-28T03:00:00.000Z';
const notice: Notice = {
  vi: words.padEnd(LONGEST_NOTICE, ' Xin cảm ơn.').slice(0, LONGEST_NOTICE),
  from: at,
  until: at,
  at,
};

const examples = langs.flatMap((lang) => Object.entries(models(lang)).map(([name, build]) => ({ name, lang, build })));

describe.each(examples)('$name ($lang)', ({ name, lang, build }) => {
  let html: string;
  let elements: readonly Element[];
  beforeAll(() => {
    html = renderPage(build());
    elements = readHtml(html);
  });

  const named = (...names: string[]) => elements.filter(({ name }) => names.includes(name));

  it('says what it is, once, in its language', () => {
    expect(named('html').map(({ attributes }) => attributes['lang'])).toEqual([lang]);
    expect(named('h1').map(({ text }) => text)).toHaveLength(1);
    expect(named('title')[0]?.text).toMatch(/\S - Sổ Chi Bộ$/);
    const levels = named('h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name[1]));
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1);
  });

  it('says what is wrong right below what it is, where a text browser’s first screen shows it', () => {
    const [h1] = named('h1');
    const alerts = elements.filter(({ attributes }) => /^alert\b/.test(attributes['class'] ?? ''));
    const behind = elements.slice(elements.indexOf(h1 as Element) + 1).filter(({ parent }) => parent === h1?.parent);
    const others = behind.filter((_, at) => behind.slice(0, at).some((each) => !alerts.includes(each)));
    const wrong = alerts.filter(({ attributes }) => attributes['role'] === 'alert');
    expect(few(wrong.filter((each) => !behind.includes(each) || others.includes(each)).map(tagOf))).toEqual([]);
  });

  it('has the style of a table to fill in where it has one, which hides the labels of its cells', () => {
    const grids = elements.filter(({ attributes }) => /\bgrid\b/.test(attributes['class'] ?? ''));
    expect(grids.map((each) => each.name)).toEqual(grids.map(() => 'table'));
    if (grids.length > 0) expect(html).toContain('.grid label{');
  });

  it('draws no arrow, which fonts of phones and of bare machines lack', () => {
    expect(html).not.toMatch(/[\u2190-\u21ff]/);
  });

  it('names the column of each figure where a table of counts becomes cards', () => {
    const tables = html.match(/<table class="data cards counts">.*?<\/table>/gs) ?? [];
    const figures = tables.flatMap((table) => table.match(/<td class="num[^>]*>/g) ?? []);
    expect(figures.filter((figure) => !/ data-as="[^"]+: "/.test(figure))).toEqual([]);
  });

  it('leaves no text out', () => {
    const said = elements.flatMap(({ name, text, attributes }) => [
      name === 'style' ? '' : text,
      ...Object.values(attributes),
    ]);
    expect(few(excerpts(said, /undefined|null|NaN|\[object|function|=>/))).toEqual([]);
    const speaking = named('a', 'button', 'label', 'legend', 'th', 'dt', 'h1', 'h2', 'h3', 'option', 'caption');
    expect(few(speaking.filter(({ text }) => text.trim() === '').map(tagOf))).toEqual([]);
  });

  it('says the value of each choice: what is shown is sent otherwise by one browser or another', () => {
    expect(
      few(
        named('option')
          .filter(({ attributes }) => !('value' in attributes))
          .map(tagOf),
      ),
    ).toEqual([]);
  });

  it('has an id once, and what points to one finds it', () => {
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(few(ids.filter((id, at) => ids.indexOf(id) < at))).toEqual([]);
    const pointers = elements.flatMap(({ attributes }) => [
      ...(attributes['aria-describedby']?.split(' ') ?? []),
      ...(attributes['for'] ? [attributes['for']] : []),
      ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
    ]);
    expect(few(pointers.filter((id) => !ids.includes(id)))).toEqual([]);
  });

  it('names everything that is filled in', () => {
    const labelled = new Set(named('label').flatMap(({ attributes }) => attributes['for'] ?? []));
    const nameless = controlsOf(elements).filter(
      (control) =>
        !labelled.has(control.attributes['id'] ?? '') && !around(control).some(({ name }) => name === 'label'),
    );
    expect(few(nameless.map(tagOf))).toEqual([]);
    const grouped = (radio: Element) => around(radio).find(({ name }) => name === 'fieldset');
    const legends = new Set(named('legend').map(({ parent }) => parent));
    const radios = named('input').filter(({ attributes }) => attributes['type'] === 'radio');
    expect(few(radios.filter((radio) => !legends.has(grouped(radio))).map(tagOf))).toEqual([]);
  });

  it('obeys the content security policy', () => {
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(few(attributes.filter((name) => name === 'style' || name.startsWith('on')))).toEqual([]);
    expect(named('style').map(tagOf)).toHaveLength(1);
    for (const { attributes, text } of named('script')) {
      expect(attributes['src']).toMatch(/^\/assets\//);
      expect(text.slice(0, 40)).toBe('');
    }
    expect(few(named('iframe', 'object', 'embed', 'base').map(tagOf))).toEqual([]);
  });

  it('is understood by text browsers, which take `checked/` and `value/` for other attributes', () => {
    expect(few(html.match(/<[^<>]* [a-z]+\/>/g) ?? [])).toEqual([]);
  });

  it('is read and sent alike by every browser', () => {
    expect(few(misread(html))).toEqual([]);
  });

  it('leads only to routes there are, and posts with the token of the session', () => {
    const links = named('a').flatMap(({ attributes }) => attributes['href'] ?? []);
    const pages = links.filter((href) => !href.startsWith('#'));
    expect(few(pages.filter((href) => !matchPath('GET', href)))).toEqual([]);
    const signedIn = links.includes('/account');
    for (const form of named('form')) {
      const { action = '', method } = form.attributes;
      // The bucket of documents is told no token of ours: the form is signed for it.
      const ours = action !== uploadForm.url;
      if (ours) expect(matchPath(method === 'post' ? 'POST' : 'GET', action), action).toBeDefined();
      const fields = named('input').filter((input) => around(input).includes(form));
      const tokens = fields.filter(({ attributes }) => attributes['name'] === 'csrf');
      expect(tokens.map(tagOf), action).toHaveLength(ours && signedIn && method === 'post' ? 1 : 0);
      const buttons = named('button').filter((button) => around(button).includes(form));
      expect(buttons.filter(({ attributes }) => attributes['name'] !== 'press').map(tagOf), action).toHaveLength(1);
    }
  });

  it('scrolls a wide table in a box of its own that the keyboard reaches', () => {
    for (const table of named('table')) {
      const columns = elements.filter((each) => each.name === 'th' && around(each).some(isHead) && isIn(each, table));
      const box = around(table).find(({ attributes }) => attributes['class'] === 'scroll');
      if (columns.length > 5)
        expect(box?.attributes).toMatchObject({ tabindex: '0', 'aria-label': expect.stringMatching(/./) });
      expect(columns.every(({ attributes }) => attributes['scope'] === 'col')).toBe(true);
    }
  });

  it('is small, also with the longest notice', () => {
    const noticed = html.replace(
      /<main [^>]*>/,
      (main) => main + renderPart(<NoticeLine notice={notice} lang={lang} />),
    );
    expect(noticed).toContain(notice.vi);
    const compressed = brotliCompressSync(noticed, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    expect(compressed.length).toBeLessThanOrEqual(
      (/^(scorecard-district|trend)/.test(name) ? FIGURES : FIRST_ROUND_TRIP) - HEADERS,
    );
  });
});

const isHead = ({ name }: Element) => name === 'thead';
const isIn = (element: Element, other: Element) => around(element).includes(other);
