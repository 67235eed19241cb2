import { describe, expect, it } from 'vitest';
import { lastMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

/** Where a page leads on or back in the list that it stands in: the path of the link with that `rel`. */
async function wayFrom(reader: Visitor, path: string, rel: 'prev' | 'next'): Promise<string | undefined> {
  const { status, text } = await reader.get(path);
  expect(status, path).toBe(200);
  const found = new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(text)?.[1];
  return found && unescaped(found);
}

/** The rows of the first page of a list, as it leads to them. */
async function rowsOf(reader: Visitor, list: string, route: string): Promise<string[]> {
  const { text } = await reader.get(list);
  return [...text.matchAll(new RegExp(`<th scope="row"><a href="(/${route}/[^"]+)"`, 'g'))].map(([, path = '']) =>
    unescaped(path),
  );
}

describe.each([
  ['district', 'matters', '/matters?unit=hiep-hoa&state=overdue&level=district'],
  ['district', 'matters', '/matters?unit=hiep-hoa&state=closed'],
  ['group3', 'matters', '/matters?unit=hiep-hoa&topic=DD'],
  ['thanh-van', 'tasks', '/tasks?unit=hiep-hoa.thanh-van&state=overdue'],
  ['district', 'tasks', `/tasks?unit=hiep-hoa&month=${lastMonth}&state=overdue`],
  ['group3', 'tasks', '/tasks?unit=hiep-hoa&state=overdue'],
  ['district', 'actions', '/actions?unit=hiep-hoa&state=open'],
])('for %s in the list of %s %s', (user, route, list) => {
  it('each row leads to the next and back, and to its list', async () => {
    const reader = await Visitor.signedIn(user);
    const rows = await rowsOf(reader, list, route);
    if (!list.includes('topic')) expect(rows.length, list).toBeGreaterThan(1);
    for (const [at, row] of rows.slice(0, 3).entries()) {
      expect(await wayFrom(reader, row, 'next')).toBe(rows[at + 1]);
      expect(await wayFrom(reader, row, 'prev')).toBe(rows[at - 1]);
    }
    if (rows[0]) expect(unescaped((await reader.get(rows[0])).text)).toContain(`href="${list}`);
  });

  it('a row by itself is of no list', async () => {
    const reader = await Visitor.signedIn(user);
    const [row = ''] = (await rowsOf(reader, list, route)).map((each) => each.split('?')[0] ?? '');
    if (row) expect(await wayFrom(reader, row, 'next')).toBeUndefined();
  });
});

it('a visit is the next of its group’s month, for the district too, which begins with all groups', async () => {
  for (const user of ['group3', 'district']) {
    const reader = await Visitor.signedIn(user);
    const { text } = await reader.get(`/visits?month=${lastMonth}&group=3`);
    const rows = [...new Set([...text.matchAll(/href="(\/visits\/hiep[^"]+)"/g)].map(([, path = '']) => path))];
    expect(rows.length).toBeGreaterThan(1);
    expect(await wayFrom(reader, rows[0] ?? '', 'prev')).toBeUndefined();
    for (const [at, row] of rows.entries()) expect(await wayFrom(reader, row, 'next')).toBe(rows[at + 1]);
  }
  const board = await Visitor.signedIn('district');
  const all = (await board.json('/visits')) as { groups: { number: number }[] };
  expect(all.groups).toHaveLength(9);
});
