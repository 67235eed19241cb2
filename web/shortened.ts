/** A stylesheet without comments and line breaks. One that is shortened stays as it is. */
export function shortened(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) /g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;\}/g, '}')
    .trim();
}
