import { inEach } from '#shared/language/lang.ts';

export const memoTexts = inEach({
  title: { vi: 'Tham mưu với cấp ủy', en: 'Memo to the committee' },
  link: { vi: 'Bản tham mưu với cấp ủy', en: 'The memo to the committee' },
  read: { vi: 'Xem bản tham mưu', en: 'Read the memo' },
  to: { vi: 'Kính gửi', en: 'To' },
  until: {
    vi: (day: string) => `Số liệu tính đến hết ngày ${day}.`,
    en: (day: string) => `As it was at the end of ${day}.`,
  },
  communes: { vi: 'Các đảng bộ', en: 'Communes' },
  hidden: {
    vi: (names: string) => `Vấn đề ở nơi nay do tổ khác phụ trách không hiện ở đây: ${names}.`,
    en: (names: string) => `Matters of communes that another group has now are not shown: ${names}.`,
  },
  heard: { vi: 'Đã nghe', en: 'Heard' },
  visits: {
    vi: (done: number, planned: number, covered: number, cells: number) =>
      `Tổ đã dự ${done}/${planned} buổi theo kế hoạch, dự ở ${covered}/${cells} chi bộ.`,
    en: (done: number, planned: number, covered: number, cells: number) =>
      `The group made ${done} of ${planned} planned visits, in ${covered} of ${cells} cells.`,
  },
  raised: {
    vi: (count: number, own: number) =>
      count === 0
        ? 'Trong tháng không có vấn đề nào được phản ánh.'
        : `Vấn đề được phản ánh: ${count}, trong đó tổ trực tiếp nghe: ${own}.`,
    en: (count: number, own: number) =>
      count === 0
        ? 'Nothing was raised in the month.'
        : `Matters raised: ${count}, of which the group itself heard ${own}.`,
  },
  count: { vi: 'Số vấn đề', en: 'Matters' },
  otherTopics: {
    vi: (count: number) => `${count} nội dung khác`,
    en: (count: number) => `${count} other ${count === 1 ? 'topic' : 'topics'}`,
  },
  latest: { vi: 'Vấn đề mới nhất', en: 'The latest' },
  asked: { vi: 'Đã kiến nghị', en: 'Asked' },
  askedLead: {
    vi: (count: number) =>
      count === 0
        ? 'Trong tháng không có vấn đề nào được chuyển cấp trên.'
        : `Vấn đề đã chuyển cấp trên trong tháng: ${count}.`,
    en: (count: number) => (count === 0 ? 'Nothing was passed up in the month.' : `Passed up in the month: ${count}.`),
  },
  of: { vi: 'Kiến nghị với', en: 'Asked of' },
  on: { vi: 'Ngày chuyển', en: 'Passed up on' },
  undone: { vi: 'Chưa làm được', en: 'Undone' },
  undoneLead: {
    vi: (overdue: number, promised: number) =>
      overdue + promised === 0
        ? 'Không có vấn đề nào quá hạn hoặc quá ngày hẹn.'
        : `Vấn đề quá hạn trả lời: ${overdue}; chưa quá hạn nhưng đã quá ngày hẹn: ${promised}.`,
    en: (overdue: number, promised: number) =>
      overdue + promised === 0
        ? 'Nothing is overdue or past the promised day.'
        : `Matters overdue: ${overdue}; not yet overdue, but past the promised day: ${promised}.`,
  },
  ownUndone: {
    vi: (due: number, overdue: number, advice: number) =>
      `Về phần tổ: buổi dự đến nay chưa báo cáo: ${due}, trong đó quá hạn: ${overdue}; buổi dự thấy góp ý lần trước chưa khắc phục hoặc mới khắc phục một phần: ${advice}.`,
    en: (due: number, overdue: number, advice: number) =>
      `The group’s own: visits not reported by today: ${due}, of which overdue: ${overdue}; visits that found the last advice not followed, or in part only: ${advice}.`,
  },
  more: { vi: (count: number) => `còn ${count} việc`, en: (count: number) => `${count} more` },
  short: { vi: 'Bản một trang', en: 'On one page' },
  group: { vi: 'Về trang của tổ công tác', en: 'Back to the group’s page' },
});
