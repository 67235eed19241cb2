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

/** The HTML of a page. It adds the doctype, without which browsers switch to quirks mode. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** The HTML of a part of a page. */
export function renderPart(part: VNode): string {
  return renderToString(part);
}
