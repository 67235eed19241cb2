import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The HTML of a page. It adds the doctype, without which browsers switch to quirks mode. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
