import { expect, it } from 'vitest';
import { Misuse } from '#infra/admin/misuse.ts';
import { reasonOf } from '#infra/admin/reason-of.ts';
import { LONGEST_REASON } from '#shared/input/read-reason.ts';

it.each([
  [undefined, undefined],
  [' ', undefined],
  [' Nghị quyết 1191 ', 'Nghị quyết 1191'],
  ['x'.repeat(LONGEST_REASON), 'x'.repeat(LONGEST_REASON)],
])('%j is stored as %j', (typed, reason) => {
  expect(reasonOf(typed)).toBe(reason);
});

it('is refused rather than cut', () => {
  expect(() => reasonOf('x'.repeat(LONGEST_REASON + 1))).toThrow(
    new Misuse('--reason: Longer than 1,000 characters: please shorten it.'),
  );
});
