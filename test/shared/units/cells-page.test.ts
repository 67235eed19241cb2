import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsPage } from '#shared/units/cells-page.ts';
import { compareUnits } from '#shared/units/units.ts';
import { aUnit } from '#test/shared/samples.ts';

const cellsNamed = (names: readonly string[]) =>
  names.map((name, at) => aUnit(`d.c.x${at}`, { name, kind: 'Chi bộ thôn' })).sort(compareUnits);
const someCells = fc.array(fc.constantFrom('An', 'Bình', 'Chùa', 'Đông', 'Đoài'), { maxLength: 40 }).map(cellsNamed);
const most = 7;

/** All pages by their links, from the first. */
function walk(cells: ReturnType<typeof cellsNamed>, isMeant: Parameters<typeof cellsPage>[3], q = '') {
  const pages = [cellsPage(cells, { q }, most, isMeant)];
  for (let last = pages.at(-1); last?.next !== undefined && pages.length < 100; last = pages.at(-1)) {
    pages.push(cellsPage(cells, { q, after: last.next }, most, isMeant));
  }
  return pages;
}

describe('the pages of many cells', () => {
  it('show each cell that is meant once, in order, and say where each page stands', () => {
    fc.assert(
      fc.property(someCells, fc.integer({ min: 1, max: 5 }), fc.constantFrom('', 'dong', 'chi bo d'), (cells, n, q) => {
        const isMeant = ({ id }: { id: string }) => Number(/\d+$/.exec(id)?.[0]) % n === 0;
        const pages = walk(cells, isMeant, q);
        const words = q === 'dong' ? ['Đông'] : q && cells.length > most ? ['Đông', 'Đoài'] : undefined;
        const meant = cells.filter(
          (cell) => isMeant(cell) && (cells.length <= most || !words || words.includes(cell.name)),
        );
        expect(pages.flatMap((page) => page.cells)).toEqual(meant);
        for (const page of pages) {
          expect(page.of).toBe(meant.length);
          expect(page.cells.length).toBeLessThanOrEqual(most);
          if (page.cells[0]) expect(meant[page.first - 1]).toBe(page.cells[0]);
        }
        // The way back leads over the same pages.
        for (const [at, page] of pages.entries()) {
          const before = pages[at - 1];
          const back =
            page.previous === undefined ? undefined : cellsPage(cells, { q, after: page.previous }, most, isMeant);
          expect(back?.cells).toEqual(before?.cells);
        }
      }),
    );
  });

  it('take no cell of the next page away where those of this one are done meanwhile', () => {
    fc.assert(
      fc.property(someCells, (cells) => {
        const done = new Set<string>();
        const seen: string[] = [];
        for (let after: string | undefined = ''; after !== undefined; ) {
          const page = cellsPage(cells, { after }, most, ({ id }) => !done.has(id));
          for (const { id } of page.cells) done.add(id);
          seen.push(...page.cells.map(({ id }) => id));
          after = page.next;
        }
        expect(seen).toEqual(cells.map(({ id }) => id));
      }),
    );
  });

  it('are none where one page has all', () => {
    const cells = cellsNamed(['An', 'Bình', 'Chùa']);
    const page = cellsPage(cells, { q: 'binh', after: cells[0]?.id }, 3);
    expect(page).toEqual({ cells, first: 1, of: 3, typed: '', place: {}, isLong: false });
  });

  it('begin at the beginning after a cell that nobody knows', () => {
    const cells = cellsNamed(Array.from({ length: 10 }, (_, n) => `Thôn ${n}`));
    expect(cellsPage(cells, { after: 'd.c.khac' }, most).first).toBe(1);
  });
});
