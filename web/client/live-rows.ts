import { MOST_ROWS } from '#shared/input/fields.ts';

/** Adds and removes rows at once, without the request to the server that needs a network. */
export function changeRows(form: HTMLFormElement): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[name=press]');
    const [way, list] = button?.value.split('.') ?? [];
    if (!button || !list) return;
    if (way === 'less') button.closest('.row')?.remove();
    else {
      const row = addRow(form, list);
      if (!row) return;
      row.querySelector<HTMLElement>('textarea, select')?.focus();
    }
    event.preventDefault();
    form.dispatchEvent(new Event('input'));
  });
}

/**
 * Adds a blank row to a list of the form. The row is a copy of the last one with the next number.
 *
 * @returns the row; `undefined` if there is nothing to copy or the list is full; the server is then asked
 */
export function addRow(form: HTMLFormElement, list: string): HTMLElement | undefined {
  const last = form.querySelector(`[value="more.${list}"]`)?.previousElementSibling;
  const n = Number(/\[(\d+)\]/.exec(last?.innerHTML ?? '')?.[1]);
  if (!last || last.querySelector('[type=hidden]') || !(n + 1 < MOST_ROWS)) return undefined;
  const row = last.cloneNode() as HTMLElement;
  row.innerHTML = last.innerHTML
    .replace(new RegExp(`([[.-])${n}(?=[\\]"-])`, 'g'), `$1${n + 1}`)
    .split(` ${n + 1}<`)
    .join(` ${n + 2}<`);
  last.after(row);
  for (const field of row.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (field.type === 'radio') field.checked = field.value === '';
    else field.value = '';
  }
  return row;
}
