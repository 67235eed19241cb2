import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile } from '#shared/input/csv-lines.ts';
import { csvRows } from '#shared/input/csv-rows.ts';

const rows = (text: string) => [...csvRows(text)].map(({ number, cells }) => [number, ...cells]);

describe('a CSV file', () => {
  it.each([
    [
      'a;b\n1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      '\ufeffa,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a\tb\r1\t',
      [
        [1, 'a', 'b'],
        [2, '1', ''],
      ],
    ],
    [
      'a;b\n\n"x;""y""\nz";2\n3;4',
      [
        [1, 'a', 'b'],
        [3, 'x;"y"\nz', '2'],
        [5, '3', '4'],
      ],
    ],
    [
      'a;b\n"1"2;"x',
      [
        [1, 'a', 'b'],
        [2, '12', 'x'],
      ],
    ],
    ['', []],
  ])('%j has these rows, each with its line', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('gives back what was written', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\ufeff]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (written) => {
        const text = written.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(';'));
        expect(rows(['"a";"b"', ...text].join('\n')).slice(1)).toEqual(written.map((cells, at) => [at + 2, ...cells]));
      }),
    );
  });

  it('has its cells by column, clean and in one line; a column that has an odd name is one like any other', () => {
    const { columns, lines } = csvFile('name;__proto__;password\n"Đồng\u000bTâm";\u200b;a\u200bb \n ; ; \n');
    expect(columns).toEqual(['name', '__proto__', 'password']);
    const read = [...lines].map(({ number, cell }) => [number, ...['name', '__proto__', 'password', 'x'].map(cell)]);
    expect(read).toEqual([[2, 'Đồng Tâm', '', 'a\u200bb', '']]);
  });

  it('is read as far as somebody wants it, and refused where it has too many columns', () => {
    expect(csvRows(`a;b\n${'1;2\n'.repeat(500_000)}`).next().value?.cells).toEqual(['a', 'b']);
    expect(() => rows(';'.repeat(100_000))).toThrow(SyntaxError);
  });

  it('names each column once, or nobody can tell which counts', () => {
    expect(() => csvFile('user;role;user\na;b;c\n')).toThrow(SyntaxError);
    expect(csvFile('user;;\na;;\n').columns).toEqual(['user', '', '']);
  });
});
