import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonParts } from '#functions/store/json-parts.ts';

const read = (value: unknown, wanted: Parameters<typeof jsonParts>[0]) =>
  jsonParts(wanted)(Buffer.from(JSON.stringify(value)));

describe('the wanted parts of a JSON text', () => {
  it('are as in the whole, whatever stands around them', () => {
    const rest = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(rest, fc.jsonValue(), fc.array(fc.tuple(fc.jsonValue(), rest)), rest, (before, own, list, after) => {
        const elements = list.map(([b, others]) => ({ ...others, b }));
        const value = { ...before, ...after, own, list: elements };
        expect(read(value, { own: true, list: { b: true } })).toEqual(
          JSON.parse(JSON.stringify({ own, list: elements.map(({ b }) => ({ b })) })),
        );
        expect(read(value, true)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('of a list with a condition are the first that meets it, wherever its member stands', () => {
    const list = [{ id: 'a', n: 1 }, { n: 2, id: 'b', more: [{}] }, { id: 'b', n: 3 }, { n: 4 }];
    expect(read({ list, n: 5 }, { list: { id: 'b', n: true }, n: true })).toEqual({ list: [{ n: 2, id: 'b' }], n: 5 });
    expect(read({ list, n: 5 }, { list: { id: 'c', n: true }, n: true })).toEqual({ list: [], n: 5 });
    expect(read({ list: [] }, { list: { id: 'c' } })).toEqual({ list: [] });
  });

  it('are those of a text that is whole: one that is cut off anywhere is refused', () => {
    const text = Buffer.from(
      JSON.stringify({ skipped: { a: ['\\"', 1, null] }, list: [{ id: 'x', n: -1.5e3 }], n: true }),
    );
    const parts = jsonParts({ list: { id: 'x', n: true }, n: true });
    expect(parts(text)).toEqual({ list: [{ id: 'x', n: -1500 }], n: true });
    for (let at = 0; at < text.length; at++) expect(() => parts(text.subarray(0, at))).toThrow(SyntaxError);
    expect(() => parts(Buffer.concat([text, text]))).toThrow(SyntaxError);
  });
});
