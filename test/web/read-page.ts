import type { VNode } from 'preact';
import { renderPage } from '#web/render.ts';

/** An element as a browser would find it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  /** All text within, entities resolved. */
  text: string;
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<]*")?)*)\s*(\/?)>/y;
const attribute = /\s+([a-zA-Z-]+)(?:="([^"<]*)")?/g;
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/**
 * The elements of a page in the order of the document. Reads only what is well-formed beyond doubt, so that no two
 * browsers could read it differently.
 *
 * @throws {Error} for a tag that is open, crossed or not written out, and for a bare `<` or quote in the wrong place
 */
export function readPage(page: VNode): readonly Element[] {
  return readHtml(renderPage(page));
}

/** The same of a page as it was sent. */
export function readHtml(sent: string): readonly Element[] {
  const html = sent.replace(/^<!doctype html>/, '');
  const elements: Element[] = [];
  const open: Element[] = [];
  for (let at = 0; at < html.length; ) {
    const inside = open.at(-1);
    // Within a stylesheet there is no markup.
    const end = inside?.name === 'style' ? html.indexOf('</style', at) : html.indexOf('<', at);
    const text = decoded(html.slice(at, end < 0 ? html.length : end));
    for (const each of open) each.text += text;
    if (end < 0) break;
    tag.lastIndex = end;
    const [whole = '', closes, name = '', attributes = '', closed] = tag.exec(html) ?? [];
    if (whole === '') throw new Error(`No tag: ${html.slice(end, end + 60)}`);
    at = end + whole.length;
    if (closes) {
      if (open.pop()?.name !== name) throw new Error(`Crossed: ${whole} in ${html.slice(end - 60, end)}`);
      continue;
    }
    const element = { name, attributes: attributesIn(attributes), parent: inside, text: '' };
    elements.push(element);
    if (!closed && !empty.has(name)) open.push(element);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.map(({ name }) => name)}`);
  return elements;
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, decoded(value)] as const);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`Twice: ${text}`);
  return Object.fromEntries(found);
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&');
}

/** An element by its tag alone: neither what is within nor what it is in, which is the rest of the page. */
export function tagOf({ name, attributes }: Element): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.slice(0, 40)}"`);
  return `<${name}${said.join('')}>`;
}

/** What an element is in, from its parent up to the page. */
export function around(element: Element): Element[] {
  return element.parent ? [element.parent, ...around(element.parent)] : [];
}

/** Everything that somebody fills in. */
export function controlsOf(page: readonly Element[]): Element[] {
  const filled = ['input', 'select', 'textarea'];
  return page.filter(({ name, attributes }) => filled.includes(name) && attributes['type'] !== 'hidden');
}

/** What a form would send as it stands, by field name. */
export function valuesOf(page: readonly Element[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const element of page) {
    const { name, attributes, text } = element;
    const field = attributes['name'];
    const isOn = !['radio', 'checkbox'].includes(attributes['type'] ?? '') || 'checked' in attributes;
    if (name === 'input' && field && isOn) values[field] = attributes['value'] ?? '';
    if (name === 'textarea' && field) values[field] = text;
    if (name !== 'option') continue;
    // A list of which nothing is chosen sends its first entry.
    const list = around(element).find((each) => each.name === 'select')?.attributes['name'] ?? '';
    if ('selected' in attributes || !(list in values)) values[list] = attributes['value'] ?? text.trim();
  }
  return values;
}
