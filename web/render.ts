import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as it is sent. The doctype stands outside the tree: without it browsers fall back to quirks of the 1990s. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
