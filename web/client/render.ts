import type { ComponentChildren, VNode } from 'preact';

type Drawn = string | VNode<Record<string, unknown>>;

/** The keys under which elements were drawn. */
const keys = new WeakMap<Node, unknown>();
const keyOf = (drawn: Drawn): unknown => (typeof drawn === 'string' ? undefined : drawn.key);

/**
 * Draws a component of the pages into a place and changes only what differs: a live region is read aloud while it stays
 * the same element, and a button keeps the focus. What has a key stays the element that it was while others come and go.
 * It knows no state, which the script does not need, and is a tenth of Preact's own.
 */
export function render(content: ComponentChildren, place: Element): void {
  const wanted = drawnOf(content);
  const stays = new Set(wanted.map(keyOf));
  for (const node of [...place.childNodes]) if (!stays.has(keys.get(node))) node.remove();
  for (const [at, each] of wanted.entries()) {
    const old = [...place.childNodes].slice(at).find((node) => keys.get(node) === keyOf(each));
    const node = draw(each, old);
    const there = place.childNodes[at] ?? null;
    if (node !== there) place.insertBefore(node, there);
  }
  while (place.childNodes.length > wanted.length) place.lastChild?.remove();
}

/** The elements and texts of a content, without components and fragments. */
function drawnOf(content: ComponentChildren): Drawn[] {
  if (Array.isArray(content)) return content.flatMap(drawnOf);
  if (content === null || content === undefined || typeof content === 'boolean') return [];
  if (typeof content !== 'object') return [String(content)];
  const { type, props } = content as VNode<Record<string, unknown>>;
  return typeof type === 'function'
    ? drawnOf((type as (props: object) => ComponentChildren)(props))
    : [content as VNode<Record<string, unknown>>];
}

/** The old node as it is wanted, or a new one if the old one is of another kind. */
function draw(wanted: Drawn, old: Node | undefined): Node {
  if (typeof wanted === 'string') {
    if (old?.nodeType !== Node.TEXT_NODE) return new Text(wanted);
    if (old.nodeValue !== wanted) old.nodeValue = wanted;
    return old;
  }
  const type = wanted.type as string;
  const element = old instanceof HTMLElement && old.localName === type ? old : document.createElement(type);
  const { children, onClick, ...attributes } = wanted.props;
  for (const { name } of [...element.attributes]) if (attributes[name] === undefined) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.onclick = (onClick as () => void) ?? null;
  render(children as ComponentChildren, element);
  keys.set(element, wanted.key);
  return element;
}
