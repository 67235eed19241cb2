import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { OfferedDay } from '#shared/reports/offered-day.ts';

export const formTexts = inEach({
  title: { vi: 'Báo cáo buổi sinh hoạt', en: 'Report of a meeting' },
  amendTitle: { vi: 'Sửa báo cáo buổi sinh hoạt', en: 'Amend a report' },
  regime: { vi: 'Theo', en: 'Judged by' },
  intro: {
    vi: 'Mục có dấu * là bắt buộc. Chưa rõ thì để trống, hệ thống không coi là 0.',
    en: 'Fields with * are required. Leave blank what is not known: it never counts as 0.',
  },
  unavailable: {
    vi: 'Hệ thống đang tạm gián đoạn; nội dung đã nhập vẫn còn trên trang này. Mời bấm “Gửi lại” sau ít phút.',
    en: 'The system is interrupted; what you entered is still on this page. Please press “Send again” in a few minutes.',
  },
  amend: {
    vi: 'Đồng chí đang sửa một báo cáo đã lưu. Bản cũ vẫn được giữ trong lịch sử.',
    en: 'You are amending a stored report. The old version stays in its history.',
  },
  closed: {
    vi: (month: string) => `${month} đã chốt số liệu: báo cáo gửi bây giờ không được nhận`,
    en: (month: string) => `${month} is closed: a report sent now is not taken`,
  },
  closedNew: {
    vi: 'Nếu buổi sinh hoạt chưa được báo cáo, đề nghị đồng chí liên hệ Ban Tổ chức Huyện ủy để mở lại tháng.',
    en: 'If the meeting has not been reported, please ask the district to open the month again.',
  },
  closedAmend: {
    vi: 'Muốn sửa báo cáo, đề nghị nêu lý do ở trang báo cáo.',
    en: 'To amend the report, say why on its page.',
  },
  coming: {
    vi: (month: string, from: string) =>
      `${month} chưa đến: báo cáo gửi được từ ngày ${from}, sau khi buổi sinh hoạt đã diễn ra`,
    en: (month: string, from: string) => `${month} is still to come: reports are taken from ${from}, after the meeting`,
  },
  reported: {
    vi: (day: string) => `Tháng này đã có báo cáo buổi thường kỳ ngày ${day}`,
    en: (day: string) => `The regular meeting of ${day} has been reported already this month`,
  },
  reportedLink: { vi: 'Xem, sửa báo cáo đó', en: 'See or amend that report' },
  reportedElse: {
    vi: 'Chỉ nhập tiếp nếu chi bộ đã họp thêm một buổi nữa.',
    en: 'Go on here only if the cell has met once more.',
  },
  errors: { vi: 'Báo cáo chưa được gửi. Đề nghị xem lại:', en: 'The report has not been sent. Please look at:' },
  noSecrets: {
    vi: 'Bấm “Gửi báo cáo” là xác nhận: nội dung trên không có bí mật nhà nước.',
    en: 'By sending the report you confirm that nothing above is a state secret.',
  },
  submit: { vi: 'Gửi báo cáo', en: 'Send the report' },
  again: { vi: 'Gửi lại', en: 'Send again' },
  save: { vi: 'Lưu nháp', en: 'Save for later' },
  saveHint: {
    vi: 'Lưu để nhập tiếp sau; chưa gửi báo cáo, chỉ tài khoản này thấy.',
    en: 'To go on later; nothing is sent, and only this account sees it.',
  },
  saved: {
    vi: (at: string, until: string) => `Bản nháp lưu lúc ${at}, giữ đến ${until}. Báo cáo chưa được gửi.`,
    en: (at: string, until: string) => `Saved at ${at}, kept until ${until}. The report has not been sent.`,
  },
  discard: { vi: 'Bỏ bản nháp', en: 'Discard what was saved' },
  membersFrom: {
    vi: (day: string) => `Lấy từ báo cáo ngày ${day}, mời kiểm tra.`,
    en: (day: string) => `From the report of ${day}: please check.`,
  },
  change: { vi: 'Sửa', en: 'Change' },
  kindIs: {
    vi: (kind: string) => `${kind}. Loại khác, giờ bắt đầu`,
    en: (kind: string) => `${kind}. Other kind, time it began`,
  },
  more: { vi: 'Mục khác', en: 'More' },
  cancel: { vi: 'Về sổ báo cáo của tháng', en: 'Back to the month' },
  blank: { vi: '(để trống)', en: '(blank)' },
  unanswered: { vi: 'Chưa trả lời', en: 'Not answered' },
  example: { vi: 'ví dụ', en: 'for example' },

  meeting: { vi: 'Buổi sinh hoạt', en: 'The meeting' },
  members: { vi: 'Thành phần', en: 'Members' },
  adjustments: { vi: 'Giảm trừ và bổ sung', en: 'Fewer and more' },
  adjustmentsHint: {
    vi: 'Số đảng viên không phải dự và số từ nơi khác đến. Để trống nếu không có.',
    en: 'Members who need not attend and those from elsewhere. Leave blank if there are none.',
  },
  attendance: { vi: 'Dự họp', en: 'Attendance' },
  requiredSum: {
    vi: 'Số phải dự = chính thức + dự bị − miễn − tạm miễn − chuyển đi − đình chỉ − nhiệm vụ đặc biệt + chuyển đến.',
    en: 'Required = full + probationary − exempt − exempt for a time − away − suspended − special duty + joining.',
  },
  presentSum: {
    vi: 'Vắng không lý do = phải dự − có mặt − vắng có lý do. Để trống thì hệ thống tính và hỏi lại.',
    en: 'Absent without a reason = required − present − absent with a reason. If left blank, it is worked out and asked.',
  },
  preparation: { vi: 'Chuẩn bị', en: 'Preparation' },
  conduct: { vi: 'Diễn biến', en: 'Conduct' },
  result: { vi: 'Nghị quyết, kết luận', en: 'Resolution, conclusion' },
  tasks: { vi: 'Nhiệm vụ giao', en: 'Tasks given' },
  tasksHint: {
    vi: 'Không giao thì để trống; đã ghi thì cần nội dung.',
    en: 'Leave it blank if none was given.',
  },
  task: { vi: (n: number) => `Nhiệm vụ ${n}`, en: (n: number) => `Task ${n}` },
  followUps: { vi: 'Việc tháng trước', en: 'Last month’s tasks' },
  followUpsHint: {
    vi: 'Lấy từ các báo cáo trước, mời chọn kết quả.',
    en: 'From earlier reports: please choose the outcome.',
  },
  dropReason: { vi: 'Lý do thôi thực hiện (bắt buộc nếu thôi)', en: 'Why (required if it was dropped)' },
  followUp: { vi: (n: number) => `Việc ${n}`, en: (n: number) => `Task ${n}` },
  matters: { vi: 'Vấn đề phản ánh', en: 'Matters raised' },
  anyMatters: { vi: 'Có vấn đề phản ánh?', en: 'Were matters raised?' },
  mattersHint: {
    vi: 'Vấn đề nổi cộm, bức xúc mà chi bộ phản ánh. Dòng đã ghi cần có lĩnh vực, nội dung và mức độ.',
    en: 'Matters that the cell raises. A row that is used needs its topic, what was raised, and its severity.',
  },
  matter: { vi: (n: number) => `Vấn đề ${n}`, en: (n: number) => `Matter ${n}` },
  resultRow: { vi: (n: number) => `Kết quả ${n}`, en: (n: number) => `Result ${n}` },
  resultsHint: {
    vi: 'Việc chi bộ đã làm được đến nay, tính bằng con số; mỗi con số chỉ báo một lần.',
    en: 'What the cell has achieved, as numbers; report each only once.',
  },
  chooseUnit: { vi: 'Chọn đơn vị tính', en: 'Choose a unit' },
  chooseTopic: { vi: 'Chọn lĩnh vực', en: 'Choose a topic' },
  superiors: { vi: 'Cấp trên dự', en: 'Superiors' },
  score: { vi: 'Tự chấm điểm', en: 'Own score' },
  scoreHint: {
    vi: 'Chi bộ chỉ chấm những tiêu chí dưới đây; các tiêu chí khác hệ thống tính từ số liệu đã khai. Chưa chấm thì để trống.',
    en: 'The cell scores only these; the others follow from the facts above. Leave blank what has not been scored.',
  },
  durationMeans: {
    vi: 'Chỉ tính riêng buổi này',
    en: 'Of this meeting alone',
  },
  startMeans: {
    vi: 'Ví dụ 07:30. Thường kỳ và chuyên đề họp liền nhau thì mỗi buổi một báo cáo, có giờ bắt đầu; hệ thống cộng thời lượng',
    en: 'For example 07:30. For a regular and a thematic meeting in a row send two reports with the time each began; the lengths are added up',
  },
  upTo: { vi: (max: string) => `Tối đa ${max} điểm`, en: (max: string) => `At most ${max} points` },
  target: { vi: (target: string) => `Yêu cầu: ${target}`, en: (target: string) => `Target: ${target}` },
});

