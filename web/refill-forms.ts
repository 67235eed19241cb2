import type { Typed } from '#shared/input/typed.ts';

/** A form as it was sent: where to, and what was typed into it. */
export interface SentFields {
  /** The path with its query. */
  readonly path: string;
  readonly typed: Typed;
}

/** A form of a page, and what it is about: by its hidden fields, such as the cell and the month. */
interface FoundForm {
  readonly about: Typed;
}

/** Hidden fields that say which state of things the writer saw. What is typed upon an older one comes with its number. */
const versions = new Set(['csrf', 'baseRevision', 'seen', 'savedAt']);

const attribute = /\s+([a-zA-Z-]+)(?:="([^"]*)")?/g;
const forms = /<form((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)>(.*?)<\/form>/gs;
const folds = /<(\/?)details((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)>/g;
const controls =
  /<(input|select|option|textarea|details)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)(\/?)>(?:([^<]*)<\/(?:textarea|option)>)?/g;

/** The form of a page that posts to where these fields were sent, and is about the same. */
export function formOf(html: string, sent: SentFields): FoundForm | undefined {
  for (const [, attributes = '', within = ''] of html.matchAll(forms)) {
    if (isOf(attributes, within, sent)) return { about: aboutOf(within) };
  }
  return undefined;
}

/** What was typed before into a form with rows, which shows as many. */
export function typedOf(
  { typedBefore = [] }: { readonly typedBefore?: readonly SentFields[] | undefined },
  path: string,
  about: Typed,
): readonly Typed[] {
  const isThis = ({ path: to, typed }: SentFields) =>
    to === path && Object.entries(about).every(([name, value]) => typed[name] === value);
  return typedBefore.filter(isThis).map(({ typed }) => typed);
}

/**
 * A page of ours with what was typed into its forms before they were refused. It reads only what `renderPage` writes.
 *
 * @param note what stands at the head of such a form: HTML
 */
export function refillForms(html: string, sent: readonly SentFields[], note: string): string {
  const find = (attributes = '', within = '') => sent.find((each) => isOf(attributes, within, each));
  const around = new Set<number>();
  for (const { index, 1: attributes, 2: within } of html.matchAll(forms)) {
    if (find(attributes, within)) for (const at of foldsAround(html, index)) around.add(at);
  }
  const unfolded = html.replace(folds, (tag, closes: string, attributes: string, at: number) =>
    !closes && around.has(at) ? opened(attributes) : tag,
  );
  return unfolded.replace(forms, (form, attributes: string, within: string) => {
    const found = find(attributes, within);
    return found ? `<form${attributes}>${note}${refilled(within, found.typed)}</form>` : form;
  });
}

/** Where the folds begin that a place of the page is in. */
function foldsAround(html: string, place: number): readonly number[] {
  const around: number[] = [];
  for (const { index, 1: closes } of html.slice(0, place).matchAll(folds)) {
    if (closes) around.pop();
    else around.push(index);
  }
  return around;
}

function opened(attributes: string): string {
  return `<details${without('open', attributes)} open>`;
}

function isOf(attributes: string, within: string, { path, typed }: SentFields): boolean {
  const { method, action } = attributesOf(attributes);
  if (method !== 'post' || action !== path) return false;
  const about = Object.entries(aboutOf(within));
  if (about.some(([name, value]) => typed[name] !== value)) return false;
  return controlsOf(within).some(({ name, type }) => type !== 'hidden' && name !== undefined && name in typed);
}

/** The hidden fields of a form that are of the form, not of one of its rows. */
function aboutOf(within: string): Typed {
  const hidden = controlsOf(within).filter(({ type, name }) => type === 'hidden' && name && isConstant(name));
  return Object.fromEntries(hidden.map(({ name = '', value = '' }) => [name, value]));
}

function isConstant(name: string): boolean {
  return /^\w+$/.test(name) && !versions.has(name);
}

function controlsOf(within: string): Readonly<Record<string, string>>[] {
  return [...within.matchAll(controls)].map(([, , attributes = '']) => attributesOf(attributes));
}

function refilled(within: string, typed: Typed): string {
  let list: string | undefined;
  return within.replace(controls, (whole, tag: string, attributes: string, end: string, text: string | undefined) => {
    const { name = '', value = '', type } = attributesOf(attributes);
    const said = typed[name];
    switch (tag) {
      case 'details':
        return opened(attributes);
      case 'select':
        list = said;
        return whole;
      case 'option':
        // Without a value of its own, it is sent as it is called.
        return list === undefined ? whole : option(attributes, unescaped(text ?? ''), list);
      case 'textarea':
        return said === undefined ? whole : `<textarea${attributes}>${escaped(said)}</textarea>`;
      default:
        if (type === 'radio')
          return said === undefined ? whole : switched(tag, 'checked', value === said, attributes, end);
        // A box that is not ticked is not sent: it was shown where others of its row were.
        if (type === 'checkbox')
          return isShown(name, typed) ? switched(tag, 'checked', said === value, attributes, end) : whole;
        if (said === undefined || type === 'file' || name === 'csrf') return whole;
        return `<${tag}${without('value', attributes)} value="${escaped(said)}"${end}>${text ?? ''}`;
    }
  });
}

function option(attributes: string, text: string, chosen: string): string {
  const { value = text } = attributesOf(attributes);
  return `${switched('option', 'selected', value === chosen, attributes, '')}${escaped(text)}</option>`;
}

function isShown(name: string, typed: Typed): boolean {
  const row = /^.*\./.exec(name)?.[0] ?? '';
  return Object.keys(typed).some((each) => each.startsWith(row));
}

/** The name comes first, because w3m reads `checked/>` as an unknown attribute. */
function switched(tag: string, name: string, isOn: boolean, attributes: string, end: string): string {
  return `<${tag}${isOn ? ` ${name}` : ''}${without(name, attributes)}${end}>`;
}

function without(name: string, attributes: string): string {
  return attributes.replace(attribute, (each, found: string) => (found === name ? '' : each));
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(attribute)].map(([, name, value = '']) => [name, unescaped(value)]));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function unescaped(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
