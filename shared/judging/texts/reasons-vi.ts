import type { ReasonWords } from '#shared/judging/reason.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Condition, Question } from '#shared/norms/rubric.ts';
import { targetWords } from '#shared/norms/texts/target.ts';

/** In Vietnamese: the cell reads the score sheet aloud, and the JSON of a report contains these sentences. */
export const reasonsVi: ReasonWords = {
  longEnough: (minutes, least) => `Họp ${minutes} phút, đạt mức tối thiểu ${least} phút`,
  tooShort: (short, least) => `Thiếu ${short} phút so với ${least} phút`,
  present: (present, required, share, target) =>
    `Có mặt ${present}/${required} đảng viên (${formatPercent(share)}), yêu cầu ${targetWords(target, 'vi')}`,
  unexcused: (count) => `Có ${count} đảng viên vắng không lý do`,
  spoke: (speakers, present, share) => `${speakers}/${present} đảng viên dự họp phát biểu (${formatPercent(share)})`,
  targets: (met, set, done, tasks) =>
    `Nghị quyết kỳ trước ${[set > 0 && `đạt ${met}/${set} chỉ tiêu`, tasks > 0 && `xong ${done}/${tasks} nhiệm vụ`].filter(Boolean).join(', ')}`,
  answers: (yes, no) =>
    [yes.length > 0 && `Có ${list(yes)}`, no.length > 0 && `${yes.length > 0 ? 'chưa' : 'Chưa'} có ${list(no)}`]
      .filter(Boolean)
      .join('; '),
  noBase: () => 'Không có đảng viên phải dự, không có cơ sở tính',
  nobodyCame: () => 'Không có đảng viên dự họp, không có cơ sở tính',
  unknown: () => 'Báo cáo chưa khai nội dung này',
  judged: () => 'Chi ủy, bí thư chi bộ chấm',
  notJudged: () => 'Chưa được chấm',
  rescored: (own, reason) =>
    `Cấp trên chấm lại (chi bộ ${own === undefined ? 'chưa chấm' : `chấm ${formatNumber(own)}`}), lý do: ${reason}`,
  full: (condition) => `${conditions[condition]}, được tính đủ`,
  left: (condition) => `${conditions[condition]}, không tính tiêu chí này`,
  points: (points, max) => `: ${formatNumber(points)}/${formatNumber(max)} điểm`,
  raised: (from, max) => `, quy từ thang ${from} lên thang ${max}`,
};

const conditions: Readonly<Record<Condition, string>> = {
  committee: 'Chi bộ không có chi ủy',
  thematic: 'Tháng không có sinh hoạt chuyên đề',
  targets: 'Nghị quyết kỳ trước không đề ra chỉ tiêu, nhiệm vụ',
};

const list = (questions: readonly Question[]) => questions.map((question) => questionNames[question]).join(', ');
const questionNames: Readonly<Record<Question, string>> = {
  committeeMet: 'họp chi ủy',
  oriented: 'định hướng của cấp trên',
  papersSent: 'tài liệu gửi trước ít nhất một ngày',
  stepsFollowed: 'đủ trình tự các bước',
  previousReviewed: 'kiểm điểm nghị quyết kỳ trước',
  selfCriticism: 'tự phê bình và phê bình',
  minutesKept: 'biên bản',
  resolved: 'kết luận hoặc nghị quyết',
  tasksGiven: 'phân công nhiệm vụ',
};
