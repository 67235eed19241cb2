import { expect, it } from 'vitest';
import { isStrong } from '#shared/access/password.ts';

it.each([
  ['Chi-bo-2026', true],
  ['Chi-bo-26', false], // nine characters
  ['Chi-bo-206', true], // ten
  ['chi-bo-2026', false],
  ['CHI-BO-2026', false],
  ['Chi-bo-huyen', false],
  ['Chibohuyen26', false],
  ['Chi bo 2026 ', false], // a blank is not taken for a symbol
  ['Đồng-chí-2026', false], // only letters without marks are counted as capitals
  [`Chi-bo-2026${'x'.repeat(246)}`, false],
])('%s: %s', (password, strong) => {
  expect(isStrong(password)).toBe(strong);
});
