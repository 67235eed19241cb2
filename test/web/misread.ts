/** Attributes that are on by being there; of any other, a browser may take one without `=""` for none. */
const switches = new Set(
  'autofocus checked disabled download hidden multiple open readonly required reversed selected'.split(' '),
);

const tags = /<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/g;

/**
 * What of a page the browsers read differently, or send though nobody chose it: an attribute without its value (w3m sends
 * an option's label for it), one that ends its tag as `checked/>` (w3m and Lynx know no such name), a group of radio
 * buttons of which none is chosen (Lynx sends the first), a list whose first entry has no value, and a field behind a form
 * (Lynx sends it along).
 */
export function misread(html: string): readonly string[] {
  const found: string[] = [];
  for (const form of html.split(/(?=<form)/)) {
    const chosen = new Map<string, number>();
    let first = false;
    for (const [tag, name, attributes = ''] of form.matchAll(tags)) {
      const bare: readonly string[] = attributes.replace(/\s+[a-zA-Z-]+="[^"]*"/g, '').match(/[a-zA-Z-]+/g) ?? [];
      if (switches.has(/\s([a-z]+)\/>$/.exec(tag)?.[1] ?? '')) found.push(`ends its tag: ${tag}`);
      if (bare.some((each) => !switches.has(each))) found.push(`without a value: ${tag}`);
      if (name === 'option' && first && !attributes.includes(' value=')) found.push(`first without a value: ${tag}`);
      first = name === 'select';
      const [, group] = (attributes.includes(' type="radio"') && / name="([^"]*)"/.exec(attributes)) || [];
      if (group !== undefined) chosen.set(group, (chosen.get(group) ?? 0) + (bare.includes('checked') ? 1 : 0));
    }
    const [, behind = ''] = form.split('</form>');
    for (const [tag] of behind.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) found.push(`behind a form: ${tag}`);
    for (const [group, count] of chosen) if (count !== 1) found.push(`${count} chosen of ${group}`);
  }
  return found;
}
