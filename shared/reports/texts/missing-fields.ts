import { inEach } from '#shared/language/lang.ts';

/** What to enter where nothing stands, by the field of a report; a row's part by its list too. Each names its thing. */
export const missingInReports = inEach({
  date: {
    vi: 'Nhập ngày họp theo dạng ngày/tháng/năm.',
    en: 'Enter the day of the meeting as day/month/year.',
  },
  kind: { vi: 'Chọn loại sinh hoạt.', en: 'Choose the kind of meeting.' },
  durationMinutes: {
    vi: 'Nhập thời lượng buổi sinh hoạt, ví dụ 90 hoặc 1h30.',
    en: 'Enter how long the meeting took, for example 90 or 1h30.',
  },
  fullMembers: { vi: 'Nhập số đảng viên chính thức.', en: 'Enter the number of full members.' },
  present: {
    vi: 'Nhập số đảng viên có mặt, không tính khách mời.',
    en: 'Enter the number of members present, without guests.',
  },
  excused: {
    vi: 'Nhập số đảng viên vắng có lý do (không có thì nhập 0).',
    en: 'Enter the number absent with a reason (0 if there is none).',
  },
  unexcused: {
    vi: 'Nhập số đảng viên vắng không lý do (không có thì nhập 0).',
    en: 'Enter the number absent without a reason (0 if there is none).',
  },
  resolution: {
    vi: 'Chọn chi bộ đã thông qua nghị quyết, kết luận hay không có.',
    en: 'Choose whether the cell adopted a resolution, a conclusion or neither.',
  },
  'tasks.what': { vi: 'Nhập nội dung của nhiệm vụ.', en: 'Enter what the task is.' },
  'followUps.task': { vi: 'Nhập nhiệm vụ của tháng trước.', en: 'Enter the task of last month.' },
  'followUps.status': { vi: 'Chọn kết quả của việc {task}.', en: 'Choose the outcome of task {task}.' },
  'followUps.reason': {
    vi: 'Nhập lý do thôi thực hiện việc {task}.',
    en: 'Enter why task {task} was dropped.',
  },
  'matters.topic': { vi: 'Chọn lĩnh vực của vấn đề.', en: 'Choose the topic of the matter.' },
  'matters.summary': { vi: 'Nhập nội dung phản ánh.', en: 'Enter what was raised.' },
  'matters.severity': { vi: 'Chọn mức độ của vấn đề.', en: 'Choose the severity of the matter.' },
  'results.unit': { vi: 'Chọn đơn vị tính của kết quả.', en: 'Choose the unit of the result.' },
  'results.quantity': { vi: 'Nhập số lượng của kết quả.', en: 'Enter how much the result is.' },
});

/**
 * The same for every other form, by the last part of the field's name, by its list or by what stands before its parts. A
 * name that several forms have gets one sentence that fits under each label.
 */
