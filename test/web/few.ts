/** What a test that fails shows of a list: its beginning, and how much more there is. */
export function few(found: readonly string[]): string[] {
  return found.length > 5 ? [...found.slice(0, 5), `and ${found.length - 5} more`] : [...found];
}
