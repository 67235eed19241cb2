import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { type ComponentChild, Fragment, h } from 'preact';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { renderPage } from '#web/render.ts';

/** What a component of the pages may come to, as it can be told a browser. */
type Tree =
  | string
  | number
  | boolean
  | null
  | { readonly kind: 'list' | 'fragment' | 'component'; readonly children: readonly Tree[] }
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string | number>>;
      readonly key?: string;
      readonly children: readonly Tree[];
    };

const text = fc.string({ unit: fc.constantFrom('a', 'Đ', 'ử', ' ', '<', '>', '&', '"', "'", '“', '−', '\u00a0') });
const attributes = fc.dictionary(
  fc.constantFrom('id', 'class', 'title', 'href', 'lang', 'role', 'tabindex', 'aria-live', 'aria-invalid', 'data-live'),
  fc.oneof(text, fc.nat({ max: 9 })),
);
/** What a browser lets stand in anything, and what holds words alone. */
const nests = fc.constantFrom('div', 'span', 'section', 'b');
const leaves = fc.constantFrom('p', 'button', 'a');
const { tree } = fc.letrec<{ tree: Tree; children: readonly Tree[] }>((tie) => ({
  children: fc.array(tie('tree'), { maxLength: 4 }),
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.nat({ max: 99 }),
    fc.constantFrom(null, true, false),
    fc.record({
      kind: fc.constant('element' as const),
      tag: leaves,
      attributes,
      children: fc.array(text, { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('element' as const), tag: nests, attributes, children: tie('children') }),
    fc.record({
      kind: fc.constantFrom('list' as const, 'fragment' as const, 'component' as const),
      children: tie('children'),
    }),
  ),
}));

const through = ({ children }: { readonly children?: ComponentChild }) => children;

/** A tree as the server has it. */
function onServer(content: Tree): ComponentChild {
  if (typeof content !== 'object' || content === null) return content;
  const children = content.children.map(onServer);
  if (content.kind === 'list') return children as unknown as ComponentChild;
  if (content.kind === 'element') return h(content.tag, content.attributes, children);
  return h(content.kind === 'fragment' ? Fragment : through, {}, children);
}

const served = (content: Tree) => renderPage(h('div', {}, onServer(content))).replace('<!doctype html>', '');

/** What the page does with the trees that it is told; the renderer comes as it stands in the repository. */
const inPage = `
  const through = ({ children }) => children;
  globalThis.nodesOf = (tree) => {
    if (typeof tree !== 'object' || tree === null) return tree;
    const children = tree.children.map(nodesOf);
    if (tree.kind === 'list') return children;
    if (tree.kind !== 'element') return { type: through, props: { children } };
    return { type: tree.tag, key: tree.key, props: { ...tree.attributes, onClick: tree.says && (() => clicked.push(tree.says)), children } };
  };
  globalThis.clicked = [];
  globalThis.drawn = (trees) => {
    const place = document.createElement('div');
    document.body.replaceChildren(place);
    for (const tree of trees) render(nodesOf(tree), place);
    return place;
  };
  /** What differs between what was drawn and what a browser makes of the server's page. */
  globalThis.differs = (trees, html) => {
    const place = drawn(trees);
    const template = document.createElement('template');
    template.innerHTML = html;
    place.normalize();
    template.content.normalize();
    return place.isEqualNode(template.content.firstChild) ? undefined : place.outerHTML;
  };
`;

/** A list of lines with keys, each with a field and a button. */
const linesOf = (names: readonly string[], version: number): Tree => ({
  kind: 'element',
  tag: 'section',
  attributes: {},
  children: names.map((name) => ({
    kind: 'element',
    tag: 'div',
    key: name,
    attributes: { id: name, 'data-version': version },
    children: [
      `${name} `,
      { kind: 'element', tag: 'input', attributes: { name }, children: [] },
      { kind: 'element', tag: 'button', attributes: {}, says: `${name} ${version}`, children: ['Bỏ'] } as Tree,
    ],
  })),
});
const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), { minLength: 1 });

describe.runIf(hasBrowser)('the script’s own renderer', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await startChromium();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    const source = stripTypeScriptTypes(await readFile('web/client/render.ts', 'utf8'));
    await page.setContent('<!doctype html><title>render</title>');
    await page.addScriptTag({ type: 'module', content: `${source}\nglobalThis.render = render;${inPage}` });
    await page.waitForFunction('globalThis.differs');
  });
  afterAll(() => browser.close());

  const run = (what: string) => page.evaluate(what);

  it('draws what the server renders', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (wanted) => {
        const html = served(wanted);
        expect(await run(`differs([${JSON.stringify(wanted)}], ${JSON.stringify(html)})`), html).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('changes what was drawn into what the server renders, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 5 }), async (versions) => {
        const html = served(versions.at(-1) as Tree);
        expect(await run(`differs(${JSON.stringify(versions)}, ${JSON.stringify(html)})`), html).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('lets what is drawn again the same stay the very same elements and texts', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (wanted) => {
        const changes = await run(`(() => {
          const place = drawn([${JSON.stringify(wanted)}]);
          const all = () => {
            const found = [];
            const walk = document.createNodeIterator(place);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) found.push(node);
            return found;
          };
          const before = all();
          render(nodesOf(${JSON.stringify(wanted)}), place);
          const after = all();
          return before.length !== after.length || before.some((node, at) => node !== after[at]);
        })()`);
        expect(changes).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a line with a key, what is typed into it and the keyboard in it, while others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(names, names, fc.nat(), async (before, after, pick) => {
        // What comes and goes does not change the order of what stays.
        const next = [
          ...before.filter((name) => after.includes(name)),
          ...after.filter((name) => !before.includes(name)),
        ];
        const name = before[pick % before.length] as string;
        const seen = await run(`(() => {
          const place = drawn([${JSON.stringify(linesOf(before, 1))}]);
          const line = document.getElementById('${name}');
          const field = line.querySelector('input');
          field.value = 'đã gõ';
          field.focus();
          render(nodesOf(${JSON.stringify(linesOf(next, 2))}), place);
          clicked.length = 0;
          for (const button of place.querySelectorAll('button')) button.click();
          return {
            order: [...place.querySelectorAll('input')].map((each) => each.name),
            same: document.getElementById('${name}') === line,
            typed: [...place.querySelectorAll('input')].filter((each) => each.value !== '').map((each) => each.name),
            focused: document.activeElement === field,
            clicked: [...clicked],
            versions: [...place.querySelectorAll('[data-version]')].map((each) => each.dataset.version),
          };
        })()`);
        const stays = next.includes(name);
        expect(seen).toEqual({
          order: next,
          same: stays,
          typed: stays ? [name] : [],
          focused: stays,
          clicked: next.map((each) => `${each} 2`),
          versions: next.map(() => '2'),
        });
      }),
      { numRuns: 80 },
    );
  });

  it('brings lines with keys into any new order, each with what is typed into it', async () => {
    await fc.assert(
      fc.asyncProperty(names, names, async (before, after) => {
        const seen = await run(`(() => {
          const place = drawn([${JSON.stringify(linesOf(before, 1))}]);
          for (const field of place.querySelectorAll('input')) field.value = field.name;
          render(nodesOf(${JSON.stringify(linesOf(after, 2))}), place);
          return [...place.querySelectorAll('input')].map((each) => [each.name, each.value]);
        })()`);
        expect(seen).toEqual(after.map((name) => [name, before.includes(name) ? name : '']));
      }),
      { numRuns: 80 },
    );
  });
});
