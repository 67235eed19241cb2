import { inEach } from '#shared/language/lang.ts';

/** Of the page that sums up a span of months. The report itself is in Vietnamese. */
export const summaryTexts = inEach({
  title: { vi: 'Sơ kết', en: 'Summary of a span' },
  span: {
    vi: (from: string, to: string) => `Từ tháng ${from} đến tháng ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  spanForm: { vi: 'Chọn kỳ sơ kết (không quá 10 năm)', en: 'Choose the months (at most ten years)' },
  from: { vi: 'Từ tháng', en: 'From month' },
  to: { vi: 'Đến tháng', en: 'To month' },
  example: { vi: 'Ví dụ 03/2019', en: 'For example 03/2019' },
  show: { vi: 'Xem', en: 'Show' },
  wrong: { vi: 'Chưa xem được kỳ này', en: 'These months cannot be shown' },
  file: { vi: (format: string) => `Tải ${format}`, en: (format: string) => `Download ${format}` },
  lead: {
    vi: 'Số liệu lấy từ các bảng tổng hợp và không sửa được ở đây; phần nhận định đã có lời soạn sẵn, đồng chí sửa lại cho đúng tình hình. Lời văn được giữ riêng cho từng kỳ sơ kết.',
    en: 'The figures are those of the scorecards and cannot be changed here; where somebody must judge there are words to begin with, to be edited. They are kept for these very months.',
  },
  stale: {
    vi: 'Người khác vừa lưu lời văn của kỳ sơ kết này. Lời đã lưu ở bên cạnh lời đồng chí vừa nhập; đề nghị xem lại rồi lưu lần nữa.',
    en: 'Somebody else has just stored words for these months. They stand beside what you have typed: please look, and store again.',
  },
  stored: { vi: 'Đã lưu lời văn của kỳ sơ kết.', en: 'The words are stored.' },
  trend: { vi: 'Diễn biến các tháng', en: 'How the months went' },
  table: { vi: 'Các chỉ tiêu chính theo năm', en: 'Main figures by year' },
  figure: { vi: 'Chỉ tiêu', en: 'Figure' },
  months: { vi: 'Số tháng có số liệu', en: 'Months with figures' },
  missed: { vi: 'chưa đạt', en: 'missed' },
  ofAllCells: { vi: 'trên tổng số chi bộ', en: 'of all cells' },
  none: {
    vi: 'Chưa có số liệu trong khoảng thời gian này.',
    en: 'There are no figures in these months.',
  },
});
