import { expect, it } from 'vitest';
import type { Typed } from '#shared/input/typed.ts';
import { controlsOf, readPage } from '#test/web/read-page.ts';
import { formPage } from '#test/web/reports/form-models.tsx';

/** Which of two lines the form asks for points. */
function askedWith(typed: Typed): string[] {
  const controls = controlsOf(readPage(formPage({ lang: 'vi', path: '/' }, { typed })));
  const names = controls.map(({ attributes }) => attributes['name'] ?? '');
  return names.filter((name) => /^points\.(regular|thematic)Content$/.test(name)).map((name) => name.slice(7));
}

it.each<[Typed, readonly string[]]>([
  [{ kind: 'regular' }, ['regularContent']],
  [{ kind: 'extraordinary' }, ['regularContent']],
  [{ kind: 'thematic' }, ['thematicContent']],
  [{}, ['regularContent', 'thematicContent']],
  // What was typed is not lost when the kind is another.
  [{ kind: 'regular', 'points.thematicContent': '4' }, ['regularContent', 'thematicContent']],
])('the form of %j asks for the points of %j, and for none that nobody uses', (typed, asked) => {
  expect(askedWith(typed)).toEqual(asked);
});

it('the form says what its minutes are of', () => {
  const page = readPage(formPage({ lang: 'vi', path: '/' }));
  expect(page.map(({ text }) => text).join(' ')).toContain('hệ thống cộng thời lượng');
});
