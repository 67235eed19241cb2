import { options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * An empty value. The renderer writes an empty text as `value`, without `=""`, and then w3m sends an option's label; an
 * empty list it writes as `value=""`.
 */
const EMPTY: readonly [] = [];

options.vnode = ({ type, props }) => {
  if (typeof type === 'string' && 'value' in props && props.value === '') props.value = EMPTY;
};

/**
 * The HTML of a page. It adds the doctype, without which browsers switch to quirks mode.
 *
 * @param addressOf where a link (`GET`) or a form (`POST`) leads instead
 */
export function renderPage(page: VNode, addressOf?: (address: string, method: 'GET' | 'POST') => string): string {
  const html = `<!doctype html>${renderToString(page)}`;
  if (!addressOf) return html;
  // What readers typed stands in attributes without a quote of its own, so these are the attributes of our elements.
  return html.replace(/ (href|action|formaction)="(\/[^"]*)"/g, (_, name: string, address: string) => {
    return ` ${name}="${addressOf(address, name === 'href' ? 'GET' : 'POST')}"`;
  });
}

/** The HTML of a part of a page. */
export function renderPart(part: VNode): string {
  return renderToString(part);
}
