import type { Visitor } from '#test/system/visitor.ts';

/** What a crawl found. */
export interface Crawl {
  /** The links that lead nowhere, with the page on which each is. */
  readonly lost: readonly string[];
  readonly followed: number;
}

/** The ways on from a page, in its own language. */
const linksOn = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !path.includes('lang='));

/**
 * Follows links from a visitor's home, one of each kind.
 *
 * @param kindOf the kind of a link, by where it leads and by the page on which it is
 */
export async function crawl(visitor: Visitor, kindOf: (to: string, on: string) => string): Promise<Crawl> {
  const followed = new Set<string>();
  const seen = new Set<string>();
  const lost: string[] = [];
  const toFollow = [{ on: '', to: '/' }];
  for (const { on, to } of toFollow) {
    const kind = kindOf(to, on);
    if (seen.has(to) || followed.has(kind)) continue;
    seen.add(to);
    followed.add(kind);
    const { status, text, headers } = await visitor.get(to);
    if (status !== 200) lost.push(`${status}: ${to} on ${on}`);
    if (headers.get('content-type')?.startsWith('text/html')) {
      toFollow.push(...linksOn(text).map((link) => ({ on: to, to: link })));
    }
  }
  return { lost, followed: followed.size };
}
