import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridMembers,
  gridQuestions,
  isBlankRow,
  readGrid,
  reportOfRow,
  rowField,
  typedGrid,
} from '#shared/reports/grid.ts';

const fields = [...gridQuestions, ...gridMembers];
const rows = fc.array(
  fc.record({
    cell: fc.constantFrom('a.b.c', 'a.b.d'),
    typed: fc.dictionary(fc.constantFrom(...fields), fc.string(), { noNullPrototype: true }),
  }),
  { maxLength: 30 },
);

it('rows go into one form and come out of it as they were', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const cells = Object.fromEntries(given.map(({ cell }, at) => [rowField(at, 'cell'), cell]));
      expect(readGrid({ ...typedGrid(given), ...cells, csrf: 'x', commonDate: '1' })).toEqual(given);
    }),
  );
});

describe('a row', () => {
  it('is blank while only what was taken over stands in it', () => {
    expect(isBlankRow({ cell: 'a.b.c', typed: { fullMembers: '20', exempt: '1', present: ' ' } })).toBe(true);
    expect(isBlankRow({ cell: 'a.b.c', typed: { present: '0' } })).toBe(false);
  });

  it('is the cell’s regular meeting, on the common day unless it has its own', () => {
    const typed = { present: '17', late: '' };
    expect(reportOfRow({ cell: 'a.b.c', typed }, '03/11/2026')).toEqual({
      cell: 'a.b.c',
      kind: 'regular',
      date: '03/11/2026',
      present: '17',
    });
    expect(reportOfRow({ cell: 'a.b.c', typed: { date: '05/11/2026' } }, '03/11/2026')['date']).toBe('05/11/2026');
  });

  it('cannot say that it is another cell or another kind of meeting', () => {
    const row = { cell: 'a.b.c', typed: { kind: 'thematic' } };
    expect(reportOfRow(row, '')).toMatchObject({ cell: 'a.b.c', kind: 'regular' });
  });
});
