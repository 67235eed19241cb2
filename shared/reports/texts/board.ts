import { inEach } from '#shared/language/lang.ts';

export const boardTexts = inEach({
  title: { vi: 'Sổ báo cáo', en: 'Reports of' },
  due: { vi: (day: string) => `Hạn nộp: hết ngày ${day}`, en: (day: string) => `Due: by the end of ${day}` },
  closing: {
    vi: (day: string) => `Chốt số liệu: hết ngày ${day}`,
    en: (day: string) => `Closes: at the end of ${day}`,
  },
  closed: { vi: 'Đã chốt số liệu tháng này', en: 'This month is closed' },
  progress: {
    vi: (have: number, of: number) => `Đã nộp ${have}/${of} chi bộ`,
    en: (have: number, of: number) => `${have} of ${of} cells have reported`,
  },
  summary: {
    vi: (onTime: number, late: number, missing: number) => `Đúng hạn ${onTime}, chậm ${late}, chưa nộp ${missing}`,
    en: (onTime: number, late: number, missing: number) => `On time ${onTime}, late ${late}, missing ${missing}`,
  },
  cells: { vi: 'Các chi bộ', en: 'Cells' },
  notDue: {
    vi: (count: number) => `Chưa đến hạn ${count}`,
    en: (count: number) => `${count} are not due yet`,
  },
  communes: { vi: 'Các tổ chức cơ sở đảng', en: 'Communes' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  state: { vi: 'Trạng thái', en: 'State' },
  reports: { vi: 'Báo cáo đã nhận', en: 'Reports received' },
  enter: { vi: 'Việc cần làm', en: 'To do' },
  fill: { vi: 'Nhập báo cáo', en: 'Enter the report' },
  another: { vi: 'Thêm chuyên đề', en: 'Add a thematic meeting' },
  mend: { vi: 'Sửa báo cáo', en: 'Amend the report' },
  received: { vi: (at: string) => `nhận ${at}`, en: (at: string) => `received ${at}` },
  total: { vi: 'Cộng', en: 'Total' },
  dueCount: { vi: 'Phải nộp', en: 'Due' },
  onTimeCount: { vi: 'Đúng hạn', en: 'On time' },
  lateCount: { vi: 'Nộp chậm', en: 'Late' },
  missingCount: { vi: 'Chưa nộp', en: 'Missing' },
  reportedCount: { vi: 'Đã nộp', en: 'Reported' },
  notDueCount: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  scorecard: { vi: 'Xem bảng tổng hợp của tháng', en: 'See the month’s scorecard' },
  ended: {
    vi: (name: string, month: string) => `${name} kết thúc hoạt động sau ${month}`,
    en: (name: string, month: string) => `${name} ended after ${month}`,
  },
  endedOpen: {
    vi: 'Đây là sổ của tháng cuối. Đồng chí vẫn nhập và sửa được báo cáo của tháng này đến khi chốt số liệu; các tháng sau không nhập được nữa.',
    en: 'These are the reports of its last month. They can be entered and amended until the month closes; no later month takes any.',
  },
  endedClosed: {
    vi: 'Đây là sổ của tháng cuối, đã chốt số liệu. Đồng chí vẫn xem được toàn bộ hồ sơ cũ; không nhập hay sửa được nữa.',
    en: 'These are the reports of its last month, which is closed. All earlier records can still be read, and none changed.',
  },
  successors: { vi: 'Đơn vị nối tiếp', en: 'Succeeded by' },
  contact: {
    vi: (name: string) => `Nếu cần, đề nghị đồng chí liên hệ ${name}.`,
    en: (name: string) => `For anything else please turn to ${name}.`,
  },
  noCells: { vi: 'Chưa có chi bộ nào trong tháng này.', en: 'No cell stands in this month.' },
});