export const mergeTexts = inEach({
  title: { vi: 'Báo cáo này vừa được người khác sửa', en: 'Somebody else has changed this report' },
  nothingLost: {
    vi: 'Bản của đồng chí chưa được lưu nhưng không mất: cả hai bản ở dưới đây.',
    en: 'Your version has not been stored, and nothing is lost: both are below.',
  },
  stored: {
    vi: (revision: number, who: string, at: string) => `Bản đang lưu: lần ${revision}, ${who}, ${at}.`,
    en: (revision: number, who: string, at: string) => `Stored: revision ${revision}, ${who}, ${at}.`,
  },
  differences: { vi: 'Những mục khác nhau', en: 'What differs' },
  choose: {
    vi: 'Ở mỗi mục, mời chọn bản được giữ. Các mục còn lại giống nhau.',
    en: 'Please choose which version to keep for each. All other fields are the same.',
  },
  same: {
    vi: 'Hai bản giống nhau về nội dung; chỉ trạng thái của báo cáo đã đổi.',
    en: 'Both say the same; only the state of the report has changed.',
  },
  mine: { vi: 'Bản của đồng chí', en: 'Yours' },
  theirs: { vi: 'Bản đang lưu', en: 'Stored' },
  send: { vi: 'Gửi bản đã chọn', en: 'Send what is chosen' },
  look: { vi: 'Xem lại trong biểu mẫu', en: 'Look through it in the form' },
});

