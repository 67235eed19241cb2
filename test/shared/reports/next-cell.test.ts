import { describe, expect, it } from 'vitest';
import { nextCell } from '#shared/reports/next-cell.ts';
import type { Kind } from '#shared/reports/report.ts';
import { aUnit } from '#test/shared/samples.ts';

const cells = ['10', '2', 'Đông', 'An'].map((name, at) => aUnit(`hiep-hoa.a.c${at}`, { name }));
const idOf = (name: string) => cells.find((cell) => cell.name === name)?.id ?? '';
const sentBy = (name: string, kind: Kind = 'regular') => ({ cell: idOf(name), kind });

describe('the cell for which a commune goes on', () => {
  it.each<[string, readonly string[], string | undefined, number]>([
    ['2', ['2'], '10', 3],
    ['10', ['2', '10'], 'An', 2],
    ['Đông', ['Đông'], '2', 3], // after the last one it begins again
    ['An', ['2', '10', 'An', 'Đông'], undefined, 0],
  ])('after %s, with %j sent, is the next missing one', (sent, have, next, missing) => {
    const found = nextCell(
      sentBy(sent),
      cells,
      have.map((name) => sentBy(name)),
    );
    expect([found?.cell.name, found?.missing ?? 0]).toEqual([next, missing]);
  });

  it('is one without a report of that kind', () => {
    const reports = [sentBy('2', 'thematic'), sentBy('10'), sentBy('An', 'thematic')];
    expect(nextCell(sentBy('2', 'thematic'), cells, reports)).toMatchObject({ cell: { name: '10' }, missing: 2 });
  });

  it('nobody owes an extraordinary meeting', () => {
    expect(nextCell(sentBy('2', 'extraordinary'), cells, [])).toBeUndefined();
  });
});
