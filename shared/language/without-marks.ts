/**
 * A text without the marks of its letters; `đ` and `Đ` are `d`.
 *
 * @example withoutMarks('Hướng dẫn tháng Đảng') //=> 'Huong dan thang dang'
 */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
}
