import { type ComponentChildren, render } from 'preact';
import { Notice } from '#web/components/notice.tsx';

const places = new Map<string, HTMLElement>();

/**
 * Shows a message at the top of the page and replaces an earlier one of the same kind. Without content it removes it.
 */
export function showStatus(id: string, content?: ComponentChildren): void {
  let place = places.get(id);
  if (!place) {
    place = document.createElement('div');
    places.set(id, place);
    document.getElementById('main')?.prepend(place);
  }
  render(content ? <Notice id={id}>{content}</Notice> : null, place);
}
