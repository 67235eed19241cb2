import { beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '#shared/reports/board.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.thanh-van';

/** Where a page leads on or back, in the list that it stands in: the path of the link with that `rel`. */
async function wayFrom(reader: Visitor, path: string, rel: 'prev' | 'next'): Promise<string | undefined> {
  const { status, text } = await reader.get(path);
  expect(status).toBe(200);
  return new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(text)?.[1];
}

/** All pages from one on. */
async function walk(reader: Visitor, from: string, rel: 'prev' | 'next'): Promise<string[]> {
  const seen = [from];
  for (let at = await wayFrom(reader, from, rel); at && seen.length < 100; at = await wayFrom(reader, at, rel)) {
    seen.push(at);
  }
  return seen;
}

describe('what stands beside', () => {
  let board: Board;
  beforeAll(async () => {
    const reader = await Visitor.signedIn('district');
    board = (await reader.json(`/months/${lastMonth}?unit=${commune}`)) as Board;
  });

  it.each(['thanh-van', 'group3', 'district'])('a report is the next on its board, for %s', async (user) => {
    const reader = await Visitor.signedIn(user);
    const paths = board.cells.flatMap(({ reports }) => reports.map(({ id }) => `/reports/${id}`));
    expect(paths.length).toBeGreaterThan(2);
    expect(await walk(reader, paths[0] ?? '', 'next')).toEqual(paths);
    expect(await walk(reader, paths.at(-1) ?? '', 'prev')).toEqual(paths.toReversed());
  });

  it('a cell’s results are those of the next cell of its commune', async () => {
    const reader = await Visitor.signedIn('thanh-van');
    const paths = board.cells.map(({ cell }) => `/results/${cell.id}`);
    expect(await walk(reader, paths[0] ?? '', 'next')).toEqual(paths);
    expect(await walk(reader, paths.at(-1) ?? '', 'prev')).toEqual(paths.toReversed());
  });

  it('a cell is led to no other', async () => {
    const cell = await Visitor.signedIn('thanh-van.thanh-binh');
    const own = board.cells.find((each) => each.cell.id === `${commune}.thanh-binh`);
    const paths = [...(own?.reports ?? []).map(({ id }) => `/reports/${id}`), `/results/${commune}.thanh-binh`];
    for (const path of paths) {
      expect([await wayFrom(cell, path, 'prev'), await wayFrom(cell, path, 'next')]).toEqual([undefined, undefined]);
    }
  });
});