export const missingElsewhere = inEach({
  what: { vi: 'Nhập việc sẽ làm.', en: 'Enter what is to be done.' },
  who: { vi: 'Nhập chức danh hoặc bộ phận thực hiện.', en: 'Enter the post or body that does it.' },
  date: { vi: 'Nhập ngày theo dạng ngày/tháng/năm.', en: 'Enter the day as day/month/year.' },
  due: { vi: 'Nhập thời hạn theo dạng ngày/tháng/năm.', en: 'Enter when it is due, as day/month/year.' },
  cause: { vi: 'Chọn nguyên nhân.', en: 'Choose the cause.' },
  said: { vi: 'Nhập việc đã làm trong tháng.', en: 'Enter what was done in the month.' },
  counted: { vi: 'Nhập số đã làm được trên tổng số bên cạnh.', en: 'Enter how many of the whole beside it are done.' },
  countedOf: { vi: 'Nhập tổng số cần làm.', en: 'Enter how many there are in all.' },
  result: { vi: 'Nhập kết quả đạt được.', en: 'Enter what was achieved.' },
  despite: {
    vi: 'Nhập lý do kết thúc khi chỉ tiêu còn chưa đạt.',
    en: 'Enter why it is closed while the figure is missed.',
  },
  reason: { vi: 'Nhập lý do.', en: 'Enter the reason.' },
  undoReason: { vi: 'Nhập lý do hoàn tác.', en: 'Enter why it is undone.' },
  reviewReason: { vi: 'Nhập lý do chấm khác điểm tự chấm.', en: 'Enter why the points differ from the own ones.' },
  tick: { vi: 'Đánh dấu ít nhất một báo cáo.', en: 'Tick at least one report.' },
  existing: { vi: 'Chọn cách xử lý báo cáo đã có.', en: 'Choose what becomes of the report that exists.' },
  month: { vi: 'Nhập tháng, ví dụ 02/2021.', en: 'Enter the month, for example 02/2021.' },
  from: { vi: 'Nhập tháng bắt đầu, ví dụ 02/2021.', en: 'Enter the first month, for example 02/2021.' },
  to: { vi: 'Nhập tháng cuối, ví dụ 12/2021.', en: 'Enter the last month, for example 12/2021.' },
  cells: { vi: 'Nhập số chi bộ.', en: 'Enter the number of cells.' },
  held: { vi: 'Nhập số chi bộ đã sinh hoạt.', en: 'Enter how many cells held their meeting.' },
  required: { vi: 'Nhập số đảng viên phải dự.', en: 'Enter how many members were required.' },
  resolutions: {
    vi: 'Nhập số chi bộ ra nghị quyết, kết luận.',
    en: 'Enter how many cells adopted a resolution or conclusion.',
  },
  source: {
    vi: 'Nhập nguồn số liệu, ví dụ tên và số của báo cáo.',
    en: 'Enter the source of the figures, such as a report’s name and number.',
  },
  name: { vi: 'Nhập tên.', en: 'Enter the name.' },
  scopes: { vi: 'Chọn ít nhất một quyền.', en: 'Choose at least one right.' },
  units: { vi: 'Chọn ít nhất một đơn vị.', en: 'Choose at least one unit.' },
  unit: { vi: 'Chọn đơn vị.', en: 'Choose the unit.' },
  member: { vi: 'Chọn hoặc nhập người dự.', en: 'Choose or enter who goes.' },
  seen: { vi: 'Nhập tình hình buổi sinh hoạt đã thấy.', en: 'Enter what was seen at the meeting.' },
  number: { vi: 'Nhập số thứ tự.', en: 'Enter the number.' },
  head: { vi: 'Nhập tổ trưởng.', en: 'Enter the head of the group.' },
  members: { vi: 'Nhập danh sách, mỗi người một dòng.', en: 'Enter the list, a person a line.' },
  audience: { vi: 'Chọn loại hình chi bộ.', en: 'Choose the type of cell.' },
  text: { vi: 'Nhập nội dung cần gửi.', en: 'Enter what you want to send.' },
  title: { vi: 'Nhập tên.', en: 'Enter the title.' },
  subject: { vi: 'Nêu chủ đề.', en: 'Name the subject.' },
  content: { vi: 'Nhập nội dung bài.', en: 'Enter the content.' },
  step: { vi: 'Chọn cách xử lý.', en: 'Choose what is done.' },
  action: { vi: 'Chọn việc cần làm.', en: 'Choose what to do.' },
  answer: { vi: 'Nhập nội dung trả lời hoặc lý do.', en: 'Enter the answer or the reason.' },
  into: { vi: 'Chọn vấn đề để gộp vào.', en: 'Choose the matter it is merged into.' },
  type: { vi: 'Chọn loại hình chi bộ.', en: 'Choose the type of cell.' },
  days: { vi: 'Nhập số ngày mở.', en: 'Enter for how many days.' },
  reply: { vi: 'Nhập nội dung trả lời.', en: 'Enter the reply.' },
  theme: { vi: 'Chọn chuyên đề.', en: 'Choose the theme.' },
  note: { vi: 'Nhập nội dung ghi chú.', en: 'Enter the note.' },
  post: { vi: 'Chọn chức vụ.', en: 'Choose the post.' },
  check: { vi: 'Chọn một câu trả lời.', en: 'Choose an answer.' },
  heldOn: { vi: 'Nhập ngày mở lớp theo dạng ngày/tháng/năm.', en: 'Enter the day of the training as day/month/year.' },
  places: { vi: 'Nhập số chỗ của lớp.', en: 'Enter how many places there are.' },
  trainer: { vi: 'Nhập người giảng.', en: 'Enter who trains.' },
  // The rows of targets.
  'targets.what': { vi: 'Nhập nội dung chỉ tiêu.', en: 'Enter the target.' },
  'targets.unit': { vi: 'Chọn đơn vị tính của chỉ tiêu.', en: 'Choose the unit of the target.' },
  'targets.quantity': { vi: 'Nhập mức phải đạt.', en: 'Enter how much is to be reached.' },
  minutes: { vi: 'Nhập số của biên bản.', en: 'Enter the number of the minutes.' },
});
