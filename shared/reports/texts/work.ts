import { inEach } from '#shared/language/lang.ts';

export const workTexts = inEach({
  todo: { vi: (count: number) => `Cần làm (${count})`, en: (count: number) => `To do (${count})` },
  unfinished: {
    vi: (count: number) => `Chưa xong khi chốt số liệu (${count})`,
    en: (count: number) => `Not finished when the month closed (${count})`,
  },
  done: {
    vi: (count: number) => `${count} chi bộ đã nộp`,
    en: (count: number) => `${count} ${count === 1 ? 'cell has' : 'cells have'} reported`,
  },
  saved: {
    vi: (kind: string, at: string) => `Bản nháp (${kind}) lưu lúc ${at}`,
    en: (kind: string, at: string) => `Begun (${kind}) and saved ${at}`,
  },
  overtaken: {
    vi: (kind: string, at: string) => `Bản nháp cũ (${kind}) lưu lúc ${at}; sau đó đã nhận báo cáo`,
    en: (kind: string, at: string) => `Older draft (${kind}), saved ${at}; a report has come since`,
  },
  lateBefore: {
    vi: (count: number) => `chậm hoặc thiếu ${count}/3 tháng trước`,
    en: (count: number) => `late or missing in ${count} of the 3 months before`,
  },
  notFound: {
    vi: 'Không có chi bộ nào có tên như vậy trong tháng này.',
    en: 'No cell of this month has such a name.',
  },
  page: {
    vi: (page: number, pages: number) => `Trang ${page}/${pages}.`,
    en: (page: number, pages: number) => `Page ${page} of ${pages}.`,
  },
  before: { vi: 'Trang trước', en: 'Previous page' },
  after: { vi: 'Trang sau', en: 'Next page' },
  overdueTitle: { vi: 'Vấn đề quá hạn trả lời', en: 'Matters past their term' },
  overdueBy: {
    vi: (days: number) => `quá hạn ${days} ngày`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
});
