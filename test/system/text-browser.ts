import { type Seen, Visitor } from '#test/system/visitor.ts';
import { around, type Element, readHtml, valuesOf } from '#test/web/read-page.ts';

/**
 * A text browser such as w3m: no scripts, no style, no word of where a request comes from. It sends the fields of the
 * form that holds the pressed button as they stand on the page, with what was typed into them, to the form's action.
 */
export class TextBrowser extends Visitor {
  private elements: readonly Element[] = [];
  private typed: Record<string, string> = {};
  private seen: Seen | undefined;

  get text(): string {
    return this.elements.find(({ name }) => name === 'body')?.text ?? '';
  }

  async read(): Promise<string> {
    return this.text;
  }

  async has(name: string): Promise<boolean> {
    return this.elements.some(({ attributes }) => attributes['name'] === name);
  }

  get status(): number {
    return this.seen?.status ?? 0;
  }

  async open(path: string): Promise<void> {
    this.show(await this.get(path, w3m));
  }

  /** Follows the first link with this text, or with this text in its line. */
  async follow(text: string, line = ''): Promise<void> {
    const link = this.elements.find(
      (each) =>
        each.name === 'a' &&
        each.text.trim() === text &&
        (line === '' || around(each).some(({ name, text: row }) => name === 'tr' && row.includes(line))),
    );
    if (!link) throw new Error(`No link ${text}`);
    await this.open(link.attributes['href'] ?? '');
  }

  /** Types into a field of the page, or chooses one of its values. */
  type(name: string, value: string): void {
    if (!this.elements.some(({ attributes }) => attributes['name'] === name)) throw new Error(`No field ${name}`);
    this.typed[name] = value;
  }

  /** Takes the n-th entry of a list; the first is 0. */
  choose(name: string, entry: number): void {
    const list = (each: Element) => around(each).find((one) => one.name === 'select');
    const entries = this.elements.filter((each) => each.name === 'option' && list(each)?.attributes['name'] === name);
    const chosen = entries[entry];
    if (!chosen) throw new Error(`No entry ${entry} of ${name}`);
    this.type(name, chosen.attributes['value'] ?? chosen.text.trim());
  }

  /** What a field says, typed or as it came. */
  value(name: string): string | undefined {
    return { ...valuesOf(this.elements), ...this.typed }[name];
  }

  /** Sends a form that stands in another window, or on another site. */
  async submit(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const headers = { ...w3m, 'content-type': 'application/x-www-form-urlencoded' };
    this.show(await this.send('POST', path, headers, new URLSearchParams(fields).toString()));
  }

  async press(text: string): Promise<void> {
    const { action, fields } = this.sends(text);
    await this.submit(action, fields);
  }

  /** What a button of the page sends, and where. */
  sends(text: string): { readonly action: string; readonly fields: Readonly<Record<string, string>> } {
    const button = this.elements.find((each) => each.name === 'button' && each.text.trim() === text);
    const form = button && around(button).find(({ name }) => name === 'form');
    if (!form) throw new Error(`No button ${text}`);
    const { name, value = '' } = button.attributes;
    const fields = {
      ...valuesOf(this.elements.filter((each) => around(each).includes(form))),
      ...this.typed,
      ...(name && { [name]: value }),
    };
    return { action: form.attributes['action'] ?? '', fields };
  }

  private show(seen: Seen): void {
    this.seen = seen;
    this.elements = readHtml(seen.text);
    this.typed = {};
  }
}

const w3m = { accept: 'text/html, text/*;q=0.5, image/*', 'user-agent': 'w3m/0.5.3', 'accept-encoding': 'gzip' };
