import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Wordings that were corrected, each with the one that stands now: a thing has one name. */
const corrected: readonly (readonly [old: RegExp, now: string])[] = [
  [/Cần nhập một ngày có thật/i, 'Đề nghị nhập ngày … theo dạng ngày/tháng/năm'],
  [/Vắng có lý do: Mục này/i, 'Nhập số đảng viên vắng có lý do'],
  [/chuyến dự|lượt dự|lần dự/i, 'buổi dự sinh hoạt'],
  [/Một nửa xong trong/i, 'Thời gian giải quyết (trung vị)'],
  [/Cần giúp trước/i, 'Đơn vị cần ưu tiên giúp đỡ'],
  [/'Chi bộ chưa đạt'/, 'Chi bộ có nội dung chưa đạt'],
  [/Bỏ dòng|Bỏ trống/i, 'Xóa nhiệm vụ …, Chưa xác định'],
  [/Nhập vào vấn đề/i, 'Gộp với vấn đề đã phản ánh'],
  [/Bắt buộc, trừ khi/i, 'Bắt buộc khi trả lời, chuyển cấp trên hoặc kết luận chưa có cơ sở.'],
  [/Tra biên nhận/i, 'Tra cứu biên nhận'],
  [/Chi bộ báo có /i, 'Chi bộ báo cáo có tổ công tác dự, … cấp ủy viên cơ sở dự'],
  [/\ben: .*\bconcerns?\b(?! of members)/i, 'matter, matters raised'],
  [/\? 'concern' : 'concerns'/, 'matter, matters'],
  [/Chỉ hiện đơn vị/i, 'Lọc đơn vị'],
  [/Bảng điểm/i, 'Bảng tổng hợp'],
];

const texts = globSync('{shared,web,functions}/**/*.{ts,tsx}').map(
  (file) => [file, readFileSync(file, 'utf8')] as const,
);

it.each(corrected)('nothing says %s: it is “%s”', (old) => {
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.flatMap(([file, text]) => (old.test(text) ? [file] : []))).toEqual([]);
});
