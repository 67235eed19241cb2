import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTyped } from '#shared/input/merge-typed.ts';

const names = ['a', 'b', 'matters[0].text', 'matters[0].unit', 'matters[1].text'] as const;
const forms = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('', 'x', 'y')])));

describe('two writers of one form', () => {
  it('what one left as it was opened says what the other stored', () => {
    const merged = mergeTyped({ opened: { a: '0' }, stored: { a: '1', b: '2' }, typed: { a: '0', b: '', c: '3' } });
    expect(merged).toEqual({ typed: { a: '1', b: '2', c: '3' }, errors: [] });
  });

  it('where both wrote, the own words stay and the error says the stored ones', () => {
    const { typed, errors } = mergeTyped({ opened: { a: '' }, stored: { a: '1' }, typed: { a: '2' } });
    expect(typed).toEqual({ a: '2' });
    expect(errors).toEqual([{ field: 'a', code: 'changed-elsewhere', params: { stored: '1' } }]);
  });

  it('a row is never made of both', () => {
    const stored = { 'matters[0].text': 'Đường', 'matters[0].unit': 'thôn' };
    const { typed } = mergeTyped({ opened: {}, stored, typed: { 'matters[0].text': 'Điện', 'matters[0].unit': '' } });
    expect(typed).toEqual({ 'matters[0].text': 'Điện', 'matters[0].unit': '' });
  });

  it('no stored word is replaced by a blank that nobody made, and whatever is replaced is said', () => {
    fc.assert(
      fc.property(forms, forms, forms, (opened, stored, sent) => {
        const { typed, errors } = mergeTyped({ opened, stored, typed: sent });
        for (const name of names) {
          const said = errors.some(({ field }) => field === name);
          expect([sent[name], stored[name]]).toContain(typed[name]);
          if (typed[name] !== stored[name] && stored[name] !== opened[name]) expect(said).toBe(true);
        }
      }),
    );
  });

  it('whoever changed nothing gets what is stored', () => {
    fc.assert(
      fc.property(forms, forms, (opened, stored) => {
        expect(mergeTyped({ opened, stored, typed: opened })).toEqual({ typed: stored, errors: [] });
      }),
    );
  });
});
