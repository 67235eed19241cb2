type SheetField = HTMLInputElement | HTMLSelectElement;

const fieldsOf = (row: HTMLTableRowElement) =>
  [...row.querySelectorAll<SheetField>('input:not([type=hidden]), select')] as const;

/**
 * Lets a table of fields be worked as a spreadsheet: Enter goes down and Shift+Enter up, as the arrows do in a box, and
 * what is copied from a spreadsheet fills the fields from the one that it is put into.
 *
 * @param left is told how many of the copied cells had no place, or said nothing that their field offers
 */
export function workAsSheet(table: HTMLTableElement, left: (cells: number) => void): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map(fieldsOf);
  const placeOf = (target: EventTarget | null): readonly [number, number] | undefined => {
    const row = rows.findIndex((fields) => fields.includes(target as SheetField));
    return row < 0 ? undefined : [row, rows[row]?.indexOf(target as SheetField) ?? 0];
  };

  table.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    const isArrow = event.target instanceof HTMLInputElement && /^Arrow(Up|Down)$/.test(event.key);
    if (!place || event.isComposing || (event.key !== 'Enter' && !isArrow)) return;
    // Enter would send what is not finished.
    event.preventDefault();
    const step = event.key === 'ArrowUp' || event.shiftKey ? -1 : 1;
    const next = rows[place[0] + step]?.[place[1]];
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });

  table.addEventListener('paste', (event) => {
    const place = placeOf(event.target);
    const lines = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r?\n$/, '').split(/\r?\n/);
    const cells = lines.map((line) => line.split('\t'));
    if (!place || (cells.length === 1 && cells[0]?.length === 1)) return;
    event.preventDefault();
    let without = 0;
    for (const [down, line] of cells.entries()) {
      for (const [right, text] of line.entries()) {
        const field = rows[place[0] + down]?.[place[1] + right];
        if (!(field ? putInto(field, text.trim()) : text.trim() === '')) without++;
      }
    }
    left(without);
  });
}

/** @returns whether the field could take the text; a list takes the words of one of its entries */
function putInto(field: SheetField, text: string): boolean {
  const plain = (words: string) => words.normalize('NFC').toLowerCase();
  const entry =
    field instanceof HTMLSelectElement
      ? [...field.options].find(({ text: words }) => plain(words.trim()) === plain(text))?.value
      : text;
  if (entry === undefined && text !== '') return false;
  field.value = entry ?? '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
