import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml, valuesOf } from '#test/web/read-page.ts';
import { formOf, refillForms } from '#web/refill-forms.ts';
import { renderPart } from '#web/render.ts';

const path = '/officers?unit=a.b&month=2026-11';

function Form({ cell, id = cell }: { readonly cell: string; readonly id?: string }) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="csrf" value="token" />
      <input type="hidden" name="cell" value={cell} />
      <input type="hidden" name="baseRevision" value="3" />
      <input type="hidden" name="rows[0].id" value="old" />
      <input id={id} type="text" name="what" value="stored" />
      <input type="checkbox" name="kept" value="yes" checked />
      <input type="radio" name="step" value="" checked />
      <input type="radio" name="step" value="done" />
      <details>
        <summary>{'More > less'}</summary>
        <textarea name="words">stored</textarea>
      </details>
      <select name="unit">
        <option value="">choose</option>
        <option value="road" selected>
          Road
        </option>
        <option>{'Head & "hand" <of>'}</option>
      </select>
      <input type="password" name="secret" value="" />
    </form>
  );
}

const page = renderPart(
  <main>
    <details>
      <Form cell="c1" />
    </details>
    <Form cell="c2" />
  </main>,
);
const valuesIn = (html: string, n: number) => {
  const all = readHtml(html);
  const form = all.filter(({ name }) => name === 'form')[n];
  return valuesOf(all.filter(({ parent }) => parent === form || parent?.parent === form));
};

describe('a page whose form came back before', () => {
  it('shows what was typed into that form, and leaves the others alone', () => {
    const typed = {
      ...{ csrf: 'old', cell: 'c2', baseRevision: '2', 'rows[0].id': 'new', what: '', words: 'a\nb', step: 'done' },
      unit: 'Head & "hand" <of>',
    };
    const html = refillForms(page, [{ path, typed }], '<p>note</p>');
    expect(valuesIn(html, 0)).toEqual(valuesIn(page, 0));
    expect(valuesIn(html, 1)).toEqual({ ...typed, csrf: 'token', secret: '' });
    expect(html.match(/<p>note<\/p>/g)).toHaveLength(1);
    expect(html.match(/<details open>/g)).toHaveLength(1);
  });

  it('is unfolded where that form is', () => {
    const html = refillForms(page, [{ path, typed: { cell: 'c1', what: 'x' } }], '');
    expect(html).toMatch(/<main><details open><form/);
    expect(html.match(/<details open>/g)).toHaveLength(2);
  });

  it('shows any text as it was typed', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", '&amp;', '</textarea>', '$1', 'ệ', ' ') });
    fc.assert(
      fc.property(text, text, (what, words) => {
        const typed = { cell: 'c1', baseRevision: '3', what, words };
        expect(valuesIn(refillForms(page, [{ path, typed }], ''), 0)).toMatchObject(typed);
      }),
    );
  });

  it.each([
    ['another address', { path: '/officers', typed: { cell: 'c1', what: 'x' } }],
    ['another thing that it is about', { path, typed: { cell: 'c3', what: 'x' } }],
    ['nothing that anybody types', { path, typed: { cell: 'c1', other: 'x' } }],
  ])('stays as it is for %s', (_, sent) => {
    expect(refillForms(page, [sent], '<p>note</p>')).toBe(page);
    expect(formOf(page, sent)).toBeUndefined();
  });

  it('says what a form is about by what is hidden in it, but neither its token nor its version', () => {
    expect(formOf(page, { path, typed: { cell: 'c2', what: 'x' } })?.about).toEqual({ cell: 'c2' });
  });
});
