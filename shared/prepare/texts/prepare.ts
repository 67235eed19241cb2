import { inEach } from '#shared/language/lang.ts';

const weekdays = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** A weekday by its number, Sunday first. */
export const weekdayNames = weekdays;

export const prepareTexts = inEach({
  prepare: { vi: 'Chuẩn bị', en: 'Prepare' },
  prepareNext: { vi: 'Chuẩn bị buổi sinh hoạt tới', en: 'Prepare the next meeting' },
  title: {
    vi: (month: string) => `Chuẩn bị sinh hoạt ${month}`,
    en: (month: string) => `Preparing the meeting of ${month}`,
  },
  noDay: { vi: 'chưa định ngày', en: 'no day yet' },
  at: { vi: (venue: string) => `tại ${venue}`, en: (venue: string) => `at ${venue}` },
  dayBy: {
    vi: (by: 'agenda' | 'regime' | 'cell') =>
      ({ agenda: '', regime: ' (ngày cố định)', cell: ' (như tháng trước)' })[by],
    en: (by: 'agenda' | 'regime' | 'cell') =>
      ({ agenda: '', regime: ' (the fixed day)', cell: ' (as last month)' })[by],
  },
  required: {
    vi: (count: string) => `Phải dự ${count} đảng viên.`,
    en: (count: string) => `${count} members must attend.`,
  },
  officer: {
    vi: (post: string) => `Cấp ủy viên phụ trách: ${post}.`,
    en: (post: string) => `Member in charge: ${post}.`,
  },
  print: { vi: 'In một trang A4 (PDF)', en: 'One page of A4 (PDF)' },
  invite: { vi: 'Lời mời (Zalo, SMS)', en: 'Invitation (Zalo, SMS)' },
  inviteHint: { vi: 'Chọn tất cả, chép và gửi.', en: 'Select all, copy and send.' },
  copy: { vi: 'Chép lời mời', en: 'Copy the invitation' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  sms: { vi: 'Gửi bằng SMS', en: 'Send as SMS' },
  report: { vi: 'Nhập báo cáo buổi này', en: 'Report this meeting' },
  reported: {
    vi: (day: string) => `Xem báo cáo buổi ngày ${day}`,
    en: (day: string) => `See the report of ${day}`,
  },
  agenda: {
    vi: (minutes: number) => `Chương trình (${minutes} phút)`,
    en: (minutes: number) => `Agenda (${minutes} minutes)`,
  },
  isDraft: {
    vi: 'Dự thảo theo trình tự quy định và dữ liệu đã có; chưa lưu.',
    en: 'A draft by the steps of the norms and what is stored; not saved yet.',
  },
  savedAt: { vi: (at: string) => `Đã lưu lúc ${at}.`, en: (at: string) => `Saved ${at}.` },
  minutesShort: { vi: (minutes: number) => `${minutes}’`, en: (minutes: number) => `${minutes}’` },
  tasks: { vi: 'Việc phải báo cáo', en: 'Tasks to report on' },
  task: { vi: 'Việc', en: 'Task' },
  who: { vi: 'Ai', en: 'Who' },
  due: { vi: 'Hạn', en: 'Due' },
  done: { vi: 'Xong', en: 'Done' },
  doing: { vi: 'Đang', en: 'Going on' },
  overdue: {
    vi: (days: number) => `quá hạn ${days} ngày`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  },
  repeated: { vi: (count: number) => `nhắc lại ${count} lần`, en: (count: number) => `came up ${count} times` },
  noTasks: { vi: 'Không còn việc nào chưa xong.', en: 'No task is open.' },
  resolution: {
    vi: (day: string) => `Nghị quyết kỳ trước (${day})`,
    en: (day: string) => `The last resolution (${day})`,
  },
  orientation: { vi: 'Định hướng của huyện', en: 'The district’s orientation' },
  wholeOrientation: { vi: 'Toàn văn và tài liệu', en: 'The whole of it, with documents' },
  board: { vi: 'Sổ báo cáo tháng', en: 'The month’s reports' },
  noOrientation: { vi: 'Huyện chưa ban hành định hướng tháng này.', en: 'Nothing is published for this month yet.' },
  answers: { vi: 'Trả lời để thông báo tại buổi họp', en: 'Answers to be read out' },
  unanswered: { vi: 'Vấn đề chờ trả lời', en: 'Matters that wait for an answer' },
  theme: { vi: 'Chuyên đề của quý', en: 'The quarter’s theme' },
  better: { vi: 'Để buổi này tốt hơn', en: 'To make this meeting better' },
  advice: {
    vi: (group: number, day: string) => `Tổ công tác số ${group} góp ý (${day}):`,
    en: (group: number, day: string) => `Working group ${group} advised (${day}):`,
  },
  kept: {
    vi: (kept: 'yes' | 'partly' | 'no') =>
      ({ yes: 'Đã khắc phục.', partly: 'Khắc phục một phần.', no: 'Chưa khắc phục.' })[kept],
    en: (kept: 'yes' | 'partly' | 'no') => ({ yes: 'Kept.', partly: 'Partly kept.', no: 'Not kept.' })[kept],
  },
  keptUnknown: { vi: '□ Đã khắc phục', en: '□ Kept' },
  byHand: { vi: 'Ghi tại buổi họp', en: 'To note at the meeting' },
  /** The lines to fill by hand, with semicolons between. */
  handCounts: {
    vi: 'Bắt đầu;Kết thúc;Có mặt;Vắng có lý do;Không lý do;Đến muộn;Phát biểu',
    en: 'Began;Ended;Present;Absent with reason;Without;Late;Spoke',
  },
  newTask: { vi: 'Việc mới', en: 'New task' },
  edit: { vi: 'Sửa chương trình', en: 'Edit the agenda' },
  editHint: {
    vi: 'Bỏ dấu chọn để bỏ một dòng; đổi số thứ tự để đổi chỗ. Ghi vai trò, chức danh, không ghi họ tên.',
    en: 'Untick a line to leave it out; change its number to move it. Roles and posts, no names.',
  },
  line: { vi: (n: number) => `Dòng ${n}`, en: (n: number) => `Line ${n}` },
  keep: { vi: 'Chọn', en: 'Keep' },
  place: { vi: 'Thứ tự', en: 'Order' },
  text: { vi: 'Nội dung', en: 'What' },
  minutes: { vi: 'Phút', en: 'Minutes' },
  speaker: { vi: 'Ai trình bày', en: 'Who speaks' },
  day: { vi: 'Ngày họp', en: 'Day of the meeting' },
  startTime: { vi: 'Giờ bắt đầu', en: 'Time it begins' },
  venue: { vi: 'Địa điểm', en: 'Place' },
  committeeMetOn: { vi: 'Ngày họp chi ủy', en: 'Day on which the cell’s committee met' },
  orientedOn: { vi: 'Ngày cấp trên định hướng', en: 'Day on which the superiors oriented it' },
  papersSentOn: { vi: 'Ngày gửi tài liệu', en: 'Day on which papers were sent' },
  before: { vi: 'Chuẩn bị đã làm, nhóm nội dung', en: 'What was prepared, and its subjects' },
  beforeHint: {
    vi: 'Biết đến đâu ghi đến đó: báo cáo của buổi họp sẽ có sẵn, không phải nhập lại.',
    en: 'As far as it is known: the report of the meeting will have it, and nobody types it again.',
  },
  subjects: { vi: 'Nhóm nội dung trọng tâm', en: 'Subjects of the focus' },
  save: { vi: 'Lưu chương trình', en: 'Save the agenda' },
  stored: { vi: 'Đã lưu chương trình', en: 'The agenda is saved' },
  merged: {
    vi: 'Đã lưu, gộp với phần người khác vừa sửa',
    en: 'Saved, together with what somebody else has just changed',
  },
  errors: { vi: 'Chưa lưu. Đề nghị xem lại:', en: 'Not saved. Please look at:' },
  conflicts: {
    vi: 'Có người vừa sửa cùng chỗ. Nội dung của đồng chí vẫn còn dưới đây, bên cạnh là nội dung đã lưu; xem lại rồi lưu.',
    en: 'Somebody has just changed the same. What you entered is still below, with what is stored beside it: look, and save.',
  },
  theirs: { vi: (said: string) => `Đã lưu: ${said}`, en: (said: string) => `Stored: ${said}` },
  takenOut: { vi: '(để trống)', en: '(left blank)' },
  closed: {
    vi: (month: string) => `${month} đã chốt số liệu, không sửa chương trình được nữa.`,
    en: (month: string) => `${month} is closed: its agenda can no longer be changed.`,
  },
  notStanding: {
    vi: (name: string, month: string) => `${name} không hoạt động trong ${month}.`,
    en: (name: string, month: string) => `${name} does not stand in ${month}.`,
  },
  more: { vi: (count: number) => `còn ${count} việc: xem tờ 2`, en: (count: number) => `${count} more: see sheet 2` },
  moreLines: { vi: 'còn nội dung: xem tờ 2', en: 'more on sheet 2' },
  sheet2: { vi: 'Tờ 2', en: 'Sheet 2' },
  openReport: { vi: 'Nhập báo cáo sau buổi họp: quét mã hoặc mở', en: 'To report the meeting, scan the code or open' },
  planned: { vi: 'Dự kiến và thực hiện', en: 'Planned and done' },
  plannedColumn: { vi: 'Chương trình', en: 'Planned' },
  doneColumn: { vi: 'Báo cáo', en: 'Reported' },
  focus: { vi: 'Nội dung trọng tâm', en: 'Focus' },
  inMinutes: { vi: (minutes: number) => `${minutes} phút`, en: (minutes: number) => `${minutes} minutes` },
  length: { vi: 'Thời lượng', en: 'Length' },
  fromAgenda: {
    vi: 'Lấy từ chương trình đã lưu; sửa nếu khác.',
    en: 'Taken from the saved agenda; change it if it differs.',
  },
  fromAgendaOn: {
    vi: (day: string) => `Theo chương trình: ngày ${day}; sửa nếu khác.`,
    en: (day: string) => `By the agenda: ${day}; change it if it differs.`,
  },
});

export type PrepareTexts = (typeof prepareTexts)['vi'];
