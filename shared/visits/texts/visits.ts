import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Visit, VisitReport } from '#shared/visits/visit.ts';

export const visitStateLabels = inEach({
  planned: { vi: 'Theo kế hoạch', en: 'Planned' },
  done: { vi: 'Đã dự, đã báo cáo', en: 'Made and reported' },
  dropped: { vi: 'Không thực hiện', en: 'Dropped' },
} as const satisfies Record<Visit['state'], Bilingual>);

export const visitedMeetingLabels = inEach({
  committee: { vi: 'Họp cấp ủy', en: 'Committee meeting' },
  cell: { vi: 'Sinh hoạt chi bộ', en: 'Cell meeting' },
} as const satisfies Record<Visit['meeting'], Bilingual>);

export const adviceLabels = inEach({
  yes: { vi: 'Đã khắc phục', en: 'Kept' },
  partly: { vi: 'Khắc phục một phần', en: 'Kept in part' },
  no: { vi: 'Chưa khắc phục', en: 'Not kept' },
} as const satisfies Record<NonNullable<VisitReport['adviceKept']>, Bilingual>);

export const visitsTexts = inEach({
  title: { vi: 'Tổ công tác dự sinh hoạt', en: 'Working group visits' },
  lead: {
    vi: (done: number, planned: number, due: number, overdue: number) =>
      `Đã dự và báo cáo ${done}/${planned} buổi trong kế hoạch; đến hạn chưa báo cáo: ${due}, trong đó quá hạn: ${overdue}.`,
    en: (done: number, planned: number, due: number, overdue: number) =>
      `${done} of ${planned} planned visits made and reported; due and not reported: ${due}, of which overdue: ${overdue}.`,
  },
  dueTitle: { vi: 'Buổi dự sinh hoạt chưa báo cáo', en: 'Visits not reported' },
  dueLead: {
    vi: (count: number) => `${count} buổi dự đã đến ngày mà chưa có báo cáo.`,
    en: (count: number) => `${count} ${count === 1 ? 'visit is' : 'visits are'} due and not reported.`,
  },
  group: { vi: 'Tổ công tác', en: 'Working group' },
  groupNumber: {
    vi: (number: number) => `Tổ công tác số ${number}`,
    en: (number: number) => `Working group ${number}`,
  },
  groups: { vi: 'Các tổ công tác', en: 'Working groups' },
  communes: { vi: 'Các đảng bộ tổ chịu trách nhiệm', en: 'Communes the group answers for' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  planned: { vi: 'Kế hoạch', en: 'Planned' },
  done: { vi: 'Đã dự', en: 'Made' },
  never: { vi: 'Chi bộ chưa được dự trong 12 tháng', en: 'Cells not attended for 12 months' },
  neverTitle: {
    vi: 'Chi bộ chưa được tổ công tác nào dự trong 12 tháng qua',
    en: 'Cells that no group has attended for 12 months',
  },
  neverNone: { vi: 'Chi bộ nào cũng đã được dự.', en: 'Each cell has been attended.' },
  attended: { vi: 'Chi bộ khác và cấp ủy', en: 'Other cells, and committees' },
  allGroups: { vi: 'Tất cả các tổ', en: 'All groups' },
  planMany: { vi: 'Phân công nhiều buổi một lần', en: 'Plan several visits at once' },
  planRow: { vi: (n: number) => `Buổi ${n}`, en: (n: number) => `Visit ${n}` },
  planManyHint: {
    vi: 'Chi bộ chưa được dự trong 12 tháng đứng đầu danh sách. Dòng để trống được bỏ qua; có một dòng chưa đúng thì chưa buổi nào được ghi.',
    en: 'Cells not attended for 12 months come first. Blank rows are left out; while one row is wrong, none is recorded.',
  },
  covered: { vi: 'Chi bộ đã dự', en: 'Cells covered' },
  noFigures: { vi: 'chưa có', en: 'none yet' },
  list: { vi: 'Kế hoạch và kết quả trong tháng', en: 'The month’s visits' },
  none: { vi: 'Chưa có buổi dự sinh hoạt nào trong tháng.', en: 'No visit in this month.' },
  day: { vi: 'Ngày', en: 'Day' },
  where: { vi: 'Nơi dự', en: 'Where' },
  who: { vi: 'Người dự', en: 'Who goes' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'đến hạn báo cáo', en: 'report due' },
  report: { vi: 'Báo cáo buổi dự sinh hoạt', en: 'Report the visit' },
  another: { vi: 'Báo cáo buổi dự sinh hoạt ngoài kế hoạch', en: 'Report a visit that was not planned' },
  plan: { vi: 'Phân công dự sinh hoạt', en: 'Plan a visit' },
  planSend: { vi: 'Đưa vào kế hoạch', en: 'Add to the plan' },
  choose: { vi: 'Chọn đơn vị', en: 'Choose a unit' },
  chooseMember: { vi: 'Chọn thành viên của tổ', en: 'Choose a member of the group' },
  groupPage: { vi: 'Thành viên và đảng bộ phụ trách', en: 'Members and communes of the group' },
  overdue: { vi: 'quá hạn báo cáo', en: 'report overdue' },
  dueCount: { vi: 'Đến hạn', en: 'Due' },
  overdueCount: { vi: 'Quá hạn', en: 'Overdue' },
  total: { vi: 'Cả tổ', en: 'The group' },
  memberHint: {
    vi: 'Ghi chức danh, cơ quan, không ghi họ tên; ví dụ: Phó Trưởng ban Dân vận',
    en: 'A post and office, no names; for example: deputy head of the mass mobilisation board',
  },
  formTitle: { vi: 'Báo cáo buổi dự sinh hoạt', en: 'Report of a visit' },
  errors: { vi: 'Báo cáo chưa được gửi. Đề nghị xem lại:', en: 'The report has not been sent. Please look at:' },
  planErrors: { vi: 'Chưa đưa vào kế hoạch được. Đề nghị xem lại:', en: 'Nothing was planned. Please look at:' },
  dropErrors: { vi: 'Chưa ghi nhận được. Đề nghị xem lại:', en: 'Nothing was recorded. Please look at:' },
  stale: {
    vi: 'Buổi dự sinh hoạt này vừa được cập nhật ở nơi khác. Nội dung đồng chí nhập vẫn còn dưới đây; mời kiểm tra rồi gửi lại.',
    en: 'This visit has just been changed elsewhere. What you typed is still below: please check it and send again.',
  },
  lastAdviceWas: {
    vi: (text: string) => `Buổi dự sinh hoạt trước đã góp ý: ${text}`,
    en: (text: string) => `Advised last time: ${text}`,
  },
  score: { vi: 'Đánh giá theo tiêu chí', en: 'Seen against the score sheet' },
  scoreHint: {
    vi: 'Chỉ với sinh hoạt chi bộ: chấm những tiêu chí đã chứng kiến, để trống những tiêu chí khác.',
    en: 'Of a cell’s meeting: score what you have seen, and leave the others blank.',
  },
  show: { vi: 'Xem lại biểu mẫu', en: 'Show the form again' },
  send: { vi: 'Gửi báo cáo', en: 'Send the report' },
  back: { vi: 'Về trang của tổ công tác', en: 'Back to the group’s page' },
  visit: { vi: 'Buổi dự sinh hoạt', en: 'Visit' },
  gaps: { vi: 'Khác với điểm chi bộ tự chấm', en: 'Other than the cell’s own score' },
  gap: {
    vi: (own: string, visitor: string) => `chi bộ tự chấm ${own}, tổ công tác ${visitor}`,
    en: (own: string, visitor: string) => `the cell gave ${own}, the working group ${visitor}`,
  },
  noGaps: { vi: 'Không khác điểm chi bộ tự chấm.', en: 'The same as the cell’s own score.' },
  cellReport: { vi: 'Báo cáo của chi bộ', en: 'The cell’s report' },
  seenBy: { vi: 'Tổ công tác đã dự buổi này', en: 'A working group attended' },
  amend: { vi: 'Sửa báo cáo buổi dự sinh hoạt', en: 'Amend the report' },
  drop: { vi: 'Không thực hiện được', en: 'It will not be made' },
  dropHint: { vi: 'Nêu rõ lý do.', en: 'Say why.' },
  dropSend: { vi: 'Bỏ khỏi kế hoạch', en: 'Drop it' },
  noAdvice: { vi: 'Chưa có góp ý trước', en: 'No advice before' },
  moved: { vi: 'Đã dự thay bằng buổi khác', en: 'Another visit was made in its place' },
  stored: { vi: 'Đã lưu', en: 'Stored' },
});
