import { expect, it } from 'vitest';
import { concerns } from '#infra/demo/phrases.ts';
import { seemsToName } from '#shared/matters/person-name.ts';

it.each([
  'Hộ ông Hùng lấn ngõ đi chung',
  'Ông Hùng lấn ngõ',
  'Bà  Tư thôn Đoài phản ánh',
  'Đồng chí Minh chưa nộp đảng phí',
  'đ/c Lan có đơn',
  'Nguyễn Văn An tố cáo',
  'Theo đơn của Trần Thị Bích Ngọc',
  'ông Hùng'.normalize('NFD'),
])('%s', (text) => {
  expect(seemsToName(text)).toBe(true);
});

it.each([
  'Hai hộ tranh chấp ranh giới ngõ',
  'Một ông cụ neo đơn cần hỗ trợ',
  'Đề nghị Ủy ban nhân dân xã trả lời',
  'Kênh Trôi cạn nước',
  'Đồng Tâm thiếu nước',
  ...concerns.flatMap(([, summary, proposal]) => [summary, proposal]),
])('%s: nobody', (text) => {
  expect(seemsToName(text)).toBe(false);
});
