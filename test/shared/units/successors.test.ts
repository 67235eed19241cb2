import { expect, it } from 'vitest';
import { successorsOf } from '#shared/units/successors.ts';
import { aUnit } from '#test/shared/samples.ts';

const units = [
  aUnit('h.thai-son'),
  aUnit('h.hung-son'),
  aUnit('h.hung-thai', { predecessors: ['h.thai-son', 'h.hung-son'] }),
  aUnit('h.hop-thinh'),
  aUnit('h.hop-thinh-moi', { predecessors: ['h.hung-thai', 'h.hop-thinh'] }),
  aUnit('h.thang'),
  aUnit('h.thang-dong', { predecessors: ['h.thang'] }),
  aUnit('h.thang-tay', { predecessors: ['h.thang'] }),
  aUnit('h.round', { predecessors: ['h.about'] }),
  aUnit('h.about', { predecessors: ['h.round'] }),
];

it.each([
  ['h.thai-son', ['h.hop-thinh-moi']], // merged, and merged again
  ['h.hung-thai', ['h.hop-thinh-moi']],
  ['h.thang', ['h.thang-dong', 'h.thang-tay']], // parted
  ['h.hop-thinh-moi', []], // stands
  ['h.nowhere', []],
  ['h.round', []], // whoever entered that, it ends
])('%s became %j', (id, expected) => {
  expect(successorsOf(id, units).map((unit) => unit.id)).toEqual(expected);
});
