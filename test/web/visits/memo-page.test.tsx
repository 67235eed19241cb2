import type { VNode } from 'preact';
import { expect, it } from 'vitest';
import { contextsIn } from '#test/web/contexts.ts';
import { readPage } from '#test/web/read-page.ts';
import { visitModels } from '#test/web/visits/visit-models.tsx';

it.each(['visits-memo', 'visits-memo-whole'])('%s: the matters of the rows add up to what the memo counts', (name) => {
  const page = readPage(visitModels(contextsIn('vi'))[name]?.() as VNode);
  const text = page.map((each) => each.text).join(' ');
  const [, told] = /Vấn đề được phản ánh: (\d+)/.exec(text) ?? [];
  const counts = page
    .filter(({ attributes }) => attributes['data-as'] === 'Số vấn đề: ')
    .map((each) => Number(each.text));
  expect(counts.length).toBeGreaterThan(5);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(Number(told));
});
