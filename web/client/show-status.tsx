import type { ComponentChildren } from 'preact';
import { render } from '#web/client/render.ts';
import { Notice } from '#web/components/notice.tsx';

const places = new Map<string, HTMLElement>();

/** Shows a message at the top of the page. It replaces the one with the same `id`; without content it removes it. */
export function showStatus(id: string, content?: ComponentChildren): void {
  let place = places.get(id);
  if (!place) {
    place = document.createElement('div');
    places.set(id, place);
    document.getElementById('main')?.prepend(place);
  }
  render(content ? <Notice id={id}>{content}</Notice> : null, place);
}
