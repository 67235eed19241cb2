/** What a pattern finds first in each text, with the words beside it; a place that several texts share once. */
export function excerpts(texts: readonly string[], pattern: RegExp): string[] {
  const found = texts.flatMap((text) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 20), at + 40)];
  });
  return [...new Set(found)];
}
