import { expect, it } from 'vitest';
import { neighboursOf } from '#shared/neighbours.ts';

it('what stands before and after one of a list; nothing beyond its ends, or where it is not in it', () => {
  const list = ['a', 'b', 'c'];
  const beside = (one: string) => neighboursOf(list, (each) => each === one);
  expect(list.map(beside)).toEqual([{ next: 'b' }, { previous: 'a', next: 'c' }, { previous: 'b' }]);
  expect([beside('d'), neighboursOf([], () => true)]).toEqual([{}, {}]);
});
