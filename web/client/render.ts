import type { ComponentChildren, VNode } from 'preact';

type Drawn = string | VNode<Record<string, unknown>>;

/**
 * Draws a component of the pages into a place and changes only what differs: a live region is read aloud while it stays
 * the same element, and a button keeps the focus. It knows no state and no keys, which the script does not need, and is
 * a tenth of Preact's own.
 */
export function render(content: ComponentChildren, place: Element): void {
  const wanted = drawnOf(content);
  for (const [at, each] of wanted.entries()) draw(each, place, place.childNodes[at]);
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

function draw(wanted: Drawn, place: Element, old: ChildNode | undefined): void {
  const put = (node: Element | Text) => (old ? old.replaceWith(node) : place.append(node));
  if (typeof wanted === 'string') {
    if (old?.nodeType !== Node.TEXT_NODE) put(new Text(wanted));
    else if (old.nodeValue !== wanted) old.nodeValue = wanted;
    return;
  }
  const type = wanted.type as string;
  const isSame = old instanceof HTMLElement && old.localName === type;
  const element = isSame ? old : document.createElement(type);
  for (const [name, value] of Object.entries(wanted.props)) {
    if (name === 'onClick') element.onclick = value as () => void;
    else if (name !== 'children' && value !== undefined) element.setAttribute(name, String(value));
  }
  render(wanted.props.children, element);
  if (!isSame) put(element);
}
