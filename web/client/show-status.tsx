import { type ComponentChildren, render } from 'preact';
import { Notice } from '#web/components/notice.tsx';

const places = new Map<string, HTMLElement>();

/** Shows a message at the top of the page, in the place of an earlier one of the same kind; without content, none. */
export function showStatus(id: string, content?: ComponentChildren): void {
  let place = places.get(id);
  if (!place) {
    place = document.createElement('div');
    places.set(id, place);
    document.getElementById('main')?.prepend(place);
  }
  render(content ? <Notice id={id}>{content}</Notice> : null, place);
}
