import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figure } from '#test/bench/figures.ts';
import { before, identity, keep, keptTable, MEASURED, type Run, readKept, tableOf } from '#test/bench/kept.ts';

const figure = (changes: Partial<Figure> = {}): Figure => ({ name: 'a page', value: 30, unit: 'ms', ...changes });
const against = (name: string, value: number) => ({ floor: { name, value } });
const run = (commit: string, figures: readonly Figure[] = [figure()]): Run => ({
  ...{ date: '2026-11-27', commit, machine: '2 processors', seconds: 3, figures },
});

describe('a figure is compared', () => {
  it.each([
    { of: 'the same name', earlier: figure({ value: 45 }), says: '45 ms' },
    { of: 'the same floor, by its ratio', earlier: figure({ value: 45, ...against('reading', 30) }), says: '1.50x' },
    { of: 'another floor, not at all', earlier: figure({ value: 45, ...against('writing', 30) }), says: '' },
    { of: 'another note as well', earlier: figure({ value: 45, note: 'form' }), says: '45 ms' },
    { of: 'another name, not at all', earlier: figure({ name: 'a form' }), says: '' },
  ])('with an earlier one of $of', ({ earlier, says }) => {
    const now = figure(says === '45 ms' ? {} : against('reading', 10));
    expect(before(now, [earlier])).toBe(says);
  });
});

describe('what is kept of a part', () => {
  it('is its newest run and the last one of another commit', () => {
    const once = keep({}, 'pages', run('a'));
    expect(once).toEqual({ pages: { now: run('a') } });
    const twice = keep(once, 'pages', run('b'));
    expect(twice).toEqual({ pages: { now: run('b'), before: run('a') } });
    const again = keep(twice, 'pages', run('b', [figure({ value: 20 })]));
    expect(again).toEqual({ pages: { now: run('b', [figure({ value: 20 })]), before: run('a') } });
  });

  it('leaves other parts as they are, and of the earlier run what the table has', () => {
    const detail = figure({ name: 'page form', detail: true });
    const kept = keep({ pages: { now: run('a', [figure(), detail]) }, cost: { now: run('a') } }, 'pages', run('b'));
    expect(kept).toEqual({ pages: { now: run('b'), before: run('a') }, cost: { now: run('a') } });
  });
});

it('a table has ratios, what is promised, and the earlier figures', () => {
  const now = [
    figure({ note: 'form', ...against('reading', 20), most: 2 }),
    figure({ name: 'a file', value: 123.4, unit: '' }),
    figure({ name: 'page form', detail: true }),
  ];
  expect(tableOf(now, [figure({ ...against('reading', 15) })]).replaceAll(/ +/g, ' ')).toBe(
    [
      '| ratio | before | at most | figure | measured | against |',
      '| ----- | ------ | ------- | ------------ | -------- | -------------- |',
      '| 1.50x | 2.00x | 2x | a page, form | 30 ms | 20 ms, reading |',
      '| | | | a file | 123 | |',
    ].join('\n'),
  );
});

describe('measured.json', () => {
  const kept = readKept();

  it('names each figure of a part once', () => {
    for (const { now } of Object.values(kept)) {
      const all = now.figures.map(identity);
      expect(all.filter((each, n) => all.indexOf(each) !== n)).toEqual([]);
    }
  });

  it('is what the README’s table shows', () => {
    const readme = readFileSync('test/bench/README.md', 'utf8');
    expect(MEASURED.exec(readme)?.[0]).toBe(`<!-- measured -->\n${keptTable(kept)}\n<!-- end -->`);
  });
});
