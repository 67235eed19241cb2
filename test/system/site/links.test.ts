import { expect, it } from 'vitest';
import { matchPath } from '#shared/access/routes.ts';
import { crawl } from '#test/system/site/crawl.ts';
import { Visitor } from '#test/system/visitor.ts';

/** What kind of page a path leads to: its route, the names in its query, and the ending of a file. */
function kindOf(path: string): string {
  const [before = '', query = ''] = path.split('?');
  const route = matchPath('GET', before)?.route ?? before;
  // A row's page keeps what chose its list: it is the same page, whichever list that was.
  const names = route.endsWith('/{id}') ? '' : [...new URLSearchParams(query).keys()].sort().join('&');
  return `${route}?${names}${/\.[a-z]+$/.exec(before)?.[0] ?? ''}`;
}

it.each(['district', 'group3', 'thanh-van', 'thanh-van.thanh-binh'])(
  '%s: each kind of link on each kind of page leads somewhere',
  async (user) => {
    // By whatever choice a page is shown, it is the same page that links from there.
    const { lost, followed } = await crawl(
      await Visitor.signedIn(user),
      (to, on) => `${matchPath('GET', on.split('?')[0] ?? '')?.route} > ${kindOf(to)}`,
    );
    expect(lost).toEqual([]);
    expect(followed).toBeGreaterThan(20);
  },
);
