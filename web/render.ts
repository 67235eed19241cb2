import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Renders a page as it is sent. The doctype is added here; without it browsers fall back to quirks of the 1990s. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