/** What marks the day that a new form offers, by what it is usual. */
export const offeredDayTexts = inEach({
  regime: { vi: 'Ngày theo quy định; sửa nếu họp ngày khác', en: 'The fixed day; change it if it was another' },
  cell: { vi: 'Như ngày họp tháng trước; sửa nếu họp ngày khác', en: 'As last month; change it if it was another' },
} as const satisfies Record<OfferedDay['by'], Bilingual>);

/** The lines behind which the rest of a section waits, where some of it is asked at once. */
export const moreOf = inEach({
  result: {
    vi: 'Kết quả bằng con số; chỉ tiêu kỳ trước',
    en: 'Results in figures; targets of the last resolution',
  },
  tasks: { vi: 'Nhiệm vụ khác', en: 'Further tasks' },
  followUps: { vi: 'Việc khác của tháng trước', en: 'Other tasks of last month' },
});

/** The buttons that add a row to a list. */
export const moreRows = inEach({
  results: { vi: 'Thêm kết quả', en: 'Add a result' },
  tasks: { vi: 'Thêm nhiệm vụ', en: 'Add a task' },
  followUps: { vi: 'Thêm việc', en: 'Add a task' },
  matters: { vi: 'Thêm vấn đề', en: 'Add a matter' },
});

/** Followed by the row's number. */
export const fewerRows = inEach({
  results: { vi: 'Xóa kết quả', en: 'Remove result' },
  tasks: { vi: 'Xóa nhiệm vụ', en: 'Remove task' },
  followUps: { vi: 'Xóa việc', en: 'Remove task' },
  matters: { vi: 'Xóa vấn đề', en: 'Remove matter' },
});
