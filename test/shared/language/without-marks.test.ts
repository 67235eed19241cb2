import { expect, it } from 'vitest';
import { withoutMarks } from '#shared/language/without-marks.ts';

it.each([
  ['Hướng dẫn tháng Đảng', 'Huong dan thang dang'],
  ['đồng tâm'.normalize('NFD'), 'dong tam'],
  ['Bac Ly 2', 'Bac Ly 2'],
])('%s without marks is %s', (text, plain) => {
  expect(withoutMarks(text)).toBe(plain);
});
