import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { baselineCounts } from '#shared/scorecards/baseline.ts';

/** What is counted of a month before any regime. */
export const baselineLabels = inEach({
  cells: { vi: 'Số chi bộ', en: 'Cells' },
  held: { vi: 'Số chi bộ có sinh hoạt thường kỳ', en: 'Cells that held their regular meeting' },
  required: { vi: 'Số đảng viên phải dự ở các chi bộ có sinh hoạt', en: 'Members required to come, in cells that met' },
  present: { vi: 'Số đảng viên có mặt', en: 'Members present' },
  resolutions: { vi: 'Số chi bộ ra nghị quyết, kết luận', en: 'Cells that adopted a resolution or conclusion' },
} as const satisfies Record<(typeof baselineCounts)[number], Bilingual>);

/** Of the page on which a district enters months from before any regime. */
export const baselineTexts = inEach({
  title: { vi: 'Số liệu trước khi áp dụng quy định', en: 'Counts from before any regime' },
  lead: {
    vi: 'Chỉ nhập số đếm của toàn huyện, từng tháng, theo sổ sách của huyện. Các tháng này không được xét đạt hay chưa đạt và ở mọi nơi đều ghi rõ là “trước khi áp dụng”.',
    en: 'Only counts of the whole district, month by month, from its own records. Nobody judges these months, and wherever they stand it is said that they are from before.',
  },
  month: { vi: 'Tháng', en: 'Month' },
  monthHint: { vi: 'Từ 03/2009 đến 02/2019, ví dụ 12/2018', en: 'From 03/2009 to 02/2019, for example 12/2018' },
  source: { vi: 'Nguồn số liệu', en: 'Source' },
  sourceHint: {
    vi: 'Theo văn bản, sổ nào, ví dụ: Báo cáo năm 2018 của Ban Tổ chức, biểu 2',
    en: 'From which paper, for example: yearly report 2018, table 2',
  },
  save: { vi: 'Lưu số liệu của tháng', en: 'Store the month' },
  stored: { vi: 'Đã lưu số liệu của tháng.', en: 'The month is stored.' },
  errors: { vi: 'Chưa lưu được. Đề nghị xem lại:', en: 'Nothing was stored. Please look at:' },
  stale: {
    vi: 'Tháng này đã có số liệu đang lưu (dưới đây). Đề nghị đối chiếu; nếu số vừa nhập đúng hơn thì lưu lần nữa, số cũ vẫn được giữ trong lịch sử.',
    en: 'This month has counts already, which stand here. Please compare; if what you typed is right, store again: what stood before stays on record.',
  },
  entered: { vi: 'Các tháng đã nhập', en: 'Months entered' },
  none: { vi: 'Chưa nhập tháng nào.', en: 'There is none yet.' },
  correct: { vi: 'Sửa', en: 'Correct' },
  another: { vi: 'Nhập tháng khác', en: 'Enter another month' },
  summary: { vi: 'Sơ kết từ trước khi áp dụng', en: 'Summary from before on' },
  revision: { vi: (number: number) => `lần ${number}`, en: (number: number) => `no. ${number}` },
});
