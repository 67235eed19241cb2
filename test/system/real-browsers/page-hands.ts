/**
 * Runs inside a page: the next field, answer or button with these words after the one that has the focus, as somebody
 * finds it who goes through the page with the Tab key. Self-contained, since it is sent to the browser as text.
 */
export function findNext(kind: 'field' | 'answer' | 'list' | 'button', words: string): Element | null {
  const selectors = {
    field: 'input:not([type=radio], [type=checkbox], [type=hidden]), textarea',
    answer: 'input[type=radio], input[type=checkbox]',
    list: 'select',
    button: 'button, a[href], summary',
  };
  const nameOf = (each: Element) =>
    ('labels' in each && (each as HTMLInputElement).labels?.[0]?.textContent) || (each.textContent ?? '');
  const fits = (name: string) => (kind === 'field' || kind === 'list' ? name.includes(words) : name.startsWith(words));
  const found = [...document.querySelectorAll(selectors[kind])].filter(
    (each) => each.checkVisibility() && fits(nameOf(each).trim()),
  );
  const focus = document.activeElement;
  const isAfter = (each: Element) =>
    !focus || focus === document.body || (focus.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const next = found.find(isAfter) ?? found[0];
  next?.scrollIntoView({ block: 'center' });
  return next ?? null;
}

/** Runs inside a page: what a person reads on it. */
// Text that no style hides: `textContent` would read scripts as well.
// biome-ignore lint/performance/useDomNodeTextContent: see above
export const readPage = () => `${location.href}\n${document.body?.innerText ?? ''}`;
