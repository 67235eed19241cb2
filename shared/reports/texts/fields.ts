import { type Bilingual, inEach, type Lang } from '#shared/language/lang.ts';

/** The questions of the report form by field name; those in rows (`tasks[0].what`) by their last part. */
const questions = {
  cell: { vi: 'Chi bộ', en: 'Cell' },
  date: { vi: 'Ngày họp', en: 'Day of the meeting' },
  kind: { vi: 'Loại sinh hoạt', en: 'Kind of meeting' },
  startTime: { vi: 'Giờ bắt đầu', en: 'Time it began' },
  durationMinutes: { vi: 'Thời lượng (phút)', en: 'Duration (minutes)' },
  fullMembers: { vi: 'Đảng viên chính thức', en: 'Full members' },
  probationaryMembers: { vi: 'Đảng viên dự bị', en: 'Probationary members' },
  exempt: { vi: 'Được miễn công tác và sinh hoạt', en: 'Exempt from work and meetings' },
  temporarilyExempt: { vi: 'Tạm miễn sinh hoạt', en: 'Exempt for a time' },
  away: { vi: 'Tạm thời chuyển sinh hoạt đi nơi khác', en: 'Attending elsewhere for a time' },
  suspended: { vi: 'Bị đình chỉ sinh hoạt', en: 'Suspended' },
  specialDuty: { vi: 'Lực lượng vũ trang làm nhiệm vụ đặc biệt', en: 'Armed forces on special duty' },
  joining: { vi: 'Từ nơi khác tạm thời chuyển đến', en: 'Joining from elsewhere for a time' },
  present: { vi: 'Có mặt', en: 'Present' },
  excused: { vi: 'Vắng có lý do', en: 'Absent with a reason' },
  unexcused: { vi: 'Vắng không lý do', en: 'Absent without a reason' },
  late: { vi: 'Đến muộn', en: 'Came late' },
  committeeMet: { vi: 'Họp chi ủy trước buổi sinh hoạt', en: 'The cell committee met beforehand' },
  oriented: { vi: 'Cấp ủy cấp trên định hướng nội dung', en: 'The superior committee oriented the content' },
  papersSent: { vi: 'Gửi tài liệu trước ít nhất một ngày', en: 'Papers sent at least a day before' },
  focus: { vi: 'Nội dung trọng tâm đã lựa chọn', en: 'Matters chosen as the focus' },
  stepsFollowed: { vi: 'Thực hiện đủ trình tự các bước', en: 'All steps followed in order' },
  previousReviewed: { vi: 'Kiểm điểm thực hiện nghị quyết kỳ trước', en: 'The last resolution was reviewed' },
  speakers: { vi: 'Số đảng viên phát biểu', en: 'Members who spoke' },
  selfCriticism: { vi: 'Có tự phê bình và phê bình', en: 'Self-criticism and criticism took place' },
  notesTaken: { vi: 'Đảng viên ghi chép đầy đủ', en: 'Members took notes' },
  minutesKept: { vi: 'Có biên bản buổi sinh hoạt', en: 'Minutes were kept' },
  resolution: { vi: 'Chi bộ thông qua', en: 'The cell adopted' },
  resolutionText: { vi: 'Tóm tắt nghị quyết, kết luận', en: 'Resolution or conclusion in short' },
  targetsSet: { vi: 'Số chỉ tiêu nghị quyết kỳ trước đề ra', en: 'Targets the last resolution set' },
  targetsMet: { vi: 'Số chỉ tiêu đã đạt', en: 'Targets met' },
  what: { vi: 'Nội dung nhiệm vụ', en: 'Task' },
  who: { vi: 'Giao cho', en: 'Given to' },
  due: { vi: 'Hạn hoàn thành', en: 'Due' },
  task: { vi: 'Nhiệm vụ của tháng trước', en: 'Task of last month' },
  status: { vi: 'Kết quả', en: 'Outcome' },
  topic: { vi: 'Lĩnh vực', en: 'Topic' },
  summary: { vi: 'Nội dung phản ánh', en: 'What was raised' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  proposal: { vi: 'Đề xuất, kiến nghị', en: 'Proposal' },
  attendedBy: { vi: 'Cấp trên dự sinh hoạt', en: 'Superiors who attended' },
  reason: { vi: 'Lý do', en: 'Reason' },
  orientedOn: { vi: 'Ngày họp định hướng với chi ủy', en: 'Day of orienting the cell’s committee' },
  attendedOn: { vi: 'Ngày dự sinh hoạt chi bộ', en: 'Day of attending the cell’s meeting' },
  members: { vi: 'Các cấp ủy viên', en: 'Members of the committee' },
  from: { vi: 'Từ tháng', en: 'From the month' },
  number: { vi: 'Số thứ tự của tổ', en: 'Number of the group' },
  note: { vi: 'Điều đáng học tập', en: 'What others can learn' },
  head: { vi: 'Tổ trưởng', en: 'Head' },
  groupMembers: { vi: 'Các thành viên khác', en: 'Other members' },
  audience: { vi: 'Loại hình chi bộ', en: 'Type of cell' },
  text: { vi: 'Nội dung định hướng', en: 'Orientation' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  member: { vi: 'Người dự', en: 'Who goes' },
  seen: { vi: 'Tình hình buổi họp', en: 'What was seen' },
  advice: { vi: 'Góp ý với cấp ủy, chi bộ', en: 'Advice given' },
  adviceKept: { vi: 'Góp ý lần trước đã được khắc phục', en: 'The last advice was kept' },
  lastAdvice: { vi: 'Kết quả khắc phục cụ thể', en: 'What became of the last advice' },
  step: { vi: 'Cách xử lý', en: 'What is done' },
  answer: { vi: 'Nội dung trả lời, lý do', en: 'Answer, reason' },
  into: { vi: 'Vấn đề đã phản ánh trước', en: 'The earlier matter' },
  deductionNote: { vi: 'Thuyết minh điểm trừ', en: 'Why points were deducted' },
} as const satisfies Record<string, Bilingual>;

export type Question = keyof typeof questions;

/** What a question asks for, where its label cannot say it all. */
const explanations = {
  date: { vi: 'Ngày/tháng/năm, ví dụ', en: 'Day/month/year, for example' },
  startTime: { vi: 'Ví dụ 07:30', en: 'For example 07:30' },
  blankIsNone: { vi: 'Để trống nếu không có', en: 'Leave blank if there are none' },
  present: { vi: 'Không tính khách mời', en: 'Guests do not count' },
  focus: { vi: 'Những việc cụ thể được chọn để bàn', en: 'The concrete matters chosen for discussion' },
  who: {
    vi: 'Ghi chức danh hoặc bộ phận, không ghi họ tên; ví dụ: chi ủy, trưởng thôn',
    en: 'A post or a body, no names; for example: the committee, the village head',
  },
  due: { vi: 'Ngày/tháng/năm', en: 'Day/month/year' },
  summary: { vi: 'Không ghi họ tên, nơi ở của người dân', en: 'No names or addresses of people' },
} as const satisfies Record<string, Bilingual>;

export const fieldLabels = inEach(questions);
export const fieldHints = inEach(explanations);

const lists = inEach({
  tasks: { vi: 'Nhiệm vụ', en: 'Task' },
  followUps: { vi: 'Việc tháng trước', en: 'Last month’s task' },
  matters: { vi: 'Vấn đề', en: 'Matter' },
});

/**
 * What a field is called, whatever its place on the form.
 *
 * @param criterion names the criterion of a `points.` field
 * @example labelOf('tasks[0].what', 'vi', …) //=> 'Nhiệm vụ 1: Nội dung nhiệm vụ'
 */
export function labelOf(field: string, lang: Lang, criterion: (id: string) => string): string {
  const row = /^(tasks|followUps|matters)\[(\d+)\]\.(\w+)$/.exec(field);
  if (row)
    return `${lists[lang][row[1] as 'tasks']} ${Number(row[2]) + 1}: ${labelOf(row[3] as string, lang, criterion)}`;
  if (/^(points|review|reviewReason)\./.test(field)) return criterion(field.slice(field.indexOf('.') + 1));
  return Object.hasOwn(questions, field) ? fieldLabels[lang][field as Question] : field;
}
