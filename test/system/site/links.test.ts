import { expect, it } from 'vitest';
import { matchPath } from '#shared/access/routes.ts';
import { Visitor } from '#test/system/visitor.ts';

/** What kind of page a path leads to: its route, the names in its query, and the ending of a file. */
function kindOf(path: string): string {
  const [before = '', query = ''] = path.split('?');
  const route = matchPath('GET', before)?.route ?? before;
  // A row's page keeps what chose its list: it is the same page, whichever list that was.
  const names = route.endsWith('/{id}') ? '' : [...new URLSearchParams(query).keys()].sort().join('&');
  return `${route}?${names}${/\.[a-z]+$/.exec(before)?.[0] ?? ''}`;
}

/** The ways on from a page, in its own language. */
const linksOn = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !path.includes('lang='));

it.each(['district', 'group3', 'thanh-van', 'thanh-van.thanh-binh'])(
  '%s: each kind of link on each kind of page leads somewhere',
  async (user) => {
    const visitor = await Visitor.signedIn(user);
    const followed = new Set<string>();
    const seen = new Set<string>();
    const lost: string[] = [];
    const toFollow = [{ on: '', to: '/' }];
    for (const { on, to } of toFollow) {
      // By whatever choice a page is shown, it is the same page that links from there.
      const kind = `${matchPath('GET', on.split('?')[0] ?? '')?.route} > ${kindOf(to)}`;
      if (seen.has(to) || followed.has(kind)) continue;
      seen.add(to);
      followed.add(kind);
      const { status, text, headers } = await visitor.get(to);
      if (status !== 200) lost.push(`${status}: ${to} on ${on}`);
      if (headers.get('content-type')?.startsWith('text/html')) {
        toFollow.push(...linksOn(text).map((link) => ({ on: to, to: link })));
      }
    }
    expect(lost).toEqual([]);
    expect(followed.size).toBeGreaterThan(20);
  },
);
